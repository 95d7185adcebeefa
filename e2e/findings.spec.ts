/** What stands out is named and leads to its records; one reply can be asked about; the strict policy says its price. */

import { JUDGED, named } from './fixtures/sample-counts.ts'
import { SAMPLE_MESSAGES, SAMPLE_REMOVALS } from './fixtures/sample-expected.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

test.describe('the sample', () => {
  test.beforeEach(async ({ app }) => {
    await app.window.ready()
    await app.drop([SAMPLE])
    await app.window.imported()
  })

  test('shows what stands out, worst first', async ({ app }) => {
    const { record } = app.window
    const urgent = record.getByRole('region', { name: 'Urgent' })
    const soon = record.getByRole('region', { name: 'Act soon' })
    await expect(urgent.getByRole('button', { name: /Spamhaus/ })).toBeVisible()
    const unproven = JUDGED.filter(({ provider, cause }) => provider === 'gmail' && cause === 'authentication')
    await expect(
      record.getByRole('button', { name: new RegExp(`Gmail refuses ${unproven.length} messages`) }),
    ).toBeVisible()
    const together = named(JUDGED).filter((recipient) => recipient.endsWith('@brightwater.example'))
    await expect(
      soon.getByRole('button', { name: new RegExp(`${new Set(together).size} addresses.*brightwater\\.example`) }),
    ).toBeVisible()
    const heads = await record.getByRole('heading', { level: 3 }).allInnerTexts()
    expect(heads).toEqual(['Urgent', 'Act soon', 'Good to know'])
  })

  test('a finding leads to its records, and back', async ({ app }) => {
    const { window } = app
    const { record, grid } = window
    const finding = record.getByRole('button', { name: /brightwater\.example/ })
    await finding.click()
    await expect(grid).toHaveAttribute('aria-busy', 'false')
    const together = named(JUDGED).filter((recipient) => recipient.endsWith('@brightwater.example'))
    await expect(window.rows()).toHaveCount(together.length)
    for (const recipient of together) await expect(window.row(recipient).first()).toBeVisible()
    await expect(window.chips.getByRole('listitem').filter({ hasText: 'brightwater.example' })).toBeVisible()
    await finding.click()
    await expect(window.chips.getByRole('listitem')).toHaveCount(0)
  })

  test('the worst finding stands above the table and leads to its records', async ({ app }) => {
    const { page, record, chips } = app.window
    await page.setViewportSize({ width: 1440, height: 900 })
    const strip = page.getByRole('region', { name: 'Overview' })
    const worst = strip.getByRole('button', { name: /^Urgent: / })
    const first = record.getByRole('region', { name: 'Urgent' }).getByRole('button').first()
    await expect(first).toContainText((await worst.innerText()).replace(/^Urgent:\s*/, ''))
    await worst.click()
    await expect(chips.getByRole('listitem')).not.toHaveCount(0)
    await expect(first).toHaveAttribute('aria-pressed', 'true')
  })

  test('the strict policy says what it costs and asks first', async ({ app }) => {
    const { page } = app.window
    const dialog = app.window.dialog('Workspace')
    await page.getByRole('button', { name: 'Main menu' }).click()
    await page.getByRole('menuitem', { name: 'Policy…' }).click()
    const cost = dialog.getByText(/^Would remove \d+ more addresses that no report calls dead/)
    await expect(cost).toBeVisible()
    // Never more than those with a hard bounce that the careful policy does not remove.
    const removed = new Set(SAMPLE_REMOVALS)
    const hard = SAMPLE_MESSAGES.filter(({ kind }) => kind === 'bounce')
      .flatMap(({ recipients }) => recipients)
      .filter(({ group, recipient }) => group === 'hard' && recipient !== null && !removed.has(recipient))
    const told = Number(/\d+/.exec(await cost.innerText())?.[0])
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(new Set(named(hard)).size)

    await dialog.getByRole('radio', { name: 'Strict' }).click()
    await dialog.getByRole('button', { name: 'Stay careful' }).click()
    await expect(dialog.getByRole('radio', { name: 'Careful (advised)' })).toBeChecked()
    await dialog.getByRole('radio', { name: 'Strict' }).click()
    await dialog.getByRole('button', { name: 'Switch to strict' }).click()
    await expect(page.getByText('Policy: strict')).toBeVisible()
    await expect(dialog.getByRole('radio', { name: 'Strict' })).toBeChecked()
  })
})

test('a pasted reply is explained before any mailbox is read', async ({ app }) => {
  const { page } = app.window
  await app.window.ready()
  await page.getByRole('button', { name: 'Explain a reply…' }).click()
  const dialog = app.window.dialog('Explain a reply')
  const answer = dialog.getByRole('region', { name: 'Answer' })
  const reply = dialog.getByRole('textbox', { name: 'Reply' })
  await expect(dialog.getByRole('button', { name: 'Explain', exact: true })).toBeDisabled()

  await reply.fill('550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown')
  await dialog.getByRole('textbox', { name: 'Recipient' }).fill('anna@example.com')
  await dialog.getByRole('button', { name: 'Explain', exact: true }).click()
  await expect(answer.getByRole('heading', { level: 3 }).first()).toContainText('Remove')
  await expect(answer.getByRole('region', { name: 'Findings' })).toContainText('550 5.1.1')
  await expect(answer.getByRole('region', { name: 'Evidence' })).toContainText(/user unknown/i)

  await reply.fill('550 5.7.26 Your email has been blocked because the sender is unauthenticated.')
  await dialog.getByRole('textbox', { name: 'Remote server' }).fill('gmail-smtp-in.l.google.com')
  await reply.press('Control+Enter')
  await expect(answer.getByRole('heading', { level: 3 }).first()).toContainText('Keep')
  await expect(answer.getByRole('region', { name: 'Findings' })).toContainText('Gmail')
  await expect(answer.getByRole('region', { name: 'What to do' })).toContainText(/SPF|DKIM/)
})
