import { describe, expect, it } from 'vitest'
import { alternativesOf, requiredLiterals } from './literals.ts'

describe('requiredLiterals', () => {
  it.each([
    [/user unknown/, ['user unknown']],
    [/user (?:unknown|not found)/, ['unknown', 'not found']],
    [/(?:unknown|missing) (?:user|box)/, ['unknown', 'missing']],
    [/a?bcde\.fg/, ['bcde.fg']],
    [/(?=look)abc[xyz]+def{2}/, ['abc']],
    [/quota|over ?quota/, ['quota']],
    [/spam|\bjunk\b/, ['spam', 'junk']],
    [/(?:word ){2}/, ['word ']],
  ])('%s', (expression, pieces) => expect(requiredLiterals(expression)).toEqual(pieces))

  it.each([/\d+/, /[abc]d?/, /abc|x/, /(?:abc)?/, /(?:abc){0,2}/, /(?!abc)\w/])('%s needs nothing', (expression) =>
    expect(requiredLiterals(expression)).toBeNull(),
  )
})

describe('alternativesOf', () => {
  it('cuts at the top alone, and asks for a piece of every set', () => {
    expect(alternativesOf(/user (?:unknown|not known)|no [|)] such\|box (?:gone|away)(?!x|y)|\d+/)).toEqual([
      { source: 'user (?:unknown|not known)', needs: [['unknown', 'not known'], ['user ']] },
      { source: 'no [|)] such\\|box (?:gone|away)(?!x|y)', needs: [[' such|box '], ['gone', 'away'], ['no ']] },
      { source: '\\d+', needs: null },
    ])
  })

  it('puts together what it took apart', () => {
    for (const expression of [/a|b/, /(?:a|b)c/, /ab|/, /|ab/, /[|]|\||(?<=a|b)c|d{1,2}?/]) {
      const sources = alternativesOf(expression).map(({ source }) => source)
      expect(sources.join('|')).toBe(expression.source)
    }
  })
})

describe('alternativesOf a text in small letters', () => {
  it.each([
    [/User UNKNOWN/i, [[['user unknown']]]],
    [/Unzustellbär ist es/i, [[['unzustellb'], ['r ist es']]]],
    [/Über|届けできません/, [[['ber']], [['届けできません']]]],
    [/na\u00efve one|\x41bcd|\p{L}efg|(?<name>hij)/iu, [[['ve one']], [['bcd']], [['efg']], [['hij']]]],
  ])('%s', (expression, needs) => {
    expect(alternativesOf(expression, true).map((alternative) => alternative.needs)).toEqual(needs)
  })
})
