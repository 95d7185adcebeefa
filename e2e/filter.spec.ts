/** Filters: each with its count, all of them together, and kept in the address of the page. */
import { BOUNCES, JUDGED, named } from './fixtures/sample-counts.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

const GMAIL = 'Gmail, Google Workspace'
const EXCHANGE = 'Microsoft 365, Exchange'
const gmail = JUDGED.filter(({ provider }) => provider === 'gmail')
const exchange = JUDGED.filter(({ provider }) => provider === 'exchange-online')

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
})

test('by provider: the count tells what will be shown, and it is', async ({ app }) => {
  await expect.poll(() => app.window.count('Provider', GMAIL)).toBe(gmail.length)
  await app.window.value('Provider', GMAIL).check()
  await expect(app.window.rows()).toHaveCount(gmail.length)
  const shown = await app.window.rows().getByRole('rowheader').allInnerTexts()
  expect(shown.sort()).toEqual(named(gmail).sort())
})

test('by code: counts follow the other filters', async ({ app }) => {
  await app.window.unfold('Reply code')
  const with552 = JUDGED.filter(({ replyCode }) => replyCode === '552')
  await expect.poll(() => app.window.count('Reply code', '552')).toBe(with552.length)

  await app.window.value('Provider', GMAIL).check()
  const both = gmail.filter(({ replyCode }) => replyCode === '552')
  await expect.poll(() => app.window.count('Reply code', '552')).toBe(both.length)

  await app.window.value('Reply code', '552').check()
  await expect(app.window.rows()).toHaveCount(both.length)
  await expect(app.window.rows().getByRole('rowheader')).toHaveText(named(both))
})

test('two values of one filter are alternatives; leaving out takes away', async ({ app }) => {
  await app.window.value('Provider', GMAIL).check()
  await app.window.value('Provider', EXCHANGE).check()
  await expect(app.window.rows()).toHaveCount(gmail.length + exchange.length)
  await app.window.group('Cause').getByRole('button', { name: 'Leave out Sender not authenticated' }).click()
  const rest = [...gmail, ...exchange].filter(({ cause }) => cause !== 'authentication')
  await expect(app.window.rows()).toHaveCount(rest.length)
})

test('by words', async ({ app }) => {
  await app.window.search('brightwater')
  const found = BOUNCES.filter(({ recipient }) => recipient?.endsWith('@brightwater.example'))
  await expect(app.window.rows()).toHaveCount(found.length)
  await app.window.search('no such words anywhere')
  await expect(app.window.page.getByRole('region', { name: 'No record matches these filters' })).toBeVisible()
})

test('chips name what is active; Escape lets go of the last, then of all', async ({ app }) => {
  await app.window.value('Provider', GMAIL).check()
  await app.window.value('Verdict', 'Keep').check()
  await expect(app.window.chips.getByRole('listitem')).toHaveCount(2)
  await app.window.chips.getByRole('button', { name: `Remove filter Provider: ${GMAIL}` }).click()
  await expect(app.window.chips.getByRole('listitem')).toHaveCount(1)
  await app.window.page.keyboard.press('Escape')
  await expect(app.window.chips).toBeHidden()
})

