import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { explainCommand } from './explain-command.ts'
import { EXIT } from './options.ts'
import type { Streams } from './streams.ts'

/** What `explain --format ndjson -` answers to these chunks of standard input. */
async function answers(...chunks: string[]) {
  const written: string[] = []
  const notes: string[] = []
  const streams: Streams = {
    out: { write: async (text) => void written.push(text) },
    note: (line) => void notes.push(line),
    interactive: false,
    status: () => {},
  }
  const code = await explainCommand(
    '-',
    { format: 'ndjson' },
    streams,
    Readable.from(chunks.map((c) => Buffer.from(c))),
  )
  const lines = written.join('').trimEnd().split('\n')
  return { code, notes, lines: lines.map((line) => JSON.parse(line)) }
}

const ask = (reply: string, more = {}) => JSON.stringify({ reply, ...more })

it('answers one a line in the same order, however the input is cut', async () => {
  const asked = [
    ask('550 5.1.1 User unknown', { remoteMta: '', recipient: null }),
    ask('550 5.2.1 Mailbox disabled', { recipient: 'anna@example.com' }),
    ask('421 4.7.0 Too many connections', { remoteMta: 'mx.example.com' }),
  ].join('\r\n')
  const { code, lines } = await answers(asked.slice(0, 30), asked.slice(30, 90), asked.slice(90))
  expect(code).toBe(EXIT.done)
  expect(lines.map(({ verdict, recipient }) => [verdict, recipient])).toEqual([
    ['remove', null],
    ['remove', 'anna@example.com'],
    ['keep', null],
  ])
})

it('reads a line separator within a reply as part of it', async () => {
  const { code, lines } = await answers(`${ask('550 5.1.1 Sorry\u2028User unknown')}\n`)
  expect([code, lines.length, lines[0]?.cause]).toEqual([EXIT.done, 1, 'mailbox-unknown'])
})

it('keeps the order where a line is no question, and says so', async () => {
  const { code, lines, notes } = await answers(`${ask('452 4.2.2 Mailbox full')}\nnonsense\n${ask('550 spam')}\n`)
  expect(code).toBe(EXIT.unread)
  expect(lines.map((line) => line.cause ?? line.error)).toEqual([
    'mailbox-full',
    expect.stringContaining('Line 2'),
    'spam',
  ])
  expect(notes).toEqual([expect.stringContaining('Line 2')])
})
