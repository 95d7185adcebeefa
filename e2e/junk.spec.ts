/** What is no mail is named, with a sentence; the rest is read. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAMPLE_ACCOUNTING } from './fixtures/sample-expected.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

function junk(folder: string): string[] {
  const image = join(folder, 'holiday.png')
  writeFileSync(image, Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'))
  const empty = join(folder, 'empty.mbox')
  writeFileSync(empty, '')
  const poem = join(folder, 'poem.txt')
  writeFileSync(poem, 'Tell all the truth but tell it slant\nSuccess in circuit lies\n')
  return [image, empty, poem]
}

test('junk alone: the window says of each file why it could not be read', async ({ app }) => {
  const files = junk(app.folder)
  await app.window.ready()
  await app.drop(files)
  await app.window.imported()
  await app.window.importStrip.getByRole('button', { name: 'Show what could not be read' }).click()
  const dialog = app.window.dialog('What could not be read')
  for (const name of ['holiday.png', 'empty.mbox', 'poem.txt']) await expect(dialog).toContainText(name)
  await expect(dialog).toContainText(/empty/i)
})

test('junk beside a mailbox does not disturb it', async ({ app }) => {
  const files = junk(app.folder)
  await app.window.ready()
  await app.drop([...files, SAMPLE])
  await app.window.imported()
  await expect(app.window.accounting).toContainText(`${SAMPLE_ACCOUNTING.messages} messages read`)
  await expect(app.window.accounting.getByRole('button', { name: '3 places could not be read' })).toBeVisible()
})

test('a folder without mail says so', async ({ app }) => {
  const folder = join(app.folder, 'nothing here')
  mkdirSync(folder)
  await app.window.ready()
  await app.drop([folder])
  await expect(app.window.page.getByText(/nothing|no (mail|messages|file)/i).first()).toBeVisible()
})
