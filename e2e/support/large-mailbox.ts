/** A mailbox that takes long enough to be interrupted: the sample's messages again and again, each with an id of its own. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { SAMPLE } from './paths.ts'

/** Writes about `bytes` to `path` and says how many messages that is. */
export function writeLargeMailbox(path: string, bytes: number): number {
  const messages = readFileSync(SAMPLE, 'latin1')
    // The spool part of the sample: separators with the sender and a date.
    .split(/\n(?=From MAILER-DAEMON {2})/)
    .filter((message) => message.startsWith('From MAILER-DAEMON'))
  const file = openSync(path, 'w')
  let written = 0
  let count = 0
  try {
    while (written < bytes) {
      for (const message of messages) {
        const endOfSeparator = message.indexOf('\n') + 1
        const copy = `${message.slice(0, endOfSeparator)}X-Copy: ${count}\n${message.slice(endOfSeparator).trimEnd()}\n\n`
        written += writeSync(file, copy, null, 'latin1')
        count++
      }
    }
  } finally {
    closeSync(file)
  }
  return count
}
