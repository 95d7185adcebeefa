/** One record: what happened, what to do, and the words of the message that it rests on. */
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
})

test('explains a reply that is our fault, and says how to mend it', async ({ app }) => {
  await app.window.search('pia@stenbocken.example')
  await app.window.row('pia@stenbocken.example').click()
  const { record } = app.window
  await expect(record.getByRole('heading', { level: 2 })).toHaveText('pia@stenbocken.example')
  await expect(record.getByRole('button', { name: 'Keep', exact: true })).toHaveAttribute('aria-pressed', 'true')
  const steps = record.getByRole('region', { name: 'What to do' })
  await expect(steps).toContainText('SPF')
  await expect(steps).toContainText('DKIM')
  await expect(steps.getByRole('listitem').first()).toBeVisible()
  await expect(record.getByRole('region', { name: 'Evidence' })).toContainText('5.7.26')
})

test('explains a dead address, and why its verdict is what it is', async ({ app }) => {
  await app.window.search('theo.lindqvist')
  await app.window.rows().first().click()
  const { record } = app.window
  // Full three times in four weeks: each report alone says watch.
  await expect(record.getByRole('button', { name: 'Remove', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(record).toContainText('Mailbox full')
  await expect(record).toContainText(/3 (bounces|times)/)
})

test('shows the message as text, never as a page', async ({ app }) => {
  await app.window.search('walter@lakeside-inn.example')
  await app.window.row('walter@lakeside-inn.example').click()
  await app.window.record.getByRole('tab', { name: 'Message' }).click()
  const text = app.window.record.getByRole('region', { name: 'Message as text' })
  await expect(text).toContainText('From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>')
  await expect(text).toContainText('<table cellpadding="0"')
  await expect(text.locator('table, img, a')).toHaveCount(0)
})

test('leads from the evidence to the place in the message', async ({ app }) => {
  await app.window.search('luc.perrin')
  await app.window.row('luc.perrin@papiers-perrin.example').click()
  await app.window.record.getByRole('button', { name: 'Show in the message' }).click()
  const mark = app.window.record.locator('mark[data-kind="evidence"]').first()
  await expect(mark).toBeInViewport()
  await expect(mark).toContainText(/invalid recipient|OFR|550/i)
})

test('finds words in the message, counted, from one to the next', async ({ app }) => {
  const { page, record } = app.window
  await app.window.search('pia@stenbocken.example')
  await app.window.row('pia@stenbocken.example').click()
  await record.getByRole('tab', { name: 'Message' }).click()
  const text = record.getByRole('region', { name: 'Message as text' })
  await expect(text).toContainText('stenbocken')
  await expect(record.getByText(/^Marked: what rule .* read\./)).toBeVisible()
  // Search leads into the message, where the keyboard is beside it.
  await page.keyboard.press('Control+f')
  const find = record.getByRole('searchbox', { name: 'Find in the message' })
  await expect(find).toBeFocused()
  await find.fill('STENBOCKEN')
  const places = ((await text.innerText()).match(/stenbocken/gi) ?? []).length
  expect(places).toBeGreaterThan(1)
  await expect(record.getByText(`1 of ${places}`)).toBeVisible()
  await find.press('Enter')
  await expect(record.getByText(`2 of ${places}`)).toBeVisible()
  await record.getByRole('button', { name: 'Previous hit' }).click()
  await record.getByRole('button', { name: 'Previous hit' }).click()
  await expect(record.getByText(`${places} of ${places}`)).toBeVisible()
  await expect(text.locator('[data-kind=active]')).toBeInViewport()
  await find.fill('no such words')
  await expect(record.getByText('Not found')).toBeVisible()
})

test('lists what else is known of the address and of its domain, and leads there', async ({ app }) => {
  const { record } = app.window
  await app.window.search('brightwater')
  await app.window.rows().first().click()
  const domain = record.getByRole('region', { name: 'This domain' })
  await expect(domain.getByRole('listitem')).toHaveCount(5)
  const other = domain.getByRole('listitem').first().getByRole('button')
  const recipient = /\S+@brightwater\.example/.exec(await other.innerText())?.[0] ?? ''
  await other.click()
  await expect(record.getByRole('heading', { level: 2 })).toHaveText(recipient)

  await app.window.search('theo.lindqvist')
  await app.window.rows().first().click()
  const same = record.getByRole('region', { name: 'This address' })
  await expect(same.getByRole('listitem')).toHaveCount(2)
  await same.getByRole('button', { name: 'Show all of this address' }).click()
  await expect(app.window.chips).toContainText('theo.lindqvist')
})
