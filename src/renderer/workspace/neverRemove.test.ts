import { describe, expect, it } from 'vitest'
import { parseEntries, strangeEntries } from './neverRemove.ts'

describe('the never-remove list', () => {
  it('takes addresses and domains as people type them', () => {
    expect(parseEntries(' Boss@Example.com\n@example.org, boss@example.com;\n\nshop.example ')).toEqual([
      'boss@example.com',
      'example.org',
      'shop.example',
    ])
  })

  it('points out what is neither', () => {
    expect(strangeEntries(['a@example.com', 'example.org', 'boss', 'a@b', 'münchen.example'])).toEqual(['boss', 'a@b'])
  })
})
