import { describe, expect, it } from 'vitest'
import { createPseudonyms } from './pseudonyms.ts'

const salt = (text: string) => new TextEncoder().encode(text)

describe('pseudonyms', () => {
  it('are the same for the same name in whatever spelling', () => {
    const names = createPseudonyms(salt('one report'))
    expect(names.local('Ada.Smith')).toBe(names.local('ada.smith'))
    expect(names.local('"ada.smith"')).toBe(names.local('ada.smith'))
    expect(names.domain('Example.COM')).toBe(names.domain('example.com.'))
    expect(names.domain('bücher.example')).toBe(names.domain('xn--bcher-kva.example'))
    expect(names.name('Smith,  Ada')).toBe(names.name('smith, ada'))
  })

  it('look like addresses that nobody has', () => {
    const names = createPseudonyms(salt('one report'))
    expect(names.local('ada')).toMatch(/^recipient-[0-9a-f]{4}$/)
    expect(names.domain('shop.example.com')).toMatch(/^domain-[0-9a-f]{4}\.example$/)
    expect(names.local('ada')).not.toBe(createPseudonyms(salt('another report')).local('ada'))
  })

  it('never give two names one pseudonym, however many there are', () => {
    const names = createPseudonyms(salt('one report'))
    const made = new Set(Array.from({ length: 5_000 }, (_, index) => names.local(`user${index}`)))
    expect(made.size).toBe(5_000)
  })

  it('know their own domains', () => {
    const names = createPseudonyms(salt('one report'))
    const made = names.domain('example.com')
    expect(names.made(made)).toBe(true)
    expect(names.made('domain-0000.example')).toBe(made === 'domain-0000.example')
    expect(names.made('example.com')).toBe(false)
  })
})
