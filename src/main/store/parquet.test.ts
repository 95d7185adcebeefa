import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, describe, expect, it } from 'vitest'
import type { BounceRecord } from '../../shared/bounce.ts'
import { Store } from './index.ts'
import { makeEntry } from './testing/records.ts'

let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

async function written() {
  folder = await mkdtemp(join(tmpdir(), 'bounce-triage-parquet-'))
  const path = join(folder, "it's.parquet")
  const store = await Store.open(':memory:', { mayWrite: [path] })
  const id = await store.beginImport(['inbox.mbox'])
  const original = { from: 'news@example.com', subject: 'Frühling', messageId: null, date: '2026-02-28T09:00:00.000Z' }
  const twice = [{ recipient: 'twice@shop.example' }, { recipient: 'too@shop.example' }]
  await store.append(id, [
    makeEntry('one', [{ original, diagnostic: 'two\nlines', reportedAt: '2026-03-01T10:00:00.123Z' }]),
    makeEntry('two', twice, { source: { file: 'inbox.mbox', index: 1, offset: 5_000_000_000 } }),
    makeEntry('three', [{ kind: 'other', recipient: null, reportedAt: null }]),
    makeEntry('two', twice, { source: { file: 'copy.mbox', index: 7, offset: 70 } }),
  ])
  store.noteDeleted(id, 3)
  await store.endImport(id, 'complete')
  await store.refreshVerdicts()
  return { store, path }
}

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

describe('records as Parquet', () => {
  it('are the records, each time that a message was met', async () => {
    const { store, path } = await written()
    const records: BounceRecord[] = []
    for await (const run of store.records()) records.push(...run)
    for await (const run of store.repeatedRecords()) records.push(...run)
    expect(await store.writeParquet(path)).toBe(records.length)
    const iso = (time: string) => `strftime(make_timestamp(epoch_us(${time})), '%Y-%m-%dT%H:%M:%S.%gZ')`
    const rows = await rowsOf(
      `SELECT to_json(r) AS line FROM (SELECT * REPLACE (${iso('"reportedAt"')} AS "reportedAt",
         struct_update(original, date := ${iso('original.date')}) AS original)
       FROM read_parquet('${path.replace("'", "''")}')) r`,
    )
    const lines = rows.map(({ line }) => String(line))
    expect(lines.map((line) => JSON.parse(line))).toEqual(records)
    // Also in the order of the fields that the page on scale promises.
    expect(Object.keys(JSON.parse(lines[0] ?? '{}'))).toEqual(Object.keys(records[0] ?? {}))
  })

  it('have the schema that is published', async () => {
    const { store, path } = await written()
    await store.writeParquet(path)
    const file = `'${path.replace("'", "''")}'`
    const columns = await rowsOf(`DESCRIBE SELECT * FROM ${file}`)
    const types = Object.fromEntries(columns.map((column) => [column.column_name, column.column_type]))
    const { id, source, reportedAt, original, evidence, ...texts } = types
    expect({ id, source, reportedAt, original, evidence }).toEqual({
      id: 'VARCHAR',
      source: 'STRUCT(file VARCHAR, "index" INTEGER, "offset" BIGINT)',
      reportedAt: 'TIMESTAMP WITH TIME ZONE',
      original: 'STRUCT("from" VARCHAR, subject VARCHAR, messageId VARCHAR, date TIMESTAMP WITH TIME ZONE)',
      evidence: 'STRUCT(detector VARCHAR, "rule" VARCHAR, part VARCHAR, excerpt VARCHAR)',
    })
    expect(new Set(Object.values(texts))).toEqual(new Set(['VARCHAR']))
    const notes = await rowsOf(`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(${file})`)
    expect(notes.map(({ key, value }) => [key, value])).toEqual(
      expect.arrayContaining([
        ['product', 'bounce-triage'],
        ['schema', '1'],
        ['deleted', '3'],
        ['unread', '0'],
      ]),
    )
  })

  it('go to no other file', async () => {
    const { store } = await written()
    await expect(store.writeParquet(join(folder, 'other.parquet'))).rejects.toThrow()
  })

  it('need leave to be written at all', async () => {
    folder = await mkdtemp(join(tmpdir(), 'bounce-triage-parquet-'))
    const store = await Store.open(':memory:')
    await expect(store.writeParquet(join(folder, 'any.parquet'))).rejects.toThrow()
  })
})
