import { describe, expect, it } from 'vitest'
import { messageHash } from './hash.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const lf = 'Subject: returned\n\nline one\nline two\n'

describe('messageHash', () => {
  it('knows a message again whatever its line ends', () => {
    expect(messageHash(bytes(lf.replaceAll('\n', '\r\n')))).toBe(messageHash(bytes(lf)))
    expect(messageHash(bytes(lf.replaceAll('\n', '\r')))).toBe(messageHash(bytes(lf)))
  })

  it('knows a message again when the mailbox took its last line end', () => {
    expect(messageHash(bytes(lf.slice(0, -1)))).toBe(messageHash(bytes(lf)))
    expect(messageHash(bytes(lf.slice(0, -1).replaceAll('\n', '\r\n')))).toBe(messageHash(bytes(lf)))
  })

  it('tells messages apart that differ in one byte or one empty line', () => {
    expect(messageHash(bytes(lf.replace('one', 'onE')))).not.toBe(messageHash(bytes(lf)))
    expect(messageHash(bytes(lf.replace('\nline two', '\n\nline two')))).not.toBe(messageHash(bytes(lf)))
  })

  it('is that of the bytes alone, whatever stands around them in memory or was hashed before', () => {
    const whole = bytes(`From x\n${lf}\nFrom y\n`)
    const inside = whole.subarray(7, 7 + lf.length - 1)
    expect(messageHash(inside)).toBe(messageHash(bytes(lf)))
    expect(messageHash(inside.subarray(0, -1))).toBe(messageHash(bytes(lf.slice(0, -2))))
    expect(messageHash(whole.subarray(0, 4))).toBe(messageHash(bytes('From')))
    const long = bytes('x'.repeat(200_000))
    expect(messageHash(long)).toBe(messageHash(bytes(`${'x'.repeat(200_000)}\n`)))
  })

  it('has 32 hex digits, for an empty message too', () => {
    expect(messageHash(new Uint8Array())).toMatch(/^[0-9a-f]{32}$/)
  })
})
