/** Generates mailboxes as people have them: many senders' formats, many sizes, no message twice. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { FORMATS } from './messages.ts'
import { Random } from './random.ts'

/** Bytes gathered before they are written. */
const CHUNK_BYTES = 1 << 20

export interface MailboxSize {
  bytes: number
  messages: number
}

/** Writes an mbox of `messages` generated messages to `file`. */
export async function writeMailbox(file: string, messages: number, seed = 1): Promise<MailboxSize> {
  const random = new Random(seed)
  const stream = createWriteStream(file)
  let bytes = 0
  let chunk = ''
  for (let index = 0; index < messages; index++) {
    chunk += mboxMessage(random, index)
    if (chunk.length < CHUNK_BYTES && index < messages - 1) continue
    bytes += Buffer.byteLength(chunk)
    if (!stream.write(chunk)) await once(stream, 'drain')
    chunk = ''
  }
  stream.end()
  await once(stream, 'finish')
  return { bytes, messages }
}

/** One message with its separator and quoting (mboxrd). */
function mboxMessage(random: Random, index: number): string {
  const at = new Date(Date.UTC(2026, 8, 1) + index * 37_000)
  const message = random.weighted(FORMATS)(random, index, at)
  return `From MAILER-DAEMON ${asctime(at)}\n${message.replace(/^(>*From )/gm, '>$1')}\n`
}

/** `Tue Sep  1 00:00:00 2026`, UTC. */
function asctime(at: Date): string {
  const [weekday, day, month, year, time] = at.toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`
}
