import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { fixtureFolders, loadFixtures, parseBytes } from './testing/fixtures.ts'

const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat().filter(({ row }) => !row.nearMiss)

/** A letter that shows a notice to somebody and asks about it, as plain text without any mark of quotation. */
function letterAbout(text: string): Uint8Array {
  return new TextEncoder().encode(
    [
      'Return-Path: <bert@example.com>',
      'From: Bert Baker <bert@example.com>',
      'To: office@example.org',
      'Subject: What does this mean?',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'today the mail below came in. Can you tell me what is wrong?',
      '',
      text,
      '',
      'Regards, Bert',
    ].join('\n'),
  )
}

describe('a person who pastes a notice into a letter', () => {
  it.each(fixtures.map((fixture) => [`${fixture.detector}/${fixture.row.file}`, fixture] as const))(
    '%s: is no report',
    async (_, { bytes }) => {
      const notice = await parseBytes(bytes)
      const kinds = detect(await parseBytes(letterAbout(notice.text))).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'bounce' || kind === 'delay' || kind === 'complaint')).toEqual([])
    },
  )
})
