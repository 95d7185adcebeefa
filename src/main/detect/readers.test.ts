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

describe('both readers', () => {
  it.each(fixtures.map((fixture) => [`${fixture.detector}/${fixture.row.file}`, fixture] as const))(
    'read %s alike',
    async (_, { bytes }) => {
      const raw = { file: 'fixture.eml', index: 0, offset: 0, bytes, separatorDate: null, fullSize: bytes.length }
      const structure = seen(parseByStructure(raw))
      const mailparser = seen(await parseByMailparser(raw, null, true))
      expect(structure).toEqual(mailparser)
    },
  )
})
