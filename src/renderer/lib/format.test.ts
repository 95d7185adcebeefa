import { describe, expect, it } from 'vitest'
import { baseName, countOf, formatBytes, formatDateTime, formatDuration, formatShare, timeLeft } from './format.ts'

describe('counts and shares', () => {
  it('agrees with the noun and groups digits', () => {
    expect(countOf(1, 'message')).toBe('1 message')
    expect(countOf(10240, 'message', 'messages', 'en-GB')).toBe('10,240 messages')
    expect(countOf(0, 'address', 'addresses')).toBe('0 addresses')
  })

  it('never shows something as nothing, nor a part as the whole', () => {
    expect(formatShare(1, 100_000, 'en-GB')).toBe('<1%')
    expect(formatShare(99_999, 100_000, 'en-GB')).toBe('>99%')
    expect(formatShare(0, 100, 'en-GB')).toBe('0%')
    expect(formatShare(100, 100, 'en-GB')).toBe('100%')
    expect(formatShare(5, 0, 'en-GB')).toBe('0%')
  })
})

describe('sizes and times', () => {
  it('picks the unit that people would', () => {
    expect(formatBytes(512, 'en-GB')).toBe('512 byte')
    expect(formatBytes(45_300_000, 'en-GB')).toBe('45.3 MB')
    expect(formatBytes(2_000_000_000, 'en-GB')).toBe('2 GB')
  })

  it('writes lengths of time in the two largest units', () => {
    expect(formatDuration(400)).toBe('0 s')
    expect(formatDuration(200_000)).toBe('3 min 20 s')
    expect(formatDuration(7_500_000)).toBe('2 h 5 min')
  })

  it('guesses the time left only when it can', () => {
    expect(timeLeft({ bytes: 25, totalBytes: 100, elapsedMs: 2000 })).toBe(6000)
    expect(timeLeft({ bytes: 25, totalBytes: null, elapsedMs: 2000 })).toBeNull()
    expect(timeLeft({ bytes: 0, totalBytes: 100, elapsedMs: 2000 })).toBeNull()
    expect(timeLeft({ bytes: 25, totalBytes: 100, elapsedMs: 10 })).toBeNull()
  })

  it('shows dates in the reader’s zone and nothing for what is no date', () => {
    expect(formatDateTime('2026-03-01T23:30:00Z', 'en-GB', 'UTC')).toBe('1 Mar 2026, 23:30')
    expect(formatDateTime('2026-03-01T23:30:00Z', 'en-GB', 'Europe/Berlin')).toBe('2 Mar 2026, 00:30')
    expect(formatDateTime(null)).toBe('')
    expect(formatDateTime('yesterday')).toBe('')
  })

  it('takes the last part of any path', () => {
    expect(baseName('/home/a/mail.mbox')).toBe('mail.mbox')
    expect(baseName('C:\\Mail\\Inbox')).toBe('Inbox')
    expect(baseName('folder/')).toBe('folder')
  })
})
