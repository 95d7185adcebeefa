import { describe, expect, it } from 'vitest'
import { makeRow } from '../testing/rows.ts'
import { addressList, tableText } from './copyText.ts'

describe('copied rows', () => {
  it('list each address once, as it was written first', () => {
    const rows = [
      makeRow({ recipient: 'Ana@example.com', address: 'ana@example.com' }),
      makeRow({ recipient: 'ana@example.com', address: 'ana@example.com' }),
      makeRow({ recipient: null, address: null }),
      makeRow({ recipient: 'bo@example.com', address: 'bo@example.com' }),
    ]
    expect(addressList(rows)).toEqual({ text: 'Ana@example.com\nbo@example.com', count: 2 })
  })

  it('never hand a spreadsheet a formula', () => {
    const text = tableText([makeRow({ recipient: '=cmd|calc@example.com', diagnostic: '@SUM(A1)' })], 'tsv')
    expect(text).toContain("'=cmd|calc@example.com")
    expect(text).toContain("'@SUM(A1)")
  })

  it('keep cells and lines apart whatever they hold', () => {
    const row = makeRow({ diagnostic: 'said: "no",\nand\tagain' })
    expect(tableText([row], 'csv').split('\r\n')).toHaveLength(2)
    expect(tableText([row], 'csv')).toContain('"said: ""no"",\nand\tagain"')
    const cells = tableText([row], 'tsv').split('\n')[1]?.split('\t')
    expect(cells).toHaveLength(8)
  })
})
