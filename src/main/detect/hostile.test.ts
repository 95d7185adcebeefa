import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { fixtureFolders, loadFixtures, parseBytes } from './testing/fixtures.ts'

const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat()

/** Characters that one line is blown up to: a pattern that is not linear takes minutes over them. */
const BLOWN_UP = 30_000
/** Lines of a message that are blown up, the longest first: they hold most of what patterns look for. */
const LINES = 4

/** The message with one of its lines repeated over and over in its place, with or without line ends. */
function blownUp(lines: readonly string[], at: number, end: string): Uint8Array {
  const line = `${lines[at] ?? ''}${end}`
  const repeated = line.repeat(Math.ceil(BLOWN_UP / line.length))
  return Buffer.from([...lines.slice(0, at), repeated, ...lines.slice(at + 1)].join('\n'), 'latin1')
}

describe('messages made to cost time', () => {
  it.each(fixtures.map((fixture) => [`${fixture.detector}/${fixture.row.file}`, fixture] as const))(
    '%s: is read to its end with endless lines in it',
    async (_, { bytes }) => {
      const lines = Buffer.from(bytes).toString('latin1').split('\n')
      const body = lines.indexOf('')
      const longest = [...lines.keys()]
        .filter((at) => at > body && (lines[at] ?? '').trim() !== '')
        .sort((a, b) => (lines[b] ?? '').length - (lines[a] ?? '').length)
        .slice(0, LINES)
      for (const at of longest) {
        for (const end of ['\n', ' ', '']) {
          expect(detect(await parseBytes(blownUp(lines, at, end))).length).toBeGreaterThan(0)
        }
      }
    },
  )

  it('is read with a megabyte of blank lines, blanks or signs in it', async () => {
    for (const filling of ['\n', ' ', '\t\n', '@', '<', '-', 'a']) {
      const text = `<anna@example.com>: host mx said: 550 no${filling.repeat(1_000_000 / filling.length)}`
      const message = await parseBytes(new TextEncoder().encode(`From: MAILER-DAEMON@mx.example.net\n\n${text}\n`))
      expect(detect(message).length).toBeGreaterThan(0)
    }
  })
})
