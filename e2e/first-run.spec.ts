/** From the first page to a saved list, without a mouse. */
import { expect, test } from './support/app.ts'

test('the sample is opened, looked at and saved by keyboard alone', async ({ app }) => {
  const { window } = app
  const { page, grid } = window
  await window.ready()
  const sample = page.getByRole('button', { name: 'Try the sample' })
  await expect(sample).toBeEnabled()
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab')
  await expect(sample).toBeFocused()
  await page.keyboard.press('Enter')

  // The page that had the focus is gone: the keyboard goes on in the table.
  const at = grid.locator('[role=rowheader]:focus')
  await expect(at).toBeVisible()
  await window.imported()
  await page.keyboard.press('ArrowDown')
  const second = await at.innerText()
  const opened = window.record.getByRole('heading', { level: 2 })
  await expect(opened).toHaveText(second)
  await page.keyboard.press('j')
  await expect(at).not.toHaveText(second)
  await expect(opened).toHaveText(await at.innerText())

  const remove = page.getByRole('group', { name: 'Addresses by verdict' }).getByRole('button', { name: /^Remove/ })
  const count = Number(/\d+/.exec(await remove.innerText())?.[0])
  await page.keyboard.press('Control+e')
  await expect(window.dialog('Export').getByRole('radio', { name: 'Removal list' })).toBeFocused()
  await expect(window.dialog('Export').getByText(`${count} addresses`)).toBeVisible()
  const text = await app.saved(() => page.keyboard.press('Enter'))
  expect(text.trim().split('\n')).toHaveLength(count)
  await page.keyboard.press('Escape')
  await expect(at).toBeVisible()

  // From the search into what it found.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('brightwater')
  await expect(window.rows()).toHaveCount(6)
  await page.keyboard.press('ArrowDown')
  await expect(at).toContainText('brightwater')
})
