/** The sample through the command line: what it prints is what the messages mean. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { BounceRecord } from '../src/shared/bounce.ts'
import {
  type ExpectedMessage,
  SAMPLE_ACCOUNTING,
  SAMPLE_ADDRESS_RULES,
  SAMPLE_GROUPS,
  SAMPLE_MESSAGES,
  SAMPLE_REMOVALS,
  SAMPLE_VERDICTS,
} from './fixtures/sample-expected.ts'
import { type JsonSummary, recordsOf, runCli } from './support/cli.ts'
import { SAMPLE } from './support/paths.ts'

let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounce-triage-cli-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Of a record, what the table of expectations speaks of. */
function essence(record: BounceRecord, { kind }: ExpectedMessage): object {
  const { recipient, replyCode, enhancedCode, group, cause, fault, verdict, provider } = record
  if (kind === 'delivered') return { kind: record.kind, recipient, verdict }
  if (kind === 'complaint') return { kind: record.kind, recipient, verdict }
  if (kind !== 'bounce' && kind !== 'delay') return { kind: record.kind }
  return { kind: record.kind, recipient, replyCode, enhancedCode, group, cause, fault, verdict, provider }
}

function expected(message: ExpectedMessage): object[] {
  const { kind, recipients } = message
  if (kind === 'deleted') return []
  if (recipients.length === 0) return [{ kind }]
  if (kind === 'bounce' || kind === 'delay') return recipients.map((recipient) => ({ kind, ...recipient }))
  return recipients.map(({ recipient, verdict }) => ({ kind, recipient, verdict }))
}

test('every message of the sample is what it means', () => {
  const run = runCli(['--format', 'ndjson', SAMPLE])
  expect(run.err).not.toContain('Error')
  expect(run.code).toBe(0)
  const records = recordsOf(run)
  SAMPLE_MESSAGES.forEach((message, index) => {
    const own = records.filter(({ source }) => source.index === index)
    if (message.kind === 'duplicate') {
      // The records it has already, under their own ids: who reads the lines can tell.
      const others = records.filter(({ source }) => source.index !== index).map(({ id }) => id)
      expect.soft(own.length).toBeGreaterThan(0)
      for (const { id } of own) expect.soft(others).toContain(id)
      return
    }
    const got = own.map((record) => essence(record, message))
    expect.soft(got, `message ${index}: ${message.says}`).toMatchObject(expected(message))
  })
})

test('an address is judged by all that is known of it', () => {
  const records = recordsOf(runCli(['--format', 'ndjson', SAMPLE]))
  for (const [address, verdict] of Object.entries(SAMPLE_ADDRESS_RULES)) {
    const verdicts = records
      .filter(({ recipient, kind }) => recipient === address && kind === 'bounce')
      .map(({ addressVerdict }) => addressVerdict)
    expect.soft(new Set(verdicts), address).toEqual(new Set([verdict]))
  }
})

test('the summary counts every message once', () => {
  const run = runCli(['--format', 'json-summary', SAMPLE])
  const { messages, duplicates, deleted, kinds, groups, verdicts, unread } = JSON.parse(run.out) as JsonSummary
  expect({ messages, duplicates, deleted, kinds }).toEqual({
    messages: SAMPLE_ACCOUNTING.messages,
    duplicates: SAMPLE_ACCOUNTING.duplicates,
    deleted: SAMPLE_ACCOUNTING.deleted,
    kinds: SAMPLE_ACCOUNTING.kinds,
  })
  expect(Object.values(kinds).reduce((sum, count) => sum + count)).toBe(messages)
  expect(groups).toEqual(SAMPLE_GROUPS)
  expect(verdicts).toEqual(SAMPLE_VERDICTS)
  expect(unread).toEqual([])
})

test('the removal list holds the addresses to remove and no other', () => {
  const file = join(folder, 'remove.txt')
  const run = runCli(['--suppress', file, '--for', 'plain', SAMPLE])
  expect(run.code).toBe(0)
  expect(readFileSync(file, 'utf8').split('\n').slice(0, -1).sort()).toEqual([...SAMPLE_REMOVALS].sort())
})

test('the table ends with the accounting line', () => {
  const last = runCli([SAMPLE]).out.trimEnd().split('\n').at(-1)
  for (const count of [SAMPLE_ACCOUNTING.messages, SAMPLE_ACCOUNTING.kinds.bounce, SAMPLE_ACCOUNTING.kinds.complaint]) {
    expect(last).toContain(String(count))
  }
})

test('what cannot be read is named, and the rest is read', () => {
  const junk = join(folder, 'photo.png')
  writeFileSync(junk, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))
  const gone = join(folder, 'gone.mbox')
  const run = runCli(['--format', 'json-summary', junk, gone, SAMPLE])
  expect(run.code).toBe(1)
  expect(run.err).toContain('photo.png')
  expect(run.err).toContain('gone.mbox')
  const { messages, unread } = JSON.parse(run.out) as JsonSummary
  expect(messages).toBe(SAMPLE_ACCOUNTING.messages)
  expect(unread.map(({ file }) => file).sort()).toEqual([gone, junk].sort())
})

test('nothing of the mail is left behind', () => {
  const temporary = mkdtempSync(join(folder, 'temporary-'))
  expect(runCli(['--format', 'json-summary', SAMPLE], '', { TMPDIR: temporary }).code).toBe(0)
  expect(readdirSync(temporary)).toEqual([])
})

test('wrong usage ends with 2', () => {
  expect(runCli(['--format', 'poem', SAMPLE]).code).toBe(2)
  expect(runCli([]).code).toBe(2)
})

test('a single reply is explained', () => {
  const reply = '550-5.7.26 Your email has been blocked because the sender is unauthenticated.'
  const run = runCli(
    ['explain', '--format', 'ndjson', '-'],
    `${JSON.stringify({ reply, remoteMta: 'aspmx.l.google.com' })}\n`,
  )
  expect(run.code).toBe(0)
  expect(JSON.parse(run.out)).toMatchObject({
    cause: 'authentication',
    fault: 'sender',
    verdict: 'keep',
    provider: 'gmail',
  })
})
