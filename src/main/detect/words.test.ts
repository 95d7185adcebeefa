import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { parseText } from './testing/fixtures.ts'
import { MAX_LINE, shortened } from './words.ts'

const HEAD = 'Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\nSubject: Undelivered Mail Returned to Sender\n\n'
const NOTICE =
  'This is the mail system at host mx.example.net.\n\n<ida@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 unknown\n\n'

describe('shortened', () => {
  it('leaves an ordinary report as it is', async () => {
    const message = await parseText(HEAD + NOTICE)
    expect(shortened(message)).toBe(message)
  })

  it('cuts long lines and runs of blank ones, and keeps the rest of the message', async () => {
    const message = await parseText(`${HEAD}${NOTICE}${'\n'.repeat(50)}${'x'.repeat(3 * MAX_LINE)}\nend\n`)
    const short = shortened(message)
    expect(short.text).toBe(`${NOTICE.trimEnd()}\n\n\n${'x'.repeat(MAX_LINE)}\nend\n`)
    expect(short.headers).toBe(message.headers)
  })

  it('does not hide a recipient in front of a long tail', async () => {
    const statements = detect(await parseText(`${HEAD}${NOTICE}${'-'.repeat(500_000)}`))
    expect(statements.map(({ recipient, replyCode }) => [recipient, replyCode])).toEqual([['ida@example.com', '550']])
  })
})
