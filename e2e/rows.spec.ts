/** Ten thousand rows by keyboard: to the last of them, and along them with a key held down. */
import { join } from 'node:path'
import { writeMailbox } from '../bench/mailbox.ts'
import { expect, test } from './support/app.ts'

const MESSAGES = 10_000

test('Ctrl+End goes to the last row of the data; the focus survives a held key', async ({ app }) => {
  test.setTimeout(180_000)
  const { window } = app
  const { page, grid } = window
  const file = join(app.folder, 'large.mbox')
  await writeMailbox(file, MESSAGES)
  await window.ready()
  await app.drop([file])
  await expect(page.locator('[data-state=complete]').first()).toBeVisible({ timeout: 120_000 })
  await expect(window.shown()).toContainText(`of 10,000 messages`)

  await window.rows().first().getByRole('rowheader').click()
  await page.keyboard.press('Control+End')
  const last = Number(await grid.getAttribute('aria-rowcount'))
  const focused = () =>
    page.evaluate(() => Number(document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? 0))
  await expect.poll(focused).toBe(last)
  await page.keyboard.press('Control+Home')
  await expect.poll(focused).toBe(2)

  const presses = 120
  for (let press = 0; press < presses; press += 1) await page.keyboard.down('ArrowDown')
  await page.keyboard.up('ArrowDown')
  await expect.poll(focused).toBe(2 + presses)
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1)

  // Scrolled far away with the mouse, the row under the keyboard is still there to come back to.
  await page.mouse.move(600, 600)
  await page.mouse.wheel(0, 60_000)
  await page.waitForTimeout(300)
  expect(await focused()).toBe(2 + presses)
  await page.keyboard.press('PageDown')
  await expect.poll(focused).toBeGreaterThan(2 + presses + 5)
  const row = grid.locator('[role=row]:has(:focus)')
  await expect(row).toBeInViewport()
  await expect(row.getByRole('rowheader')).not.toBeEmpty()
})
