import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { parseText } from './testing/fixtures.ts'

const kinds = async (text: string) => detect(await parseText(text)).map(({ kind, recipient }) => [kind, recipient])

describe('detect', () => {
  it('takes bytes that are no mail for unreadable', async () => {
    expect(await kinds('no header here')).toEqual([['unreadable', null]])
  })

  it('takes a letter for other mail', async () => {
    expect(await kinds('From: a@example.com\nTo: b@example.org\nSubject: Hi\n\nUser unknown: c@example.net')).toEqual([
      ['other', null],
    ])
  })

  it('counts what looks like a bounce and names nobody as one without recipient', async () => {
    const report = 'Return-Path: <>\nFrom: mailer-daemon@example.net\nTo: b@example.org\nSubject: Undelivered mail\n\n'
    expect(await kinds(`${report}Delivery failed.`)).toEqual([['bounce', null]])
    expect(await kinds(`${report}Delivery has been delayed; we will keep trying.`)).toEqual([['delay', null]])
  })

  it('takes no notice of a report that a person quotes in an answer', async () => {
    const quoted =
      "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<c@example.net>:\nno mailbox here by that name. (#5.1.1)\n"
    expect(
      await kinds(
        `Return-Path: <a@example.com>\nFrom: a@example.com\nTo: b@example.org\nSubject: Fwd: failure notice\n\n${quoted}`,
      ),
    ).toEqual([['other', null]])
  })

  it('never takes sender, list or helper of a report for the failed address', async () => {
    const found = await kinds(
      'Return-Path: <>\nFrom: mailer-daemon@example.net\nTo: list-owner@example.org\nSubject: Returned mail\n\nFrom: list-owner@example.org\n\nThe following address failed:\n\n  <c@example.com>: user unknown\n\nQuestions? Contact postmaster@example.net or help@example.net.\n',
    )
    expect(found).toEqual([['bounce', 'c@example.com']])
  })
})
