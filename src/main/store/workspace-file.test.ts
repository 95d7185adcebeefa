import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EMPTY_FILTER } from '../../shared/query.ts'
import { Store, StoreError } from './index.ts'
import { SCHEMA_VERSION } from './schema.ts'
import { temporaryFolder } from './testing/files.ts'
import { makeEntry } from './testing/records.ts'

const APPENDER = join(import.meta.dirname, 'testing/append-forever.ts')

async function filledWorkspace() {
  const file = join(await temporaryFolder(), 'work.duckdb')
  const store = await Store.open(file)
  const id = await store.beginImport(['inbox.mbox'])
  const entries = Array.from({ length: 500 }, (_, n) => makeEntry(`m${n}`, [{ recipient: `p${n}@shop.example` }]))
  await store.append(id, entries)
  await store.endImport(id, 'complete')
  await store.setVerdict(['P1@shop.example'], 'keep')
  await store.close()
  return file
}

/** The code and sentence with which opening fails; the file must be as it was. */
async function refusal(file: string) {
  const before = await readFile(file)
  const error = await Store.open(file).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StoreError)
  expect((await readFile(file)).equals(before)).toBe(true)
  return error as StoreError
}

/** Starts a process that appends to the workspace; resolves once it has stored `batches`. */
async function appendInChild(file: string, batches: number, name: string) {
  const child = spawn(process.execPath, [APPENDER, file, '100', name], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stored = 0
  for await (const line of createInterface({ input: child.stdout })) {
    stored = Number(line)
    if (stored >= batches) break
  }
  return {
    stored,
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

describe('a workspace file', () => {
  it('holds what was stored when it is opened again', async () => {
    const file = await filledWorkspace()
    const store = await Store.open(file)
    const { imports, records } = await store.workspace()
    expect(records).toBe(500)
    expect(imports).toMatchObject([{ paths: ['inbox.mbox'], state: 'complete', accounting: { messages: 500 } }])
    expect((await store.summary(EMPTY_FILTER)).addressVerdicts).toMatchObject({ keep: 1 })
    await store.close()
  })

  it('is refused as damaged when it is no database, and left alone', async () => {
    const file = await filledWorkspace()
    await writeFile(file, 'this is no database\n'.repeat(1_000))
    expect(await refusal(file)).toMatchObject({ code: 'DAMAGED', message: expect.stringContaining(file) })
  })

  it('is refused as damaged when its head is overwritten or its end is cut off', async () => {
    const file = await filledWorkspace()
    const whole = await readFile(file)
    await writeFile(file, Buffer.concat([Buffer.alloc(3 * 4_096, 7), whole.subarray(3 * 4_096)]))
    expect((await refusal(file)).code).toBe('DAMAGED')
    await writeFile(file, whole)
    await truncate(file, 5_000)
    expect((await refusal(file)).code).toBe('DAMAGED')
  })

  it('is refused when a newer version of the app wrote it', async () => {
    const file = await filledWorkspace()
    await changeMeta(file, `UPDATE meta SET value = '${SCHEMA_VERSION + 1}' WHERE key = 'schema_version'`)
    expect(await refusal(file)).toMatchObject({ code: 'NEWER', message: expect.stringContaining('newer version') })
  })

  it('is refused when it is a database of something else', async () => {
    const file = join(await temporaryFolder(), 'other.duckdb')
    const other = await DuckDBInstance.create(file)
    const connection = await other.connect()
    await connection.run('CREATE TABLE shopping (thing VARCHAR)')
    connection.closeSync()
    other.closeSync()
    expect((await refusal(file)).code).toBe('FOREIGN')
  })

  it('says so when its folder is missing or it is a folder itself', async () => {
    const folder = await temporaryFolder()
    await expect(Store.open(join(folder, 'missing', 'work.duckdb'))).rejects.toMatchObject({ code: 'UNWRITABLE' })
    await expect(Store.open(folder)).rejects.toMatchObject({ code: 'UNWRITABLE' })
  })

  it('says so when its folder may not be written to', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o555)
    // The administrator may write everywhere: be someone else for the moment.
    if (process.getuid?.() === 0) {
      process.seteuid?.(65_534)
      onTestFinished(() => process.seteuid?.(0))
    }
    await expect(Store.open(join(folder, 'work.duckdb'))).rejects.toMatchObject({ code: 'UNWRITABLE' })
  })

  it('is refused while another process or store has it open', async () => {
    const file = join(await temporaryFolder(), 'work.duckdb')
    const child = await appendInChild(file, 1, 'mail')
    await expect(Store.open(file)).rejects.toMatchObject({ code: 'LOCKED', message: expect.stringContaining(file) })
    await child.kill()
    const store = await Store.open(file)
    await expect(Store.open(file)).rejects.toMatchObject({ code: 'LOCKED' })
    await store.close()
  })

  it('keeps every stored batch when the process is killed while it appends', async () => {
    const file = join(await temporaryFolder(), 'work.duckdb')
    for (const round of [1, 2, 3]) {
      const child = await appendInChild(file, 4 + round * 3, `mail ${round}`)
      await child.kill()
      const store = await Store.open(file)
      const imports = await store.imports()
      expect(imports).toHaveLength(round)
      const last = imports.at(-1)
      expect(last).toMatchObject({ state: 'interrupted', finishedAt: null, lastFile: `mail ${round}.mbox` })
      const { accounting } = last ?? expect.fail('no import')
      expect(accounting.messages).toBeGreaterThanOrEqual(child.stored * 100)
      expect(accounting.messages % 100).toBe(0)
      expect(accounting.unread).toHaveLength(1)
      const whole = await store.accounting()
      expect(Object.values(whole.kinds).reduce((sum, count) => sum + count)).toBe(whole.messages)
      const { records, addressVerdicts } = await store.summary(EMPTY_FILTER)
      expect(records).toBe(whole.messages)
      expect(Object.values(addressVerdicts).reduce((sum, count) => sum + count)).toBe(100)
      await store.close()
    }
  })

  it('is emptied by erasing everything, and can be filled again', async () => {
    const file = await filledWorkspace()
    const store = await Store.open(file)
    await store.setNeverRemove(['secret-customer.example'])
    await store.eraseAll()
    expect(await store.workspace()).toMatchObject({ imports: [], records: 0, neverRemove: [] })
    const id = await store.beginImport(['again.mbox'])
    expect(await store.append(id, [makeEntry('m1', [{ recipient: 'p1@shop.example' }])])).toMatchObject({ messages: 1 })
    await store.refreshVerdicts()
    expect((await store.summary(EMPTY_FILTER)).addressVerdicts).toMatchObject({ remove: 1, keep: 0 })
    await store.close()
    const bytes = await readFile(file, 'latin1')
    expect(bytes).not.toContain('secret-customer')
    expect(bytes).not.toContain('p77@shop')
  })

  it('says that it is closed', async () => {
    const store = await Store.open(':memory:')
    await store.close()
    await store.close()
    await expect(store.summary(EMPTY_FILTER)).rejects.toMatchObject({ code: 'CLOSED' })
  })
})

async function changeMeta(file: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  await connection.run(sql)
  connection.closeSync()
  instance.closeSync()
}
