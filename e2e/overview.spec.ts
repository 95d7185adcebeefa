/** The charts above the table: each mark filters it, by mouse and by keyboard; a table stands behind. */
import type { Locator } from '@playwright/test'
import { BOUNCES, named } from './fixtures/sample-counts.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

/** Bounces that the names of bars and cells tell: `Mon, 2 Nov 2026: 3 bounces: 2 hard, 1 soft`. */
async function told(...marks: Locator[]): Promise<number> {
  const names = await Promise.all(marks.map((mark) => mark.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))))
  return names.flat().reduce((sum, name) => sum + Number(/(\d+) bounces?/.exec(name)?.[1] ?? 0), 0)
}

test.beforeEach(async ({ app }) => {
  await app.window.page.setViewportSize({ width: 1440, height: 900 })
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await expect(app.window.charts.cell('Gmail, Sender not authenticated')).toBeVisible()
  // Every bounce of the sample is dated: the bars tell all of them.
  await expect.poll(() => told(app.window.charts.bars())).toBe(BOUNCES.length)
})

test('a day leads to its bounces, and once more to all', async ({ app }) => {
  const { window } = app
  const day = window.charts.bars().first()
  const count = await told(day)
  await day.click()
  await expect(window.chips.getByRole('listitem')).toHaveCount(1)
  await expect(day).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => window.bounces()).toBe(count)
  await day.click()
  await expect(window.chips.getByRole('listitem')).toHaveCount(0)
  await expect.poll(() => window.bounces()).toBe(BOUNCES.length)
})

test('several days are drawn over', async ({ app }) => {
  const { window } = app
  const bars = window.charts.bars()
  const count = await told(bars.nth(0), bars.nth(1), bars.nth(2))
  await bars.nth(2).hover()
  await window.page.mouse.down()
  await bars.nth(1).hover()
  await bars.nth(0).hover()
  await window.page.mouse.up()
  await expect(window.chips.getByRole('listitem')).toHaveCount(1)
  await expect.poll(() => window.bounces()).toBe(count)
})

test('days are chosen by keyboard', async ({ app }) => {
  const { window } = app
  const { page } = window
  const bars = window.charts.bars()
  // One tab stop for all bars: the latest.
  await expect(window.charts.timeline.locator('[role=button][tabindex="0"]')).toHaveCount(1)
  await bars.last().focus()
  await page.keyboard.press('Home')
  await expect(bars.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => window.bounces()).toBe(await told(bars.first()))
  await page.keyboard.press('Shift+ArrowRight')
  await expect(bars.nth(1)).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => window.bounces()).toBe(await told(bars.nth(0), bars.nth(1)))
})

test('the timeline is a table too', async ({ app }) => {
  const { window } = app
  const { timeline } = window.charts
  await timeline.getByRole('button', { name: 'Show as a table' }).click()
  const table = timeline.getByRole('table', { name: 'Bounces by day' })
  const row = table.getByRole('row').nth(1)
  const counts = (await row.getByRole('cell').allInnerTexts()).map(Number)
  await row.getByRole('button').click()
  await expect(row.getByRole('button')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => window.bounces()).toBe(counts.reduce((sum, count) => sum + count, 0))
})

test('a cell leads to the bounces of a provider with a cause', async ({ app }) => {
  const { window } = app
  const expected = BOUNCES.filter(({ provider, cause }) => provider === 'gmail' && cause === 'authentication')
  const cell = window.charts.cell('Gmail, Sender not authenticated')
  expect(await told(cell)).toBe(expected.length)
  await cell.click()
  await expect(window.chips).toContainText('Gmail')
  await expect(window.chips).toContainText('Sender not authenticated')
  await expect(window.rows()).toHaveCount(expected.length)
  for (const recipient of named(expected)) await expect(window.row(recipient)).toBeVisible()
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  await cell.click()
  await expect(window.chips.getByRole('listitem')).toHaveCount(0)
})

test('cells are gone to by the arrows and chosen by Enter', async ({ app }) => {
  const { window } = app
  const { page } = window
  const map = window.charts.heatMap
  await expect(map.getByRole('grid').locator('[tabindex="0"]')).toHaveCount(1)
  await map.getByRole('grid').locator('[tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  const cause = map.getByRole('rowheader').first().getByRole('button')
  await expect(cause).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cause).toHaveAttribute('aria-pressed', 'true')
  await expect(window.chips).toContainText(await cause.innerText())
})

test('the charts follow the other filters, and stay put away once put away', async ({ app }) => {
  const { window } = app
  const { page } = window
  await window.value('Provider', 'Gmail, Google Workspace').check()
  const gmail = BOUNCES.filter(({ provider }) => provider === 'gmail').length
  await expect.poll(() => told(window.charts.bars())).toBe(gmail)
  await page.getByRole('button', { name: 'Charts' }).click()
  await expect(window.charts.timeline).toHaveCount(0)
  await page.reload()
  await expect(window.rows().first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Charts' })).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('o')
  await expect(window.charts.timeline).toBeVisible()
})
