import { describe, expect, it } from 'vitest'
import { parseByStructure } from '../message/index.ts'
import { parseByMailparser } from '../message/mailparser.ts'
import type { ParsedMessage } from '../message/types.ts'
import { detect } from './index.ts'
import { fixtureFolders, loadFixtures } from './testing/fixtures.ts'

const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat()

/** What detectors read of a message, without the part labels that differ between the readers. */
function seen(message: ParsedMessage) {
  return {
    subject: message.headers.get('subject'),
    from: message.headers.get('from'),
    returned: message.returned?.headers.get('subject') ?? null,
    groups: message.deliveryStatus.map((block) => block.perRecipient.map((group) => group.fields)),
    statements: detect(message).map(({ evidence, ...statement }) => ({ ...statement, detector: evidence.detector })),
  }
}

/** mailparser dissolves a message that is attached inline into the text around it. */
const INLINE_MESSAGE = /^content-type: message\/rfc822\r?\ncontent-disposition: inline/im

const comparable = fixtures.filter(({ bytes }) => !INLINE_MESSAGE.test(Buffer.from(bytes).toString('latin1')))

describe('both readers', () => {
  it.each(comparable.map((fixture) => [`${fixture.detector}/${fixture.row.file}`, fixture] as const))(
    'read %s alike',
    async (_, { bytes }) => {
      const raw = { file: 'fixture.eml', index: 0, offset: 0, bytes, separatorDate: null, fullSize: bytes.length }
      const structure = seen(parseByStructure(raw))
      const mailparser = seen(await parseByMailparser(raw, null, true))
      // In broken MIME mailparser may find nothing at all; what it does find, structure finds alike.
      if (mailparser.statements.every(({ detector }) => detector === 'none')) return
      expect(structure).toEqual(mailparser)
    },
  )

  it('find the same in most messages', async () => {
    const found = await Promise.all(
      comparable.map(async ({ bytes }) => {
        const raw = { file: 'fixture.eml', index: 0, offset: 0, bytes, separatorDate: null, fullSize: bytes.length }
        const [one, other] = [seen(parseByStructure(raw)), seen(await parseByMailparser(raw, null, true))]
        return JSON.stringify(one.statements) === JSON.stringify(other.statements)
      }),
    )
    expect(found.filter((same) => same).length / found.length).toBeGreaterThan(0.9)
  })
})
