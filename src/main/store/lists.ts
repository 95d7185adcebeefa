/** Lists of any length for a query: as values they would be too many. */
import type { DuckDBConnection } from '@duckdb/node-api'

/** Makes the temporary table `table(value)` hold these values. */
export async function fillList(connection: DuckDBConnection, table: string, values: Iterable<string>): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (value VARCHAR)`)
  const appender = await connection.createAppender(table, null, 'temp')
  try {
    for (const value of values) {
      appender.appendVarchar(value)
      appender.endRow()
    }
  } finally {
    appender.closeSync()
  }
}
