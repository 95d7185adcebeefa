import { describe, expect, it } from 'vitest'
import { splitReturned } from './returned.ts'

const HEADERS =
  'Received: from a.example by b.example; Mon, 2 Nov 2026 10:00:00 +0000\nFrom: me@example.org\nTo: you@example.com\nSubject: Hello\n\nbody\n'

describe('splitReturned', () => {
  it.each([
    '--- Below this line is a copy of the message.',
    '------ This is a copy of the message, including all the headers. ------',
    '   ----- Original message follows -----',
    '----- Original message -----',
    'Original message headers:',
    '------- Original message follows -------',
    '   ----- Message header follows -----',
  ])('cuts at %j', (marker) => {
    const quoted = splitReturned(`It failed.\n\n${marker}\n\n${HEADERS}`)
    expect(quoted?.before.trim()).toBe('It failed.')
    expect(quoted?.headers.get('subject')).toBe('Hello')
  })

  it('cuts at a header block that nothing announces', () => {
    expect(splitReturned(`It failed.\n\n${HEADERS}`)?.before.trim()).toBe('It failed.')
  })

  it('reads an indented or quoted block behind a marker', () => {
    for (const indent of ['   ', '> ']) {
      const block = HEADERS.split('\n')
        .map((line) => indent + line)
        .join('\n')
      const quoted = splitReturned(`It failed.\n\nOriginal message as follows:\n\n${block}`)
      expect(quoted?.headers.get('to')).toBe('you@example.com')
    }
  })

  it('leaves a summary of the message in the report alone', () => {
    expect(
      splitReturned('Your message\n\nFrom: me@example.org\nTo: you@example.com\nSubject: Hello\n\ndid not arrive.'),
    ).toBeNull()
    expect(
      splitReturned(
        '  To: you@example.com\n  Subject: Hello\n\ndid not reach the following recipient:\n\nyou@example.com',
      ),
    ).toBeNull()
  })

  it('leaves fields of a delivery status alone', () => {
    expect(
      splitReturned(
        'Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1',
      ),
    ).toBeNull()
  })
})
