import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tarOf, zipOf } from './testing/archives.ts'
import { Random } from './testing/random.ts'
import { readBytes } from './testing/read.ts'

const DATE = 'Thu Apr 29 23:34:45 2015'
const PIECES = [
  `From a@example.com ${DATE}\n`,
  'From - \n',
  'From \n',
  'From 184@xxx\n',
  'From Russia with love\n',
  '>From x\n',
  `>From a ${DATE}\n`,
  'From: a@example.com\nTo: b@example.org\nSubject: s\n\n',
  'Received: from a\n\tby b\n',
  'X-Mozilla-Status: 0009\n',
  'Content-Length: 30\n',
  'Content-Type: multipart/report; boundary="b1"\n',
  'Content-Type: multipart/mixed;\r\n boundary=b2\r\n',
  '--b1\n',
  '--b1--\n',
  '--b2\r\n',
  '--b2--\r\n',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\0\0',
  '----------\n',
  'Year: 1963\n',
  'Text\n',
  'Text without end',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\x1f\x8b',
  'PK\x03\x04',
]

const randomText = (random: Random) => Array.from({ length: 1 + random.below(40) }, () => random.pick(PIECES)).join('')

/** Flips, cuts or doubles a few bytes. */
function damaged(bytes: Buffer, random: Random): Buffer {
  let out = Buffer.from(bytes)
  for (let count = random.below(4); count > 0 && out.length > 1; count--) {
    const at = random.below(out.length)
    const what = random.below(3)
    if (what === 0) out[at] = random.below(256)
    else if (what === 1)
      out = Buffer.concat([out.subarray(0, at), out.subarray(Math.min(out.length, at + random.below(200)))])
    else out = Buffer.concat([out.subarray(0, at), out.subarray(Math.max(0, at - random.below(50)))])
  }
  return out
}

async function readTwice(bytes: Buffer, chunk: number) {
  const whole = await readBytes(bytes)
  const pieces = await readBytes(bytes, chunk)
  expect(pieces.texts).toEqual(whole.texts)
  expect(pieces.deleted).toEqual(whole.deleted)
  expect(pieces.unread).toEqual(whole.unread)
  // Nothing is silent, and nothing is counted twice or left out.
  expect(whole.messages.length + whole.deleted.length + whole.unread.length).toBeGreaterThan(0)
  const indexes = [...whole.messages, ...whole.deleted].map((one) => one.index).sort((a, b) => a - b)
  expect(indexes).toEqual(indexes.map((_, at) => at))
  return whole
}

describe('whatever stands in a file', () => {
  it('it is read alike in any pieces, and no byte of text between messages is lost', async () => {
    for (let seed = 0; seed < 400; seed++) {
      const random = new Random(seed)
      const bytes = Buffer.from(randomText(random), 'latin1')
      const { slices, messages, deleted } = await readTwice(bytes, 1 + random.below(9))
      const ends = slices.map((slice) => slice.offset + slice.bytes.length)
      // Slices of a plain file join without a gap, up to its end.
      slices.forEach((slice, at) => {
        if (at > 0) expect(slice.offset).toBe(ends[at - 1])
      })
      if (slices.length > 0 && slices[0]?.container === 'mbox') expect(ends.at(-1)).toBe(bytes.length)
      const count = slices.reduce((sum, slice) => sum + slice.starts.length, 0)
      expect(messages.length + deleted.length).toBe(count)
    }
  })

  it('damaged archives never stop the reader', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const random = new Random(seed)
      const items = [
        { name: 'a', content: randomText(random) },
        { name: 'b', content: `From - \nFrom: a@example.com\nSubject: s\n\n${randomText(random)}` },
      ]
      const tar = await tarOf(items)
      const packed = random.pick([tar, gzipSync(tar), zipOf(items), gzipSync(items[1]?.content ?? '')])
      const { messages, deleted, unread } = await readBytes(damaged(packed, random))
      expect(messages.length + deleted.length + unread.length).toBeGreaterThan(0)
    }
  })
})
