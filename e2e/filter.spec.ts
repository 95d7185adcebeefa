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
  expect(await app.window.count('Provider', GMAIL)).toBe(gmail.length)
  await app.window.value('Provider', GMAIL).check()
  await expect(app.window.rows()).toHaveCount(gmail.length)
  const shown = await app.window.rows().getByRole('rowheader').allInnerTexts()
  expect(shown.sort()).toEqual(named(gmail).sort())
})

test('by code: counts follow the other filters', async ({ app }) => {
  await app.window.unfold('Reply code')
  const with552 = JUDGED.filter(({ replyCode }) => replyCode === '552')
  expect(await app.window.count('Reply code', '552')).toBe(with552.length)

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

test('a reload keeps filter and sort', async ({ app, hostKind }) => {
  test.skip(hostKind === 'electron', 'Electron’s window has no address.')
  await app.window.value('Provider', GMAIL).check()
  await app.window.columnHead('Code').click()
  await expect(app.window.rows()).toHaveCount(gmail.length)
  await app.window.page.reload()
  await expect(app.window.rows()).toHaveCount(gmail.length)
  await expect(app.window.columnHead('Code')).toHaveAttribute('aria-sort', 'ascending')
})
