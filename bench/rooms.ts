/** Where the processor's time goes: what each room takes of a message, on one thread, against mbox-reader alone in the same run. */
import { createReadStream } from 'node:fs'
import { mboxReader } from 'mbox-reader'
import { detect } from '../src/main/detect/index.ts'
import { assembleRecord, originalOf } from '../src/main/ingest/assemble.ts'
import { messageHash } from '../src/main/ingest/hash.ts'
import { parseMessage } from '../src/main/message/index.ts'
import type { RawMessage } from '../src/main/message/types.ts'

export interface RoomTime {
  name: string
  /** Milliseconds of processor a message, the first time through the mailbox: code is compiled meanwhile. */
  first: number
  /** The same for another mailbox after that: the code is compiled, but these messages were never seen. */
  warm: number
}

/** Messages that are taken through a room together, so that the clock is asked seldom and memory stays small. */
const BATCH = 200

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Milliseconds of one pass by room, all messages together. */
async function pass(raws: readonly RawMessage[]): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  let since = processorMs()
  const done = (name: string) => {
    const now = processorMs()
    times.set(name, (times.get(name) ?? 0) + now - since)
    since = now
  }
  for (let at = 0; at < raws.length; at += BATCH) {
    const batch = raws.slice(at, at + BATCH)
    since = processorMs()
    const hashes = batch.map(({ bytes }) => messageHash(bytes))
    done('hash')
    const messages = []
    for (const raw of batch) messages.push(await parseMessage(raw))
    done('message: parse')
    const statements = messages.map((message) => detect(message))
    done('detect: read')
    for (const [index, message] of messages.entries()) {
      const original = originalOf(message.returned)
      statements[index]?.map((one, place) => assembleRecord(message, one, hashes[index] ?? '', place, original))
    }
    done('classify: judge, and put the record together')
  }
  return times
}

/** Goes through two mailboxes room by room; the baseline stands first. */
export async function measureRooms(file: string, other: string): Promise<RoomTime[]> {
  const [cold, warm] = [await measureOne(file), await measureOne(other)]
  return [...cold].map(([name, first]) => ({ name, first, warm: warm.get(name) ?? Number.NaN }))
}

/** Milliseconds a message. */
async function measureOne(file: string): Promise<Map<string, number>> {
  const contents: Buffer[] = []
  const before = processorMs()
  for await (const { content } of mboxReader(createReadStream(file))) contents.push(content)
  const reader = processorMs() - before
  const times = await pass(
    contents.map((bytes, index) => ({
      ...{ file, index, offset: 0, bytes },
      separatorDate: null,
      fullSize: bytes.length,
    })),
  )
  const sum = [...times.values()].reduce((all, ms) => all + ms, 0)
  const rows = [['mbox-reader alone', reader] as const, ...times, ['all rooms', sum] as const]
  return new Map(rows.map(([name, ms]) => [name, ms / contents.length]))
}
