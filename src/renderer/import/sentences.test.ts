import { describe, expect, it } from 'vitest'
import { emptyAccounting } from '../../shared/bounce.ts'
import { makeImport } from '../testing/imports.ts'
import { endedSentence, pathsLabel } from './sentences.ts'

describe('how an import ended', () => {
  it('says how much was read of how much when it was cut short', () => {
    const info = makeImport({ state: 'cancelled', bytes: 250_000, totalBytes: 1_000_000, lastFile: 'mail/b.mbox' })
    const sentence = endedSentence(info)
    expect(sentence).toContain('cancelled after 250 kB of 1 MB (25%), in b.mbox')
    expect(sentence).toContain('0 messages')
  })

  it('says why nothing came of it', () => {
    const seen = makeImport({ accounting: { ...emptyAccounting(), duplicates: 12 } })
    expect(endedSentence(seen)).toContain('had been read before')
    const junk = makeImport({
      paths: ['a.png'],
      accounting: { ...emptyAccounting(), unread: [{ file: 'a.png', place: 'the whole file', why: 'A picture.' }] },
    })
    expect(endedSentence(junk)).toBe('a.png could not be read.')
  })

  it('names what was opened, short', () => {
    expect(pathsLabel(['/x/a.mbox', 'b', 'c'])).toBe('a.mbox and 2 more')
  })
})
