import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBMaterializedResult, DuckDBPreparedStatement } from '@duckdb/node-api'
import { describe, expect, it, vi } from 'vitest'
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

  describe('while rows are stored between the planning of a query and its run', () => {
    const QUERY = 'SELECT DISTINCT word FROM words WHERE word <> $1'

    /** Stores a longer word than the plan knows of just before it runs. */
    async function storingBetween(run: 'run' | 'stream', read: (database: Database) => Promise<unknown[]>) {
      const database = await Database.open(':memory:')
      await database.write((connection) => connection.run(`CREATE TABLE words AS SELECT 'a' AS word FROM range(1000)`))
      const original = DuckDBPreparedStatement.prototype[run] as () => Promise<DuckDBMaterializedResult>
      const spy = vi.spyOn(DuckDBPreparedStatement.prototype, run)
      spy.mockImplementationOnce(async function (this: DuckDBPreparedStatement) {
        await database.write((connection) => connection.run(`INSERT INTO words SELECT 'a longer' FROM range(1000)`))
        return original.call(this)
      })
      const rows = await read(database)
      expect(spy).toHaveBeenCalledOnce()
      spy.mockRestore()
      await database.close()
      return rows
    }

    it('reads what stood at its beginning', async () => {
      expect(await storingBetween('run', (database) => database.read(QUERY, ['x']))).toEqual([['a']])
      const chunks = (database: Database) => database.readChunks(QUERY, ['x'])
      expect(await storingBetween('run', async (database) => (await chunks(database))[0]?.getRows() ?? [])).toEqual([
        ['a'],
      ])
    })

    it('streams what stood at its beginning', async () => {
      const streamed = await storingBetween('stream', async (database) => {
        const rows = []
        for await (const some of database.stream(QUERY, ['x'])) rows.push(...some)
        return rows
      })
      expect(streamed).toEqual([['a']])
    })
  })
})