test('without a mouse: dates typed by hand, a value left out, and Escape lets go of the last of three, then of all', async ({
  app,
}) => {
  const { window } = app
  const { page, chips } = window
  await expect(window.charts.bars().first()).toBeVisible()
  const days = await window.charts.bars().evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
  const inDays = days.slice(
    days.findIndex((day) => day.includes('10 Oct 2026')),
    days.findIndex((day) => day.includes('11 Nov 2026')) + 1,
  )
  const bounces = inDays.reduce((sum, day) => sum + Number(/(\d+) bounces?/.exec(day)?.[1] ?? 0), 0)

  // Days that are the same in whichever order a browser asks for day and month.
  await page.getByLabel('From', { exact: true }).focus()
  await page.keyboard.type('10102026')
  await page.getByLabel('To', { exact: true }).focus()
  await page.keyboard.type('11112026')
  await expect(chips.getByRole('listitem')).toHaveText([/^Reported: 10 Oct\s?–\s?11 Nov 2026$/])
  await expect.poll(() => window.bounces()).toBe(bounces)

  const atExchange = window.rows().filter({ hasText: 'Microsoft 365' })
  await expect(atExchange.first()).toBeVisible()
  await window.value('Provider', EXCHANGE).focus()
  await page.keyboard.press('-')
  await expect(chips).toContainText('Provider is not: Microsoft 365')
  await expect(chips.getByRole('button', { name: `Remove filter Provider is not: ${EXCHANGE}` })).toBeVisible()
  await expect(window.value('Provider', EXCHANGE)).toBeFocused()
  await expect(atExchange).toHaveCount(0)
  const others = await window.bounces()
  expect(others).toBeLessThan(bounces)

  await window.value('Verdict', 'Remove').focus()
  await page.keyboard.press('Space')
  await expect(chips.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(chips.getByRole('listitem')).toHaveText([/^Reported/, /^Provider is not/])
  await expect.poll(() => window.bounces()).toBe(others)
  await page.keyboard.press('Escape')
  await expect(chips).toBeHidden()
  await expect.poll(() => window.bounces()).toBe(BOUNCES.length)
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('')
})

test('a filter is kept under a name: in the list, after a reload and among the commands', async ({ app }) => {
  const { window } = app
  const { page, chips, filters } = window
  const both = gmail.filter(({ cause }) => cause !== 'authentication')
  await window.value('Provider', GMAIL).check()
  await window.group('Cause').getByRole('button', { name: 'Leave out Sender not authenticated' }).click()
  await window.columnHead('Code').click()
  await expect(window.rows()).toHaveCount(both.length)
  await page.getByRole('button', { name: 'Save this filter…' }).click()
  await page.keyboard.type('Gmail, the rest')
  await page.keyboard.press('Enter')

  const saved = filters.getByRole('button', { name: 'Gmail, the rest', exact: true })
  await expect(saved).toHaveAttribute('aria-pressed', 'true')
  await expect(saved).toBeFocused()
  // It is kept already.
  await expect(page.getByRole('button', { name: 'Save this filter…' })).toBeHidden()
  await page.keyboard.press('Shift+Escape')
  await expect(chips).toBeHidden()
  await expect(saved).toHaveAttribute('aria-pressed', 'false')
  await saved.click()
  await expect(chips.getByRole('listitem')).toHaveText(['Provider: Gmail', 'Cause is not: Sender not authenticated'])
  await expect(chips.getByRole('button', { name: `Remove filter Provider: ${GMAIL}` })).toBeVisible()
  await expect(window.rows()).toHaveCount(both.length)
  await expect(window.columnHead('Code')).toHaveAttribute('aria-sort', 'ascending')
  await saved.click()
  await expect(chips).toBeHidden()

  await page.reload()
  await expect(saved).toBeVisible()
  await expect.poll(() => window.bounces()).toBe(BOUNCES.length)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill('gmail rest')
  await expect(page.getByRole('option')).toHaveText([/Gmail, the rest/])
  await page.keyboard.press('Enter')
  await expect(window.rows()).toHaveCount(both.length)
  await expect(saved).toHaveAttribute('aria-pressed', 'true')

  // Another one by the keyboard alone, from the palette; then both are forgotten.
  await window.value('Verdict', 'Remove').check()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('save this filter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name of this filter' })).toBeFocused()
  await page.keyboard.type('Dead at Gmail')
  await page.keyboard.press('Enter')
  await expect(filters.getByRole('button', { name: 'Dead at Gmail', exact: true })).toBeFocused()
  for (const name of ['Dead at Gmail', 'Gmail, the rest']) {
    await filters.getByRole('button', { name: `Forget ${name}` }).click()
    await expect(filters.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await expect(filters.getByText('Saved filters')).toHaveCount(0)
})

test('a reload keeps filter and sort', async ({ app, hostKind }) => {
  test.skip(hostKind === 'electron', 'Electron’s window has no address.')
  await app.window.value('Provider', GMAIL).check()
  await app.window.columnHead('Code').click()
  await expect(app.window.rows()).toHaveCount(gmail.length)
  await app.window.page.reload()
  await expect(app.window.rows()).toHaveCount(gmail.length)
  await expect(app.window.columnHead('Code')).toHaveAttribute('aria-sort', 'ascending')
})
