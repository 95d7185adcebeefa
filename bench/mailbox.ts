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

/** Writes an mbox of one bounce that carries an attachment of `bytes`, in lines of 76 characters or in one line without end. */
export async function writeLongMessage(file: string, bytes: number, lines: boolean): Promise<void> {
  const stream = createWriteStream(file)
  const to = 'huge@mail.example'
  stream.write(
    `From MAILER-DAEMON Tue Sep  1 00:00:00 2026\nReturn-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\n` +
      `To: news@example.com\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.net.\n` +
      `I'm afraid I wasn't able to deliver your message to the following addresses.\n\n<${to}>:\n` +
      `Remote host said: 550 5.1.1 Recipient unknown\n\n--- Below this line is a copy of the message.\n\n` +
      `From: news@example.com\nTo: ${to}\nSubject: a film\n\n`,
  )
  const chunk = (lines ? `${'QUJD'.repeat(19)}\n` : 'QUJD').repeat(lines ? 13_000 : 260_000)
  for (let written = 0; written < bytes; written += chunk.length) {
    if (!stream.write(chunk)) await once(stream, 'drain')
  }
  stream.end('\n')
  await once(stream, 'finish')
}
