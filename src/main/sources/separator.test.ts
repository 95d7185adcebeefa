import { describe, expect, it } from 'vitest'
import { headerBlock } from './headers.ts'
import { separatorForm, startsMessage } from './separator.ts'
import { separatorDate } from './separatorDate.ts'

describe('the date of a separator', () => {
  it.each([
    ['From a@example.com Thu Apr 29 23:34:45 2015', '2015-04-29T23:34:45.000Z'],
    ['From MAILER-DAEMON  Fri Jul  8 12:08:34 2011', '2011-07-08T12:08:34.000Z'],
    ['From a@example.com Thu Apr 29 23:34 2015', '2015-04-29T23:34:00.000Z'],
    ['From a@example.com Thu Apr 29 23:34:45 +0200 2015', '2015-04-29T21:34:45.000Z'],
    ['From 1579@xxx Fri Aug 04 14:53:42 +0000 2017', '2017-08-04T14:53:42.000Z'],
    ['From a@example.com Thu Apr 29 23:34:45 2015 -0730', '2015-04-30T07:04:45.000Z'],
    ['From a@example.com Thu Apr 29 23:34:45 PDT 2015', '2015-04-30T06:34:45.000Z'],
    ['From a@example.com Thu Apr 29 23:34:45 2015 +0900 (JST)', '2015-04-29T14:34:45.000Z'],
    ['From a@example.com Thu Apr 29 23:34:45 2015 remote from host', '2015-04-29T23:34:45.000Z'],
    ['From a@example.com Thu, 29 Apr 2015 23:34:45 +0100', '2015-04-29T22:34:45.000Z'],
    ['From a@example.com 2015-04-29T23:34:45Z', '2015-04-29T23:34:45.000Z'],
    ['From ???@??? Mon Jan 05 10:00:00 98', '1998-01-05T10:00:00.000Z'],
    ['From  Mon Jan 05 10:00:00 1998', '1998-01-05T10:00:00.000Z'],
    ['From -', null],
    ['From ', null],
    ['From 184@xxx', null],
    ['From a@example.com Thu Apr 45 23:34:45 2015', null],
  ])('%s', (line, date) => {
    expect(separatorDate(line)).toBe(date)
  })
})

describe('the form of a separator', () => {
  it.each([
    ['From a@example.com Thu Apr 29 23:34:45 2015', 'dated'],
    ['From "John Doe"@example.com Thu Apr 29 23:34:45 2015', 'dated'],
    ['From - Thu Apr 29 23:34:45 2015', 'dated'],
    ['From - ', 'bare'],
    ['From ', 'bare'],
    ['From 1844674407370955161@xxx', 'address'],
    ['From MAILER-DAEMON', 'address'],
    ['From a@example.com Do 29. April 2015 23:34:45', 'address'],
    ['From Russia with love', 'prose'],
    ['From a@example.com we heard nothing', 'prose'],
    ['From today', 'word'],
  ])('%s', (line, form) => {
    expect(separatorForm(line)).toBe(form)
  })
})

describe('what follows a separator', () => {
  const followedBy = (text: string) => ({ afterEmptyLine: true, afterRuler: false, headers: headerBlock(text, true) })

  it('takes folded header lines for header lines', () => {
    expect(startsMessage('bare', followedBy('Received: from a\n\tby b\nSubject: x\n\nText'))).toBe(true)
  })

  it('does not take one header-like line for a header block', () => {
    expect(startsMessage('word', followedBy('Year: 1963\nis the year of the film.\n'))).toBe(false)
    expect(startsMessage('dated', followedBy('Year: 1963\nis the year of the film.\n'))).toBe(false)
    expect(startsMessage('bare', followedBy('Date: tomorrow\nwe meet again\n'))).toBe(false)
  })

  it('wants more proof where no empty line stands before', () => {
    const tight = (text: string) => ({ ...followedBy(text), afterEmptyLine: false })
    expect(startsMessage('dated', tight('Received: from a\nSubject: x\n\n'))).toBe(true)
    expect(startsMessage('dated', tight('Subject: x\nand so on\n'))).toBe(false)
    expect(startsMessage('bare', tight('Subject: x\nTo: y\n\n'))).toBe(false)
  })

  it('takes a ruler before it for the start of a quoted message', () => {
    const around = { ...followedBy('Received: a\nSubject: x\n\n'), afterEmptyLine: false, afterRuler: true }
    expect(startsMessage('dated', around)).toBe(false)
  })
})
