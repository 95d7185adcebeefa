import { describe, expect, it } from 'vitest'
import { FIRST_SLICE_BYTES, MAX_MESSAGE_BYTES, SLICE_BYTES } from './limits.ts'
import { readBytes } from './testing/read.ts'

const head = (subject: string) => `From - \nFrom: a@example.com\nTo: b@example.org\nSubject: ${subject}\n\n`
const line = `${'x'.repeat(99)}\n`

describe('messages beyond the limit', () => {
  it.each([
    ['lines', line],
    ['no line end at all', 'x'.repeat(100)],
  ])('keep their head and their size; what follows is found (%s)', async (_name, filler) => {
    const big = `${head('big')}${filler.repeat(MAX_MESSAGE_BYTES / 50)}\n`
    const mbox = `${head('one')}Text\n\n${big}\n${head('two')}Text\n`
    const { messages, texts, slices, unread } = await readBytes(mbox)
    expect(texts.map((text) => /Subject: (.*)/.exec(text)?.[1])).toEqual(['one', 'big', 'two'])
    expect(messages[1]?.fullSize).toBe(big.length + 1)
    expect(messages[1]?.bytes.length).toBeLessThanOrEqual(MAX_MESSAGE_BYTES)
    expect(slices.map((slice) => slice.lastFullSize)).toEqual([null, big.length + 1, null])
    expect(messages[2]?.offset).toBe(mbox.lastIndexOf('From - '))
    expect(unread).toEqual([])
  })

  it('hold their open MIME part together, however long it is', async () => {
    const inside =
      'From b@example.com Thu Apr 29 23:34:45 2015\nReceived: a\nTo: c@example.com\nSubject: inner\n\nText\n'
    const mime = `From - \nFrom: a@example.com\nTo: b\nSubject: big\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\n`
    const mbox = `${mime}${line.repeat(MAX_MESSAGE_BYTES / 50)}\n${inside}\n--b--\n\n${head('two')}Text\n`
    const { texts } = await readBytes(mbox)
    expect(texts).toHaveLength(2)
  })

  it('apply to a single saved message too', async () => {
    const { messages } = await readBytes(`From: a@example.com\nSubject: s\n\n${line.repeat(MAX_MESSAGE_BYTES / 50)}`)
    expect(messages).toHaveLength(1)
    expect(messages[0]?.bytes.length).toBe(MAX_MESSAGE_BYTES)
    expect(messages[0]?.fullSize).toBeGreaterThan(MAX_MESSAGE_BYTES)
  })
})

describe('slices', () => {
  it('begin small, grow, and hold every message once', async () => {
    const message = `${head('s')}${line.repeat(40)}\n`
    const count = 2000
    const { slices, messages } = await readBytes(message.repeat(count))
    expect(messages.map((one) => one.index)).toEqual(Array.from({ length: count }, (_, index) => index))
    expect(slices[0]?.bytes.length).toBeLessThan(FIRST_SLICE_BYTES + 2 * message.length)
    expect(Math.max(...slices.map((slice) => slice.bytes.length))).toBeLessThan(SLICE_BYTES + 2 * message.length)
    for (const slice of slices) expect(slice.offset).toBe(slice.firstIndex * message.length)
  })
})
