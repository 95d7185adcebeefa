/** Cancelling a long import keeps what was read, and never looks complete. */
import { join } from 'node:path'
import { expect, test } from './support/app.ts'
import { writeLargeMailbox } from './support/large-mailbox.ts'

/** Long enough to be caught in the middle of it, short enough for a browser to copy. */
const BYTES = 60_000_000

test('cancel keeps what was read and says how much of how much that was', async ({ app }) => {
  const file = join(app.folder, 'years-of-bounces.mbox')
  const messages = writeLargeMailbox(file, BYTES)
  await app.window.ready()
  await app.drop([file])
  const { importStrip } = app.window
  await expect(importStrip.getByRole('progressbar', { name: 'Import progress' })).toBeVisible()
  // The table can be used while it grows.
  await expect(app.window.rows().first()).toBeVisible({ timeout: 30_000 })
  await importStrip.getByRole('button', { name: 'Cancel import' }).click()
  await app.window.imported('cancelled')
  await expect(importStrip).toContainText('years-of-bounces.mbox')
  await expect(importStrip).toContainText(/of .*MB/)

  const [, read] = /([\d,]+) messages? read/.exec(await app.window.accounting.innerText()) ?? []
  const count = Number((read ?? '').replaceAll(',', ''))
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThan(messages)
  // Another mailbox can be opened right away.
  await expect(app.window.page.getByRole('button', { name: 'Open files…' })).toBeEnabled()
})
