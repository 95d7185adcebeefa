/** The engine dies in the middle of an import: the window lives, says which file was interrupted, and keeps the records. */
import { join } from 'node:path'
import { expect, test } from './support/app.ts'
import { writeLargeMailbox } from './support/large-mailbox.ts'
import { SAMPLE } from './support/paths.ts'

const BYTES = 60_000_000

test('a killed engine is started again on the same workspace', async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  const hard = app.window.page.getByRole('group', { name: 'Bounces by group' }).getByRole('button', { name: /^Hard/ })
  const before = Number(/\d+/.exec(await hard.innerText())?.[0])
  expect(before).toBeGreaterThan(0)

  const file = join(app.folder, 'interrupted.mbox')
  writeLargeMailbox(file, BYTES)
  await app.drop([file])
  const growing = app.window.importStrip
  await expect(growing).toHaveAttribute('data-state', 'running')
  await expect(growing.getByText(/[1-9][\d,]* messages/)).toBeVisible({ timeout: 30_000 })
  const killed = await app.enginePid()
  process.kill(killed, 'SIGKILL')

  await app.window.imported('interrupted')
  await expect(growing).toContainText('interrupted.mbox')
  await expect(app.window.notices.or(growing).first()).toContainText('interrupted.mbox')

  // Another engine serves the same records, and goes on working.
  expect(await app.enginePid()).not.toBe(killed)
  await app.window.search('hanna.berg')
  await expect(app.window.row('hanna.berg@lindenhof.example').first()).toBeVisible()
  await app.window.search('')
  await expect
    .poll(async () => Number(/[\d,]+/.exec(await hard.innerText())?.[0].replaceAll(',', '')))
    .toBeGreaterThanOrEqual(before)
  await app.drop([SAMPLE])
  await app.window.imported('complete')
})
