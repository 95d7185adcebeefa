import { describe, expect, it } from 'vitest'
import { defuse } from './cells.ts'

describe('a cell', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\r=1', '\n=1', '＝1', '＋1', '－x', '＠x', '=', '-'])(
    '%j is only shown',
    (text) => {
      expect(defuse(text)).toBe(`'${text}`)
    },
  )

  it.each(['550', '-5', '+12.5', 'a=b', 'x@y.example', '', ' =1', "'=1", '5.1.1'])('%j is left alone', (text) => {
    expect(defuse(text)).toBe(text)
  })
})
