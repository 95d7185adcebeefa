import { describe, expect, it } from 'vitest'
import { requiredLiterals } from './literals.ts'

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
