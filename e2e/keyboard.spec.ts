/** The table without a mouse. */
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await expect(app.window.rows().first()).toBeVisible()
})

test('one tab stop, arrows, Enter opens, Ctrl+End reaches the last row of the data', async ({ app }) => {
  const { page, grid } = app.window
  const first = app.window.rows().first()
  await first.getByRole('rowheader').focus()
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const second = await app.window.rows().nth(1).getByRole('rowheader').innerText()
  await expect(app.window.record.getByRole('heading', { level: 2 })).toHaveText(second)

  const total = Number(await grid.getAttribute('aria-rowcount'))
  await grid.focus()
  await first.getByRole('rowheader').focus()
  await page.keyboard.press('Control+End')
  await expect(grid.locator(`[aria-rowindex="${total}"]`))
    .toBeFocused({ timeout: 5_000 })
    .catch(async () => {
      await expect(grid.locator(`[aria-rowindex="${total}"] :focus`)).toBeVisible()
    })
})

test('rows are selected and judged by keys', async ({ app }) => {
  const { page } = app.window
  await app.window.search('brightwater')
  await expect(app.window.rows()).toHaveCount(6)
  await app.window.rows().first().getByRole('rowheader').focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('toolbar', { name: 'Selected rows' })).toBeVisible()
  await page.keyboard.press('1')
  for (const row of await app.window.rows().all()) {
    await expect(app.window.cell(row, 'addressVerdict')).toContainText('Remove')
  }
})

test('the shortcuts are a key away', async ({ app }) => {
  await app.window.rows().first().getByRole('rowheader').focus()
  await app.window.page.keyboard.press('?')
  await expect(app.window.dialog('Keyboard shortcuts')).toBeVisible()
  await app.window.page.keyboard.press('Escape')
  await expect(app.window.dialog('Keyboard shortcuts')).toBeHidden()
})
