/** The charts above the table: each mark filters it, by mouse and by keyboard; a table stands behind. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { BOUNCES, named } from './fixtures/sample-counts.ts'
import { type App, expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'
import { report } from './support/scale-mailbox.ts'

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

/** More than a year, too long for a bar a day: bounces on the Tuesday and the Friday of each week. */
async function dropYear({ window, folder, drop }: App): Promise<void> {
  const file = join(folder, 'year.mbox')
  const weeks = Array.from({ length: 60 }, (_, week) => week * 7)
  const days = weeks.flatMap((monday) => [monday + 2, monday + 5])
  writeFileSync(file, days.map((day) => report({ to: `u${day}@d${day}.example`, day })).join(''))
  await drop([file])
  await expect(window.charts.timeline).toHaveAccessibleName('Bounces by week')
  await expect.poll(() => told(window.charts.bars())).toBe(BOUNCES.length + days.length)
}

test('a week is drawn alone in days once it is chosen, and leads back to the whole time', async ({ app }) => {
  const { window } = app
  await dropYear(app)
  const { bars, timeline } = window.charts
  const weeks = await bars().count()
  await bars().nth(1).click()
  await expect(timeline).toHaveAccessibleName('Bounces by day')
  await expect(bars()).toHaveCount(7)
  await expect.poll(() => window.bounces()).toBe(2)
  // A day within, then the week again, then everything.
  const tuesday = bars().nth(1)
  await tuesday.click()
  await expect(tuesday).toHaveAttribute('aria-pressed', 'true')
  await expect(bars()).toHaveCount(7)
  await expect.poll(() => window.bounces()).toBe(1)
  await tuesday.click()
  await expect.poll(() => window.bounces()).toBe(2)
  await timeline.getByRole('button', { name: 'Whole time' }).click()
  await expect(window.chips.getByRole('listitem')).toHaveCount(0)
  await expect(bars()).toHaveCount(weeks)
  await expect(timeline.getByRole('button', { name: 'Whole time' })).toHaveCount(0)
})

test('weeks are gone into and left by keyboard, which never loses its place', async ({ app }) => {
  const { window } = app
  const { page } = window
  await dropYear(app)
  const { bars, timeline } = window.charts
  const focused = timeline.locator('svg [role=button]:focus')
  await bars().last().focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  // Two weeks are chosen once Shift is let go, not before.
  await page.keyboard.down('Shift')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(timeline).toHaveAccessibleName('Bounces by week')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.up('Shift')
  await expect(bars()).toHaveCount(14)
  await expect.poll(() => window.bounces()).toBe(4)
  await expect(focused).toHaveCount(1)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(timeline.getByRole('button', { name: 'Whole time' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(timeline).toHaveAccessibleName('Bounces by week')
  await expect(focused).toHaveCount(1)
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
