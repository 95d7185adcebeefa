import { describe, expect, it } from 'vitest'
import { MARKERS, splitReturned } from './returned.ts'

const HEADERS =
  'Received: from a.example by b.example; Mon, 2 Nov 2026 10:00:00 +0000\nFrom: me@example.org\nTo: you@example.com\nSubject: Hello\n\nbody\n'

const MARKED = [
  '--- Below this line is a copy of the message.',
  '------ This is a copy of the message, including all the headers. ------',
  '   ----- Original message follows -----',
  '----- Original message -----',
  'Original message headers:',
  '------- Original message follows -------',
  '   ----- Message header follows -----',
  '>>> Returned mail <<<',
  '=== Bounced message ===',
  '*** Unsent message ***',
  '___ Rejected mail ___',
  'The undelivered message is attached',
  'failed message follows',
  'Unsent message follows:',
  'Mail text of the undelivered mail',
  'Copy of the message header follows',
  'Received headers are',
  '|-- Message log',
  'Headers of the rejected message',
  'Included is a copy of the message header:',
  '---- Transcript of the mail',
  'the rejected message as follows',
  '-------- Weitergeleitete Nachricht --------',
  'Begin forwarded message:',
  'Anfang der weitergeleiteten Nachricht:',
  'Début du message transféré :',
]

describe('splitReturned', () => {
  it('has every marker tried below', () => {
    expect(MARKERS.filter((marker) => !MARKED.some((line) => marker.test(line.trim())))).toEqual([])
  })

  it.each(MARKED)('cuts at %j', (marker) => {
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
