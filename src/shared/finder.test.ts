import { describe, expect, it } from 'vitest'
import { makeFinder } from './finder.ts'

describe('makeFinder', () => {
  const owners: ((readonly string[])[] | null)[] = [
    [['he', 'user']],
    [['she', 'sher']],
    null,
    [['hers']],
    [['ящик']],
    [['s u']],
    [['he', 'ящик'], ['user', 'us er'], ['er']],
  ]
  const find = makeFinder(owners)

  it.each([
    '',
    'ushers',
    'he',
    'sher user',
    'ящик',
    'почтовый ящик user',
    'hérs',
    'she s u',
    'xhersx',
    'us er',
    'sheuser',
  ])('agrees with a plain search in "%s"', (text) => {
    const holds = (sets: (typeof owners)[number]) =>
      sets === null || sets.every((pieces) => pieces.some((piece) => text.includes(piece)))
    expect(find(text)).toEqual(owners.flatMap((sets, owner) => (holds(sets) ? [owner] : [])))
  })

  it('finds pieces that end inside others', () => {
    expect(makeFinder([[['abcd']], [['bc']], [['c']]])('abcd')).toEqual([0, 1, 2])
    expect(makeFinder([[['abcd']], [['bc']], [['cx']]])('abcx')).toEqual([1, 2])
  })

  it('knows nothing of the text before, and many owners', () => {
    const many = makeFinder(Array.from({ length: 100 }, (_, place) => [[`<${place}>`]]))
    expect(many('<31> <99> <32> <99>')).toEqual([31, 32, 99])
    expect(many('<64>')).toEqual([64])
  })
})
