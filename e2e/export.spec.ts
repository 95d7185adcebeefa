/** What is saved is what was promised: compared line by line. */
import type { BounceRecord } from '../src/shared/bounce.ts'
import { SAMPLE_REMOVALS } from './fixtures/sample-expected.ts'
import { expect, test } from './support/app.ts'
import { recordsOf, runCli } from './support/cli.ts'
import { parseCsv } from './support/csv.ts'
import { SAMPLE } from './support/paths.ts'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await app.window.page.getByRole('button', { name: 'Export…' }).click()
})

test('the plain list: the addresses to remove, one a line', async ({ app }) => {
  const dialog = app.window.dialog('Export')
  await dialog.getByRole('radio', { name: 'Plain list' }).check()
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(String(SAMPLE_REMOVALS.length))
  const text = await app.saved(() => dialog.getByRole('button', { name: 'Save…' }).click())
  expect(text.endsWith('\n')).toBe(true)
  expect(text.slice(0, -1).split('\n').sort()).toEqual([...SAMPLE_REMOVALS].sort())
  await expect(dialog).toContainText(`${SAMPLE_REMOVALS.length} addresses saved`)
})

test('CRLF where it is asked for', async ({ app }) => {
  const dialog = app.window.dialog('Export')
  await dialog.getByRole('radio', { name: 'Plain list' }).check()
  await dialog.getByRole('radio', { name: /^CRLF/ }).check()
  const text = await app.saved(() => dialog.getByRole('button', { name: 'Save…' }).click())
  expect(text.split('\r\n').slice(0, -1).sort()).toEqual([...SAMPLE_REMOVALS].sort())
})

/** A field of a record by its column's name, as the CSV has it. */
function field(record: BounceRecord, column: string): string {
  const [first, second] = column.split('.')
  const value = (record as unknown as Record<string, unknown>)[first ?? '']
  const inner = second === undefined ? value : (value as Record<string, unknown>)[second]
  return inner === null || inner === undefined ? '' : String(inner)
}

test('the audit file: every record to remove, with all that is known of it, as the command line knows it', async ({
  app,
}) => {
  const dialog = app.window.dialog('Export')
  await dialog.getByRole('radio', { name: 'Audit CSV' }).check()
  const text = await app.saved(() => dialog.getByRole('button', { name: 'Save…' }).click())
  // RFC 4180 wants CRLF, and the dialog offers it first for CSV.
  const [head, ...rows] = parseCsv(text, '\r\n')
  const columns = head ?? []
  expect(columns).toEqual(
    expect.arrayContaining(['id', 'recipient', 'cause', 'verdict', 'addressVerdict', 'evidence.rule']),
  )

  // The sample holds one message twice, under one id: the workspace keeps where it was seen first.
  const known = new Map<string, BounceRecord>()
  for (const record of recordsOf(runCli(['--format', 'ndjson', SAMPLE]))) {
    if (!known.has(record.id)) known.set(record.id, record)
  }
  const wanted = [...known.values()].filter(
    ({ addressVerdict, kind }) => addressVerdict === 'remove' && (kind === 'bounce' || kind === 'complaint'),
  )
  const byId = new Map(rows.map((row) => [row[columns.indexOf('id')], row]))
  expect([...byId.keys()].sort()).toEqual(wanted.map(({ id }) => id).sort())
  for (const record of wanted) {
    const row = byId.get(record.id) ?? []
    // The window knows the file by the name it was dropped under.
    for (const [at, column] of columns.entries()) {
      if (column !== 'source.file') expect.soft(undefused(row[at] ?? ''), column).toBe(field(record, column))
    }
  }
})

/** Without the apostrophe that keeps a spreadsheet from running the cell. */
function undefused(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
