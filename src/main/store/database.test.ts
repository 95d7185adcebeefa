import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Database } from './database.ts'
import { temporaryFolder } from './testing/files.ts'

describe('the database', () => {
  it('fetches and loads no extension', async () => {
    const database = await Database.open(':memory:')
    await expect(database.read('INSTALL httpfs')).rejects.toThrow()
    await expect(database.read('LOAD httpfs')).rejects.toThrow()
    await expect(database.read(`SELECT * FROM 'https://example.com/a.parquet'`)).rejects.toThrow()
    const rows = await database.read(
      `SELECT name, value FROM duckdb_settings() WHERE name IN ('autoinstall_known_extensions', 'autoload_known_extensions',
       'allow_community_extensions', 'enable_external_access', 'lock_configuration') ORDER BY name`,
    )
    expect(rows.map(([, value]) => value)).toEqual(['false', 'false', 'false', 'false', 'true'])
    await database.close()
  })

  it('reads and writes no other file, and lets nobody change that', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'secret.csv'), 'a,b\n1,2\n')
    const database = await Database.open(join(folder, 'work.duckdb'))
    await expect(database.read(`SELECT * FROM read_csv('${folder}/secret.csv')`)).rejects.toThrow()
    await expect(database.read(`COPY (SELECT 1) TO '${folder}/out.csv'`)).rejects.toThrow()
    await expect(database.read(`ATTACH '${folder}/other.duckdb'`)).rejects.toThrow()
    await expect(database.read('SET enable_external_access = true')).rejects.toThrow()
    await database.close()
  })

  it('undoes a write that fails, and goes on with the next', async () => {
    const database = await Database.open(':memory:')
    await database.write((connection) => connection.run('CREATE TABLE t (n INTEGER)'))
    const failing = database.write(async (connection) => {
      await connection.run('INSERT INTO t VALUES (1)')
      throw new Error('no')
    })
    const next = database.write((connection) => connection.run('INSERT INTO t VALUES (2)'))
    await expect(failing).rejects.toThrow('no')
    await next
    expect(await database.read('SELECT n FROM t')).toEqual([[2]])
    await database.close()
  })

  it('shows a reader nothing of a write that is not finished', async () => {
    const database = await Database.open(':memory:')
    await database.write((connection) => connection.run('CREATE TABLE t (n INTEGER)'))
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const writing = database.write(async (connection) => {
      await connection.run('INSERT INTO t VALUES (1)')
      begun.resolve()
      await gate.promise
    })
    await begun.promise
    expect(await database.read('SELECT count(*)::INTEGER FROM t')).toEqual([[0]])
    gate.resolve()
    await writing
    expect(await database.read('SELECT count(*)::INTEGER FROM t')).toEqual([[1]])
    await database.close()
  })

  it('sorts more than its memory holds', async () => {
    const database = await Database.open(join(await temporaryFolder(), 'work.duckdb'), { memoryLimitMb: 48 })
    const rows = await database.read(
      `SELECT count(*)::INTEGER FROM (SELECT hash(range)::VARCHAR || repeat('x', 60) AS t FROM range(800000) ORDER BY t OFFSET 10)`,
    )
    expect(rows).toEqual([[799_990]])
    await database.close()
  })

  it('lets a stream be left early', async () => {
    const database = await Database.open(':memory:')
    for await (const rows of database.stream('SELECT range FROM range(100000)')) {
      expect(rows.length).toBeGreaterThan(0)
      break
    }
    await database.close()
  })
})
