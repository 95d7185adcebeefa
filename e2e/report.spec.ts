/** A bounce that nobody recognises: found, looked at, and saved without anyone's address, so that its form can be learned. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BounceRecord } from '../src/shared/bounce.ts'
import { expect, test } from './support/app.ts'
import { recordsOf, runCli } from './support/cli.ts'
import { SAMPLE } from './support/paths.ts'

const STRANGE = `Return-Path: <>
Received: from gate.post.example (gate.post.example [192.0.2.7])
	by in.shop.example with ESMTP id 4Xy for <newsletter@shop.example>; Tue, 3 Mar 2026 10:00:00 +0000
From: Mail Delivery Subsystem <MAILER-DAEMON@post.example>
To: "Ada Lovelace" <ada.lovelace@shop.example>
Date: Tue, 3 Mar 2026 10:00:00 +0000
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
X-Gate-Verdict: 17
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dear Ada Lovelace,

one of the mailboxes is full. Not for you? http://shop.example/?u=3Dcarl=40club.exam=
ple

--b1
Content-Type: message/rfc822

From: "Ada Lovelace" <ada.lovelace@shop.example>
To: =?utf-8?Q?Carl_Fr=C3=BChling?= <carl@club.example>, dora.d@club.example
Subject: Minutes

Hello
--b1--
`
const HEADERS = ['Return-Path', 'Received', 'From', 'To', 'Date', 'Subject', 'MIME-Version', 'X-Gate-Verdict']

/** What is judged of a message, without whom it is about. */
const essence = ({ kind, recipient, group, cause, evidence }: BounceRecord) => {
  return { kind, recipient, group, cause, detector: evidence.detector, rule: evidence.rule }
}

test('unrecognised bounces are listed and saved for a report', async ({ app }) => {
  const strange = join(app.folder, 'strange.mbox')
  writeFileSync(strange, `From MAILER-DAEMON Tue Mar  3 10:00:00 2026\n${STRANGE}\n`)
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await app.drop([strange])
  await app.window.imported()

  await app.window.accounting.getByRole('button', { name: '2 bounces not recognised' }).click()
  await expect(app.window.chips).toContainText('Bounces not recognised')
  await expect(app.window.rows()).toHaveCount(2)

  await app.window.page.getByRole('button', { name: 'Save for a report…' }).click()
  const dialog = app.window.dialog('Save for a report')
  const shown = dialog.getByRole('region', { name: 'Text of the report' })
  await expect(shown).toContainText('X-Gate-Verdict: 17')
  const preview = (await shown.innerText()).trimEnd()
  const text = await app.saved(() => dialog.getByRole('button', { name: 'Save…' }).click())
  await expect(dialog).toContainText('2 bounces saved')
  expect(text.trimEnd()).toBe(preview)

  expect(text).not.toMatch(/lovelace|carl|dora|Fr=C3=BChling|frühling|club\.example|@shop\.example|=40/i)
  for (const name of HEADERS) expect.soft(text).toMatch(new RegExp(`^${name}:`, 'm'))
  expect(text).toContain('Received: from gate.post.example (gate.post.example [192.0.2.7])')

  const saved = join(app.folder, 'report.mbox')
  writeFileSync(saved, text)
  const isUnrecognised = ({ kind, recipient, evidence }: BounceRecord) =>
    kind === 'bounce' && recipient === null && evidence.detector === 'none'
  const before = recordsOf(runCli(['--format', 'ndjson', SAMPLE, strange])).filter(isUnrecognised)
  expect(before).toHaveLength(2)
  expect(recordsOf(runCli(['--format', 'ndjson', saved])).map(essence)).toEqual(before.map(essence))

  // The command line saves the same messages, under other pseudonyms.
  const cli = join(app.folder, 'cli.mbox')
  const run = runCli(['--unrecognised', cli, SAMPLE, strange])
  expect(run.err).toContain('2 bounces of unknown form saved')
  expect(run.out).toContain('strange.mbox: message 1: Undelivered Mail Returned to Sender')
  const frame = (mbox: string) => mbox.match(/^(?:From |--|[A-Z][\w-]+:)/gm)
  expect(frame(readFileSync(cli, 'utf8'))).toEqual(frame(text))
})
