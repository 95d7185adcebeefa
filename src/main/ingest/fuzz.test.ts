/** Damaged messages on the whole way from a file's bytes to the accounting line: nothing faults, and nothing is lost. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accountingLine } from '../../shared/accounting.ts'
import { type BounceRecord, KINDS, strongestKind } from '../../shared/bounce.ts'
import { fixtureFolders, loadFixtures } from '../detect/testing/fixtures.ts'
import { Random } from '../sources/testing/random.ts'
import { readBytes } from '../sources/testing/read.ts'
import { type MessageEntry, Store } from '../store/index.ts'
import { processSlices } from './process-slice.ts'
import { MUTATIONS } from './testing/mutations.ts'

const MUTATED = 10_000
const SEED = 20_261_103
/** Messages in one mailbox: damage to a separator may join a message to its neighbour. */
const A_MAILBOX = 250

const SEPARATOR = Buffer.from('From MAILER-DAEMON Thu Apr 29 23:34:45 2015\n')
const SAMPLE = new URL('../../../samples/bounces.mbox', import.meta.url)

/** Every message of the sample and every fixture of the detectors. */
async function originals(): Promise<Buffer[]> {
  const sample = await readBytes(readFileSync(SAMPLE))
  const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat()
  return [...sample.messages, ...fixtures].map(({ bytes }) => Buffer.from(bytes))
}

/** A mailbox of damaged messages; in one of four, but the first, the damage may strike the separator too. */
function damagedMailbox(messages: readonly Buffer[], first: number, random: Random): Buffer {
  const parts: Buffer[] = []
  for (let i = first; i < first + A_MAILBOX; i++) {
    const message = messages[i % messages.length] ?? SEPARATOR
    const mutate = random.pick(MUTATIONS)
    const whole = i > first && random.below(4) === 0
    parts.push(whole ? mutate(Buffer.concat([SEPARATOR, message]), random) : SEPARATOR)
    if (!whole) parts.push(mutate(message, random))
    parts.push(Buffer.from('\n\n'))
  }
  return Buffer.concat(parts)
}

/** What must hold of every record, whatever it was read from; in words, what does not. */
function faultsOfRecord({ kind, recipient, domain, group, cause, verdict, remark }: BounceRecord): string[] {
  const judged = kind === 'bounce' || kind === 'delay'
  const rules: [string, boolean][] = [
    ['is of a known kind', KINDS.includes(kind)],
    // A fault of ours is caught where a message is read, and told there.
    ['was read without a fault', !remark?.startsWith('The message could not be read')],
    ['has a recipient that is an address', recipient === null || /^.+@[^@\s]+$/s.test(recipient)],
    ['has the domain of its recipient', recipient === null || recipient.toLowerCase().endsWith(`@${domain}`)],
    ['removes nobody whom it does not name', recipient !== null || kind !== 'bounce' || verdict !== 'remove'],
    ['has a group and a cause where it is judged', (group !== null) === judged && (cause !== null) === judged],
    ['has a verdict where it is judged', (verdict !== null) === (judged || kind === 'complaint')],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

function faultsOf({ records, kind, hash }: MessageEntry): string[] {
  const faults = records.flatMap(faultsOfRecord)
  if (records.length === 0) faults.push('has a record')
  if (kind !== strongestKind(records.map((record) => record.kind))) faults.push('counts under its strongest kind')
  if (records.some(({ id }, index) => id !== `${hash}:${index}`)) faults.push('has ids of its own')
  const said = records.map((record) => `${record.kind} ${record.recipient?.toLowerCase()}`)
  if (new Set(said).size < said.length) faults.push('says everything once')
  return faults
}

describe('damaged messages', () => {
  it(`are all accounted for, ${MUTATED} of them, and none is a fault`, { timeout: 240_000 }, async () => {
    const messages = await originals()
    const random = new Random(SEED)
    const store = await Store.open(':memory:')
    const id = await store.beginImport(['damaged'])
    let met = 0
    let deleted = 0
    for (let first = 0; first < MUTATED; first += A_MAILBOX) {
      const bytes = damagedMailbox(messages, first, random)
      const { slices, unread } = await readBytes(bytes)
      const where = `mailbox from mutation ${first}`
      expect(
        unread.filter(({ place }) => place.startsWith('whole')),
        where,
      ).toEqual([])
      // The slices join without a gap, from the first byte to the last: no message can have fallen between them.
      expect(slices[0]?.offset, where).toBe(0)
      const ends = slices.map((slice) => slice.offset + slice.bytes.length)
      expect([...slices.slice(1).map(({ offset }) => offset), bytes.length], where).toEqual(ends)

      const entries: MessageEntry[] = []
      const leftOut = await processSlices(slices, (entry) => entries.push(entry))
      const found = slices.reduce((sum, { starts }) => sum + starts.length, 0)
      expect(entries.length + leftOut, where).toBe(found)
      for (const entry of entries) expect(faultsOf(entry), `${where}, message ${entry.source.index}`).toEqual([])
      await store.append(id, entries)
      met += entries.length
      deleted += leftOut
    }
    store.noteDeleted(id, deleted)
    await store.endImport(id, 'complete')

    const accounting = await store.accounting()
    expect(accounting.messages + accounting.duplicates).toBe(met)
    expect(accounting.deleted).toBe(deleted)
    expect(accounting.messages).toBeGreaterThan(MUTATED * 0.8)
    const [whole = 0, ...parts] =
      accountingLine(accounting, 'en')
        .match(/[\d,]+/g)
        ?.map(numberOf) ?? []
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
    expect(whole).toBe(accounting.messages)
    await store.close()
  })
})

const numberOf = (text: string) => Number(text.replaceAll(',', ''))
