/** What is saved is what was promised, and what the command line writes: compared line by line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { BounceRecord } from '../src/shared/bounce.ts'
import { SAMPLE_REMOVALS } from './fixtures/sample-expected.ts'
import { type App, expect, test } from './support/app.ts'
import { recordsOf, runCli } from './support/cli.ts'
import { parseCsv } from './support/csv.ts'
import { SAMPLE } from './support/paths.ts'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
})

async function openExport(app: App): Promise<Locator> {
  await app.window.page.getByRole('button', { name: 'Export…' }).click()
  return app.window.dialog('Export')
}

const chooseFormat = (dialog: Locator, name: string) =>
  dialog.getByRole('combobox', { name: 'Format' }).selectOption(name)

const preview = (dialog: Locator) => dialog.getByRole('region', { name: 'Preview' })

function save(app: App, dialog: Locator): Promise<string> {
  return app.saved(() => dialog.getByRole('button', { name: 'Save…' }).click())
}

/** The file that the command line writes for the sample. */
function fromCli(app: App, ...args: string[]): string {
  const file = join(app.folder, 'from-the-command-line')
  const run = runCli([...args.map((arg) => (arg === 'FILE' ? file : arg)), '--quiet', SAMPLE])
  expect(run.code, run.err).toBe(0)
  return readFileSync(file, 'utf8')
}

test('the plain list: the addresses to remove, one a line', async ({ app }) => {
  const dialog = await openExport(app)
  await chooseFormat(dialog, 'plain')
  await expect(preview(dialog)).toContainText(`${SAMPLE_REMOVALS.length} addresses`)
  const text = await save(app, dialog)
  expect(text.endsWith('\n')).toBe(true)
  expect(text.slice(0, -1).split('\n').sort()).toEqual([...SAMPLE_REMOVALS].sort())
  expect(text).toBe(fromCli(app, '--suppress', 'FILE'))
  await expect(dialog).toContainText(`${SAMPLE_REMOVALS.length} addresses saved`)
  await expect(dialog).toContainText(/bounce-triage-remove-[\d-]+\.txt/)

  await dialog.getByRole('combobox', { name: 'Line ends' }).selectOption('crlf')
  await expect(dialog).not.toContainText('addresses saved')
  expect(await save(app, dialog)).toBe(text.replaceAll('\n', '\r\n'))
})

test('for a service: with where to upload it, as the preview shows it', async ({ app }) => {
  const dialog = await openExport(app)
  await chooseFormat(dialog, 'mailgun')
  await expect(dialog).toContainText('POST /v3/DOMAIN/bounces/import')
  const lines = preview(dialog).getByRole('region', { name: 'First lines of the file' })
  await expect(lines).toContainText('address,code,error,created_at')
  const shown = (await lines.innerText()).split('\n').slice(0, 10)
  const text = await save(app, dialog)
  expect(text.split('\n').slice(0, 10)).toEqual(shown)
  expect(text).toBe(fromCli(app, '--suppress', 'FILE', '--for', 'mailgun'))

  await chooseFormat(dialog, 'mailchimp')
  await expect(dialog).toContainText('Not verified')
  await dialog
    .getByRole('button', { name: 'Done' })
    .or(dialog.getByRole('button', { name: 'Cancel' }))
    .click()
  await expect((await openExport(app)).getByRole('combobox', { name: 'Format' })).toHaveValue('mailgun')
})

test('only what the filters show, only what was selected, and warnings about it', async ({ app }) => {
  const { window } = app
  await window.search('brightwater')
  await expect(window.rows()).toHaveCount(6)
  await window.rows().first().getByRole('rowheader').focus()
  await window.page.keyboard.press('Space')
  const first = (await window.rows().first().getByRole('rowheader').innerText()).trim()

  const dialog = await openExport(app)
  await expect(dialog.getByRole('radio', { name: 'The selection (1 row)' })).toBeChecked()
  await expect(preview(dialog)).toContainText('No address here has these verdicts.')
  await expect(dialog.getByRole('button', { name: 'Save…' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Review' }).check()
  await expect(preview(dialog)).toContainText('1 is in review: look at it first.')
  expect(await save(app, dialog)).toBe(`${first}\n`)

  await dialog.getByRole('radio', { name: 'What the filters show' }).check()
  await expect(preview(dialog)).toContainText('6 are in review: look at them first.')
  const lines = (await save(app, dialog)).split('\n').slice(0, -1)
  expect(lines).toHaveLength(6)
  expect(lines.every((line) => line.endsWith('@brightwater.example'))).toBe(true)
})

test('addresses to write to again: none of those to remove, and for no service that would stop them', async ({
  app,
}) => {
  const dialog = await openExport(app)
  await chooseFormat(dialog, 'ses')
  await dialog.getByRole('radio', { name: 'Send again once fixed' }).check()
  await expect(dialog.getByRole('combobox', { name: 'Format' })).toHaveValue('plain')
  await expect(dialog.getByRole('option', { name: 'Amazon SES' })).toHaveCount(0)
  await expect(preview(dialog)).toContainText(/bounce-triage-send-again-[\d-]+\.txt/)
  const text = await save(app, dialog)
  expect(text).toBe(fromCli(app, '--resend', 'FILE', '--for', 'ses'))
  const again = text.split('\n').slice(0, -1)
  expect(again.length).toBeGreaterThan(5)
  expect(again.filter((address) => (SAMPLE_REMOVALS as readonly string[]).includes(address))).toEqual([])
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
  const dialog = await openExport(app)
  await chooseFormat(dialog, 'audit')
  const text = await save(app, dialog)
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
