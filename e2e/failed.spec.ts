/** A mistake of ours in the window: what failed says so and can be shown again; the rest stays. */
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

test('a part that cannot be drawn does not take the window with it', async ({ app }) => {
  const { page, grid, accounting } = app.window
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  // Dates, which the table has, cannot be written any more, until they can again.
  await page.evaluate(() => {
    const getter = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') as PropertyDescriptor
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      configurable: true,
      get() {
        throw new Error('no dates today')
      },
    })
    addEventListener('mend', () => Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', getter))
  })
  await page.getByRole('searchbox', { name: 'Search' }).fill('brightwater')
  const all = page.getByRole('alert').filter({ hasText: 'This part of the window failed' })
  const failed = all.first()
  await expect(failed).toBeVisible()
  await expect(accounting).toBeVisible()
  await expect(app.window.filters).toBeVisible()
  await failed.getByText('For a report').click()
  await expect(failed).toContainText('no dates today')
  await page.evaluate(() => dispatchEvent(new Event('mend')))
  while ((await all.count()) > 0) await failed.getByRole('button', { name: 'Show it again' }).click()
  await expect(grid).toBeVisible()
  await expect(accounting).toBeVisible()
  await expect(app.window.rows()).toHaveCount(6)
})
