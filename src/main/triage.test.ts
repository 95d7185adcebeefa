import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_FILTER } from '../shared/query.ts'
import { buildWorker } from './ingest/testing/built-worker.ts'
import { createTriage } from './triage.ts'

const workerFile = await buildWorker()

const dsn = (recipient: string, reply: string, status: string, date = 'Mon, 02 Nov 2026 10:00:00 +0000') =>
  `Return-Path: <>
From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
To: news@example.com
Date: ${date}
Subject: Undelivered Mail Returned to Sender
Message-ID: <${recipient}.${status}.${date.slice(5, 7)}@mx.example.net>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

<${recipient}>: host mx.example.org[192.0.2.5] said: ${reply} (in reply to RCPT TO command)

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: ${status}
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; ${reply}

--b1
Content-Type: text/rfc822-headers

From: Shop <news@example.com>
To: ${recipient}
Subject: Our autumn list

--b1--
`

const mbox = (...messages: string[]) =>
  messages.map((message) => `From MAILER-DAEMON Mon Nov  2 10:00:00 2026\n${message}\n`).join('')

const dead = dsn('anna@example.org', '550 5.1.1 <anna@example.org>: User unknown', '5.1.1')
const full = dsn('ben@example.org', '452 4.2.2 Mailbox full', '4.2.2')
const ordinary = `From: carla@example.org
To: news@example.com
Date: Tue, 03 Nov 2026 09:00:00 +0000
Subject: Thank you
Message-ID: <thanks@example.org>

The parcel arrived.
`

let folder: string
let triage: Awaited<ReturnType<typeof createTriage>>
let open: (...files: [name: string, content: string][]) => Promise<void>
let client: ReturnType<typeof connect>

const connect = (router: (typeof triage)['router']) => createRouterClient(router, { context: {} })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-'))
  triage = await createTriage({ workspace: null, workerFile, workers: 1 })
  client = connect(triage.router)
  open = async (...files) => {
    for (const [name, content] of files) await writeFile(join(folder, name), content)
    await importPaths(files.map(([name]) => join(folder, name)))
  }
})

afterEach(async () => {
  await triage.close()
  await rm(folder, { recursive: true })
})

async function importPaths(paths: string[]) {
  const events = await client.events()
  await client.openPaths({ paths: paths.map((path) => ({ path, label: path, spooled: false })) })
  for await (const event of events) if (event.type === 'import-ended') return event.info
  throw new Error('the import did not end')
}

async function all<T>(runs: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = []
  for await (const run of runs) items.push(...run)
  return items
}

