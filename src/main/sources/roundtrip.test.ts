import { describe, expect, it } from 'vitest'
import { hasLongLine } from './guard.ts'
import { MAX_READER_LINE_BYTES } from './limits.ts'
import { readSlice } from './slice.ts'
import { Random } from './testing/random.ts'
import { readBytes } from './testing/read.ts'
import { unquote } from './unquote.ts'

const SEPARATORS = [
  'From a@example.com Thu Apr 29 23:34:45 2015',
  'From 157@xxx Fri Aug 04 14:53:42 +0000 2017',
  'From - ',
  'From ',
]
const LINES = [
  '',
  '',
  'Text',
  'From here to there',
  '>From here',
  '>>From Mon Jan 1',
  '> From',
  ' From',
  'From',
  'From ',
  '>',
  '--b',
  '--b--',
  'Subject: inner',
  'Year: 1963',
  '\xe4\xf6\xfc\xff\x80',
  '\x00\x01\x02',
  '\rx',
  'x\r\ry',
  'boundary="b"',
  'Content-Length: 12',
  '\xef\xbb\xbfFrom ',
  'From a@example.com Thu Apr 29 23:34:45 2015',
  'From - ',
]

function randomMessage(random: Random): string {
  // As real senders do, each message has a boundary of its own.
  const boundary = `b${random.below(1e6)}`
  const header = [`From: a${random.below(1000)}@example.com`, 'To: b@example.org', `Subject: ${random.below(1e6)}`]
  if (random.below(3) === 0) header.push(`Content-Type: multipart/report; boundary="${boundary}"`)
  const body = Array.from({ length: random.below(12) }, () => random.pick(LINES).replace(/\bb\b/, boundary))
  return `${header.join('\n')}\n\n${body.map((line) => `${line}\n`).join('')}`
}

/** As mboxrd prescribes: every line that begins with `From `, however often quoted, is quoted once more. */
const quote = (message: string) => message.replace(/^(?=>*From )/gm, '>')

describe('an mboxrd, written and read back', () => {
  it.each(Array.from({ length: 150 }, (_, seed) => seed))(
    'gives every message byte for byte (seed %i)',
    async (seed) => {
      const random = new Random(seed)
      const messages = Array.from({ length: 1 + random.below(6) }, () => randomMessage(random))
      const separator = () => random.pick(SEPARATORS)
      const mbox = messages.map((message) => `${separator()}\n${quote(message)}\n`).join('')
      expect((await readBytes(mbox)).texts).toEqual(messages)
      expect((await readBytes(mbox, 2)).texts).toEqual(messages)
      const crlf = mbox.replaceAll('\n', '\r\n')
      expect((await readBytes(crlf, 2)).texts).toEqual(messages)
    },
  )
})

describe('what goes around mbox-reader', () => {
  it('is unquoted as mbox-reader would', async () => {
    const random = new Random(7)
    for (let round = 0; round < 200; round++) {
      const body = Array.from({ length: random.below(30) }, () => random.pick(LINES)).join(random.pick(['\n', '\r\n']))
      const content = `Subject: x\n${body}`
      const bytes = new Uint8Array(Buffer.from(`From - \n${content}\n\n`, 'latin1'))
      const slice = {
        file: 'test',
        container: 'mbox' as const,
        firstIndex: 0,
        offset: 0,
        bytes,
        starts: [0],
        lastFullSize: null,
        maySayLength: true,
        keepCopy: false,
      }
      const read = await readSlice(slice).next()
      if (read.done || 'deleted' in read.value) throw new Error('nothing read')
      // A line that begins with `From ` and was not quoted stays as it is, in both.
      expect(Buffer.from(read.value.bytes).toString('latin1')).toBe(
        unquote(Buffer.from(`${content}\n`, 'latin1'), true).toString('latin1'),
      )
    }
  })

  it('is a message with a very long line, wherever it stands', async () => {
    const long = `From: a@example.com\nSubject: long\n\n>From here\n${'x'.repeat(MAX_READER_LINE_BYTES * 3)}\nend\n`
    const short = 'From: a@example.com\nSubject: short\n\nText\n'
    for (const order of [
      [long, short, short],
      [short, long, short],
      [short, short, long],
      [long, long],
    ]) {
      const { texts } = await readBytes(order.map((message) => `From - \n${message}\n`).join(''))
      expect(texts).toEqual(order.map((message) => message.replace('>From', 'From')))
    }
    const bytes = Buffer.from(long)
    expect(hasLongLine(bytes, { from: 0, to: bytes.length, quoted: true })).toBe(true)
  })
})

describe('reading a slice', () => {
  it('can stop early', async () => {
    const { slices } = await readBytes('From - \nFrom: a@example.com\nSubject: x\n\nText\n\n'.repeat(200))
    const slice = slices[0]
    if (slice === undefined) throw new Error('no slice')
    for await (const message of readSlice(slice)) {
      expect(message.index).toBe(0)
      break
    }
    let count = 0
    for await (const _ of readSlice(slice)) count++
    expect(count).toBe(slice.starts.length)
  })
})
