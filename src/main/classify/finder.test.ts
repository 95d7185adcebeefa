import { describe, expect, it } from 'vitest'
import { makeFinder } from './finder.ts'

describe('makeFinder', () => {
  const owners = [['he', 'user'], ['she', 'sher'], null, ['hers'], ['ящик'], ['s u']] as const
  const find = makeFinder(owners)

  it.each(['', 'ushers', 'he', 'sher user', 'ящик', 'почтовый ящик user', 'hérs', 'she s u', 'xhersx', 'us er'])(
    'agrees with a plain search in "%s"',
    (text) => {
      const expected = owners.map((pieces) => (pieces === null || pieces.some((piece) => text.includes(piece)) ? 1 : 0))
      expect([...find(text)]).toEqual(expected)
    },
  )

  it('finds pieces that end inside others', () => {
    expect([...makeFinder([['abcd'], ['bc'], ['c']])('abcd')]).toEqual([1, 1, 1])
    expect([...makeFinder([['abcd'], ['bc'], ['cx']])('abcx')]).toEqual([0, 1, 1])
  })
})