describe('triage', () => {
  it('reads a mailbox into records that are counted, judged and found again', async () => {
    await open(['bounces.mbox', mbox(dead, full, ordinary)])

    const { imports } = await client.workspace()
    expect(imports[0]?.state).toBe('complete')
    expect(imports[0]?.accounting).toMatchObject({ messages: 3, duplicates: 0, kinds: { bounce: 2, other: 1 } })

    const summary = await client.summary({ filter: EMPTY_FILTER })
    expect(summary.sections.find(({ section }) => section === 'hard')).toMatchObject({ records: 1, addresses: 1 })
    expect(summary.sections.find(({ section }) => section === 'soft')).toMatchObject({ records: 1, addresses: 1 })

    const { rows } = await client.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 10 })
    expect(rows[0]).toMatchObject({ recipient: 'anna@example.org', replyCode: '550', addressVerdict: 'remove' })
  })

  it('shows the message behind a record, with its quoting undone', async () => {
    const quoting = dead.replace('--b1\nContent-Type: text/plain\n\n', '$&>From the start:\n')
    await open(['quoted.mbox', mbox(quoting, full)])
    const { rows } = await client.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 1 })
    const source = await client.messageSource({ id: rows[0]?.id ?? '' })
    expect(source.text).toBe(quoting.replace('>From the start', 'From the start').slice(0, source.text.length))
    expect(source.text).toContain('\nFrom the start:')
    expect(source.text).not.toContain('ben@example.org')
    expect(source.truncated).toBe(false)
  })

  it('says so when the file behind a record has changed', async () => {
    await open(['bounces.mbox', mbox(dead)])
    await writeFile(join(folder, 'bounces.mbox'), mbox(full))
    const { rows } = await client.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 1 })
    await expect(client.messageSource({ id: rows[0]?.id ?? '' })).rejects.toMatchObject({ code: 'UNREADABLE' })
  })

  it('adds nothing when the same file is imported again', async () => {
    await open(['bounces.mbox', mbox(dead, full)])
    await open(['bounces.mbox', mbox(dead, full)])
    const { imports, records } = await client.workspace()
    expect(records).toBe(2)
    expect(imports[1]?.accounting).toMatchObject({ messages: 0, duplicates: 2 })
  })

  it('knows where else a message was met', async () => {
    await open(['a.mbox', mbox(dead)], ['b.mbox', mbox(full, dead)])
    const repeats = await all(triage.store.repeatedRecords())
    expect(repeats.map(({ recipient, source }) => [recipient, source.file, source.index])).toEqual([
      ['anna@example.org', join(folder, 'b.mbox'), 1],
    ])
    const [first] = await all(triage.store.records())
    expect(repeats[0]?.id).toBe(first?.id)
    expect(first?.source.file).toBe(join(folder, 'a.mbox'))
  })

  it('goes on after a file that is no mail, and names it', async () => {
    await open(['picture.png', '\x89PNG\r\n\x1a\n\0\0\0'], ['bounces.mbox', mbox(dead)])
    const { imports } = await client.workspace()
    expect(imports[0]?.accounting.messages).toBe(1)
    expect(imports[0]?.accounting.unread).toEqual([expect.objectContaining({ file: join(folder, 'picture.png') })])
  })

  it('names a path that has vanished', async () => {
    const info = await importPaths([join(folder, 'gone.mbox')])
    expect(info.accounting.unread).toHaveLength(1)
    expect(info.accounting.unread[0]?.file).toBe(join(folder, 'gone.mbox'))
  })

  it('keeps what was read when an import is cancelled, and says that it is not complete', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      dsn(`p${index}@example.org`, '550 5.1.1 User unknown', '5.1.1'),
    )
    await writeFile(join(folder, 'large.mbox'), mbox(...many))
    const events = await client.events()
    const { importId } = await client.openPaths({
      paths: [{ path: join(folder, 'large.mbox'), label: 'large.mbox', spooled: false }],
    })
    for await (const event of events) {
      if (event.type === 'progress' && event.progress.messages > 0) await client.cancel({ importId })
      if (event.type === 'import-ended') break
    }
    const { imports, records } = await client.workspace()
    expect(imports[0]?.state).toBe('cancelled')
    expect(imports[0]?.lastFile).toBe('large.mbox')
    expect(records).toBeGreaterThan(0)
    expect(records).toBeLessThan(many.length)
    expect(imports[0]?.accounting.messages).toBe(records)
    expect(imports[0]?.bytes).toBeLessThan(imports[0]?.totalBytes ?? 0)
  })

  it('refuses a second import while one is running', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => dsn(`p${index}@example.org`, '550 5.1.1 Unknown', '5.1.1'))
    await writeFile(join(folder, 'large.mbox'), mbox(...many))
    const input = { paths: [{ path: join(folder, 'large.mbox'), label: 'large.mbox', spooled: false }] }
    const { importId } = await client.openPaths(input)
    await expect(client.openPaths(input)).rejects.toMatchObject({ code: 'BUSY' })
    await client.cancel({ importId })
  })

  it('writes the removal list, and not an address whose mailbox is fine', async () => {
    const unauthenticated = dsn(
      'dora@example.org',
      '550 5.7.26 This mail is unauthenticated: SPF and DKIM failed',
      '5.7.26',
    )
    await open(['bounces.mbox', mbox(dead, full, unauthenticated)])
    const file = join(folder, 'remove.txt')
    await client.exportTo({
      path: file,
      request: { format: 'plain', verdicts: ['remove'], filter: null, lineEnd: 'lf' },
    })
    expect(await readFile(file, 'utf8')).toBe('anna@example.org\n')
  })

  it('tells of a disk that is full', async () => {
    await open(['bounces.mbox', mbox(dead)])
    const request = { format: 'plain' as const, verdicts: ['remove' as const], filter: null, lineEnd: 'lf' as const }
    await expect(client.exportTo({ path: '/dev/full', request })).rejects.toMatchObject({
      code: 'WRITE_FAILED',
      message: expect.stringContaining('/dev/full'),
    })
  })

  it('tells what stands out, with the addresses that it concerns', async () => {
    const event = Array.from({ length: 5 }, (_, index) =>
      dsn(`p${index}@firm.example`, '550 5.1.1 User unknown', '5.1.1'),
    )
    await open(['bounces.mbox', mbox(dead, ...event)])
    const findings = await client.overview()
    expect(findings.find(({ kind }) => kind === 'domain-event')).toMatchObject({ count: 5, cause: 'mailbox-unknown' })
    const deadAddresses = findings.find(({ kind }) => kind === 'dead-addresses')
    expect(deadAddresses).toMatchObject({ count: 1 })
    const { records } = await client.summary({ filter: deadAddresses?.filter ?? EMPTY_FILTER })
    expect(records).toBe(1)
  })

  it('says what the strict policy would cost, and takes it', async () => {
    const unauthenticated = dsn('dora@example.org', '550 5.7.26 This mail is unauthenticated', '5.7.26')
    const over = dsn('emil@example.org', '552 5.2.2 Mailbox full', '5.2.2')
    await open(['bounces.mbox', mbox(dead, full, unauthenticated, over)])
    expect(await client.strictCost()).toEqual({ addresses: 2, fine: 1 })
    await client.setPolicy({ policy: 'strict' })
    const { addressVerdicts } = await client.summary({ filter: EMPTY_FILTER })
    expect(addressVerdicts.remove).toBe(3)
    expect(await client.strictCost()).toEqual({ addresses: 2, fine: 1 })
    await client.setNeverRemove({ entries: ['dora@example.org'] })
    expect(await client.strictCost()).toEqual({ addresses: 1, fine: 0 })
  })

  it('says anew what an export is about once an address is judged otherwise or more was read', async () => {
    const sizes = async () => {
      const scope = { filter: null, selection: null, lineEnd: 'lf' as const }
      return (await client.exportPreview({ format: 'plain', list: 'remove', verdicts: ['remove'], ...scope })).sizes
    }
    await open(['bounces.mbox', mbox(dead)])
    expect((await sizes()).verdicts).toMatchObject({ remove: 1, keep: 0 })
    await client.setVerdict({ addresses: ['anna@example.org'], verdict: 'keep' })
    expect((await sizes()).verdicts).toMatchObject({ remove: 0, keep: 1 })
    await open(['more.mbox', mbox(dsn('gus@example.org', '550 5.1.1 User unknown', '5.1.1'))])
    expect((await sizes()).verdicts).toMatchObject({ remove: 1, keep: 1 })
  })

  it('explains a pasted reply', async () => {
    expect(await client.explain({ reply: '550 5.1.1 no such user here', recipient: 'x@example.org' })).toMatchObject({
      cause: 'mailbox-unknown',
      verdict: 'remove',
      replyCode: '550',
    })
  })

  it('keeps a person’s own verdict, also when the mailbox is read again', async () => {
    await open(['bounces.mbox', mbox(dead)])
    await client.setVerdict({ addresses: ['anna@example.org'], verdict: 'keep' })
    await open([
      'more.mbox',
      mbox(dsn('Anna@example.org', '550 5.1.1 User unknown', '5.1.1', 'Mon, 09 Nov 2026 10:00:00 +0000')),
    ])
    const { rows } = await client.page({ filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 10 })
    expect(rows.map((row) => [row.addressVerdict, row.overridden])).toEqual([
      ['keep', true],
      ['keep', true],
    ])
  })
})
