import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BounceRecord } from '../../shared/bounce.ts'
import { processSlices } from '../ingest/process-slice.ts'
import { readSources } from '../sources/index.ts'
import type { MessageEntry } from '../store/index.ts'
import { Store } from '../store/index.ts'
import { createReport } from './index.ts'

/** A report by its headers that says nowhere in a known form whom it is about. */
const bounce = (number: number) => `Return-Path: <>
Received: from mx.post.example by in.shop.example; Tue, 3 Mar 2026 10:0${number}:00 +0000
From: Mail Delivery Subsystem <MAILER-DAEMON@post.example>
To: "Ada Lovelace" <ada@shop.example>
Date: Tue, 3 Mar 2026 10:0${number}:00 +0000
Subject: Undelivered Mail Returned to Sender (${number})
X-Strange: keep me
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: text/plain

Dear Ada Lovelace,
one of the mailboxes is full.
>From here on nothing is known.

--b1
Content-Type: message/rfc822

From: "Ada Lovelace" <ada@shop.example>
To: Carl Friedrich <carl@club.example>, dora@club.example
Subject: Minutes

Hello
--b1--
`
const ordinary = `From: Bo <bo@shop.example>
To: ada@shop.example
Subject: Lunch?

At twelve.
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounce-triage-report-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(file: string): Promise<MessageEntry[]> {
  const entries: MessageEntry[] = []
  for await (const event of readSources([file], {})) {
    if (event.type === 'slice') await processSlices([event.slice], (entry) => entries.push(entry))
  }
  return entries
}

async function stored(messages: string[]) {
  const file = join(folder, `${Math.random()}.mbox`)
  writeFileSync(file, messages.map((text) => `From x@post.example Tue Mar  3 10:00:00 2026\n${text}\n`).join(''))
  const store = await Store.open(':memory:')
  await store.append(await store.beginImport([file]), await read(file))
  return { store, file, report: createReport(store) }
}

const essence = ({ kind, recipient, evidence, group, cause, reportedAt }: BounceRecord) => {
  return { kind, recipient, detector: evidence.detector, rule: evidence.rule, group, cause, reportedAt }
}

describe('a report on unrecognised bounces', () => {
  it('holds them and no other message, names nobody, and reads as they do', async () => {
    const { report, file } = await stored([bounce(1), ordinary, bounce(2)])
    const saved = join(folder, 'report.mbox')
    expect(await report.write(saved)).toEqual({ count: 2, left: 0, files: [saved] })
    const text = readFileSync(saved, 'utf8')
    expect(text).not.toMatch(/ada|lovelace|carl|dora|friedrich|shop\.example>|club\.example|lunch/i)
    expect(text.match(/^X-Strange: keep me$/gm)).toHaveLength(2)
    expect(text.match(/^Subject: Undelivered Mail Returned to Sender/gm)).toHaveLength(2)
    expect(text.match(/^Received: from mx\.post\.example by/gm)).toHaveLength(2)

    const before = (await read(file)).filter(({ unrecognised }) => unrecognised)
    const after = await read(saved)
    expect(after.map(({ unrecognised }) => unrecognised)).toEqual([true, true])
    expect(after.flatMap(({ records }) => records.map(essence))).toEqual(
      before.flatMap(({ records }) => records.map(essence)),
    )
  })

  it('is shown before it is written, letter for letter', async () => {
    const { report } = await stored([bounce(1), bounce(2)])
    const preview = await report.preview(new Date(2026, 10, 26))
    const saved = join(folder, 'shown.mbox')
    await report.write(saved)
    expect(preview).toMatchObject({ count: 2, left: 0, truncated: false })
    expect(preview.fileName).toBe('bounce-triage-unrecognised-2026-11-26.mbox')
    expect(preview.text).toBe(readFileSync(saved, 'utf8'))
  })

  it('says how many it could not take in, when their file has changed', async () => {
    const { report, file } = await stored([bounce(1), bounce(2)])
    writeFileSync(file, `From x@post.example Tue Mar  3 10:00:00 2026\n${bounce(1)}\n`)
    expect(await report.preview()).toMatchObject({ count: 1, left: 1 })
  })

  it('does not give two workspaces one pseudonym', async () => {
    const texts = [await stored([bounce(1)]), await stored([bounce(1)])].map(({ report }) => report.preview())
    const [one, other] = await Promise.all(texts)
    expect(one?.text).not.toBe(other?.text)
  })

  it('leaves nothing behind where it cannot be written', async () => {
    const { report } = await stored([bounce(1)])
    await expect(report.write(join(folder, 'nowhere', 'report.mbox'))).rejects.toThrow('its folder does not exist')
  })
})
