/** Opening a mailbox, in every way a person may try. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAMPLE_ACCOUNTING } from './fixtures/sample-expected.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

const READ = `${SAMPLE_ACCOUNTING.messages} messages read`

test('a dropped mailbox is read', async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await expect(app.window.accounting).toContainText(READ)
  await expect(app.window.rows().first()).toBeVisible()
})

test('a dropped folder is walked, and files of one drop are read together', async ({ app }) => {
  // A folder in a folder, a mailbox without an extension, a single message, and one that must not count twice.
  const folder = join(app.folder, 'Mail')
  mkdirSync(join(folder, 'old.sbd'), { recursive: true })
  const letters = readFileSync(SAMPLE, 'latin1').split(/\n(?=From MAILER-DAEMON {2})/)
  writeFileSync(join(folder, 'Inbox'), letters.slice(0, 3).join('\n'), 'latin1')
  writeFileSync(join(folder, 'old.sbd', 'Bounces'), letters.slice(3, 5).join('\n'), 'latin1')
  const single = join(app.folder, 'single.eml')
  writeFileSync(single, (letters[5] ?? '').slice((letters[5] ?? '').indexOf('\n') + 1), 'latin1')
  copyFileSync(single, join(folder, 'again.eml'))

  await app.window.ready()
  await app.drop([folder, single])
  await app.window.imported()
  await expect(app.window.accounting).toContainText('6 messages read')
  await expect(app.window.accounting).toContainText('1 duplicate')
})

test('files are picked from the disk', async ({ app, hostKind }) => {
  test.skip(hostKind === 'electron', 'Electron shows the system’s own picker.')
  await app.window.ready()
  const [chooser] = await Promise.all([
    app.window.page.waitForEvent('filechooser'),
    app.window.page.getByRole('button', { name: 'Open files…' }).first().click(),
  ])
  await chooser.setFiles(SAMPLE)
  await app.window.imported()
  await expect(app.window.accounting).toContainText(READ)
})

test('the sample is one click away', async ({ app }) => {
  await app.window.ready()
  await app.window.page.getByRole('button', { name: 'Try the sample' }).click()
  await app.window.imported()
  await expect(app.window.accounting).toContainText(READ)
})

test('the same mailbox twice adds nothing', async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  const all = `${SAMPLE_ACCOUNTING.messages} of ${SAMPLE_ACCOUNTING.messages} messages`
  await expect(app.window.shown()).toHaveText(all)
  await app.window.importStrip.getByRole('button', { name: 'Dismiss' }).click()
  await app.drop([SAMPLE])
  await app.window.imported()
  await expect(app.window.shown()).toHaveText(all)
  await expect(app.window.accounting).toContainText(`${SAMPLE_ACCOUNTING.messages + 2} duplicates`)
})
