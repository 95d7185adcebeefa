/** docs/scale.md, word for word: eight runs side by side, and their sum gives what one run over the whole gives. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type Json } from '@duckdb/node-api'
import { expect, test } from '@playwright/test'
import type { BounceRecord } from '../src/shared/bounce.ts'
import { type JsonSummary, recordsOf, runCli } from './support/cli.ts'
import { built, ROOT } from './support/paths.ts'
import { NEVER_REMOVE, scaleMailbox } from './support/scale-mailbox.ts'

/** Ten runs, eight of them at once, on a machine of two cores that may be busy. */
test.setTimeout(400_000)

let folder: string
let mailbox: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounce-triage-scale-'))
  mailbox = join(folder, 'bounces.mbox')
  writeFileSync(mailbox, scaleMailbox())
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'bounce-triage'), `#!/bin/sh\nexec "${process.execPath}" "${built('cli.js')}" "$@"\n`)
  chmodSync(join(bin, 'bounce-triage'), 0o755)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The blocks of the page in that language, in order. */
function blocks(language: string): string[] {
  const page = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8')
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '')
}

/** Runs SQL as DuckDB's own program does. */
async function runSql(connection: DuckDBConnection, text: string): Promise<void> {
  const whole = text.replace(/^\.read (.*)$/gm, (_, file: string) => readFileSync(join(ROOT, file), 'utf8'))
  await connection.run(whole)
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, Json>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson()
}

const list = (file: string) => readFileSync(file, 'utf8').split('\n').slice(0, -1)

/** What a record says, whichever run read it. */
function essence({ source: _, addressVerdict: __, ...said }: BounceRecord): object {
  return said
}

test('eight runs side by side give what one run gives', async () => {
  const [shell = ''] = blocks('sh')
  execFileSync('sh', ['-e', '-c', shell], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
  })
  const parts = readdirSync(join(folder, 'parts')).sort()
  expect(parts.filter((name) => name.endsWith('.mbox'))).toHaveLength(8)
  const joined = parts.filter((name) => name.endsWith('.mbox')).map((name) => readFileSync(join(folder, 'parts', name)))
  expect(Buffer.concat(joined).equals(readFileSync(mailbox))).toBe(true)

  const stays = NEVER_REMOVE.flatMap((entry) => ['--never-remove', entry])
  const one = join(folder, 'one.txt')
  const whole = runCli(['--format', 'ndjson', '--quiet', '--suppress', one, ...stays, mailbox])
  expect(whole.code).toBe(0)
  const records = recordsOf(whole)
  const summary = JSON.parse(runCli(['--format', 'json-summary', ...stays, mailbox]).out) as JsonSummary

  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`SET file_search_path = '${folder}'`)
  const [setUp = '', ...asked] = blocks('sql')
  await runSql(connection, setUp)
  writeFileSync(join(folder, 'never.txt'), NEVER_REMOVE.map((entry) => `${entry}\n`).join(''))
  for (const sql of asked) await runSql(connection, sql)

  await test.step('the same records', async () => {
    const united = await rowsOf(
      connection,
      `SELECT to_json(r) AS line FROM (
         SELECT * REPLACE (
           strftime(make_timestamp(epoch_us("reportedAt")), '%Y-%m-%dT%H:%M:%S.%gZ') AS "reportedAt",
           struct_update(original, date := strftime(make_timestamp(epoch_us(original.date)), '%Y-%m-%dT%H:%M:%S.%gZ')) AS original)
         FROM records) r`,
    )
    const lines = (all: BounceRecord[]) => all.map((record) => JSON.stringify(sorted(essence(record)))).sort()
    expect(lines(united.map(({ line }) => JSON.parse(String(line)) as BounceRecord))).toEqual(lines(records))
  })

  await test.step('the same counts', async () => {
    const kinds = await rowsOf(connection, 'SELECT kind, COUNT(*)::INTEGER AS n FROM message_kinds GROUP BY kind')
    const zero = Object.fromEntries(Object.keys(summary.kinds).map((kind) => [kind, 0]))
    expect({ ...zero, ...Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])) }).toEqual(summary.kinds)
    const [again] = await rowsOf(connection, 'SELECT SUM(duplicates)::INTEGER AS n FROM message_kinds')
    expect(again?.n).toBe(summary.duplicates)
    expect(summary.duplicates).toBeGreaterThan(50)
    const counts = await rowsOf(connection, 'SELECT verdict, addresses::INTEGER AS n FROM verdict_counts')
    expect(Object.fromEntries(counts.map(({ verdict, n }) => [verdict, n]))).toEqual(summary.addressVerdicts)
  })

  await test.step('the same verdict of every address', async () => {
    const wanted = new Map<string, string | null>()
    for (const { kind, recipient, addressVerdict } of records) {
      if (recipient && ['bounce', 'delay', 'complaint'].includes(kind))
        wanted.set(recipient.toLowerCase(), addressVerdict)
    }
    const judged = await rowsOf(connection, 'SELECT address, verdict, rule FROM address_verdicts')
    expect(new Map(judged.map(({ address, verdict }) => [address, verdict]))).toEqual(wanted)
    // What only the sum can know: a part alone would judge these otherwise.
    const rules = new Map(judged.map(({ address, rule }) => [address, rule]))
    expect(rules.get('p0@firm3.example')).toBe('domain-event')
    expect(rules.get('p0@works3.example')).toBe('remove')
    expect(rules.get('full7@f7.example')).toBe('repeated')
    expect(rules.get('less7@l7.example')).toBe('watch')
    expect(rules.get('back7@b7.example')).toBe('delivered-later')
    expect(rules.get('lost7@o7.example')).toBe('remove')
    expect(rules.get('user.7@yahoo.co.uk')).toBe('remove')
    for (const entry of NEVER_REMOVE.filter((text) => text.includes('@'))) expect(rules.get(entry)).toBe('never-remove')
  })

  await test.step('the same removal list, under either policy', async () => {
    await connection.run(`COPY removal_list TO '${join(folder, 'sum.txt')}' (HEADER false, QUOTE '')`)
    expect(list(join(folder, 'sum.txt'))).toEqual(list(one))
    expect(list(one).length).toBeGreaterThan(1_000)
    const strict = join(folder, 'strict.txt')
    runCli(['--quiet', '--format', 'json-summary', '--policy', 'strict', '--suppress', strict, ...stays, mailbox])
    await connection.run(`CREATE OR REPLACE VIEW judging AS SELECT 'strict' AS policy`)
    const removed = await rowsOf(connection, 'SELECT address FROM removal_list')
    expect(removed.map(({ address }) => address)).toEqual(list(strict))
    expect(removed.length).toBeGreaterThan(list(one).length)
  })
  connection.closeSync()
  instance.closeSync()
})

/** With its keys in one order, so that two can be compared as text. */
function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inner !== null && typeof inner === 'object' ? sorted(inner) : inner]),
  )
}
