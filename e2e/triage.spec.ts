/** The numbers a person sees first: groups, verdicts, sections, and the account of every message. */
import type { Verdict } from '../src/shared/bounce.ts'
import { verdictLabel } from '../src/shared/knowledge/labels.ts'
import { SAMPLE_ACCOUNTING, SAMPLE_ADDRESS_VERDICTS, SAMPLE_GROUPS } from './fixtures/sample-expected.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
})

test('the three groups have the right numbers', async ({ app }) => {
  const overview = app.window.page.getByRole('group', { name: 'Bounces by group' })
  for (const [name, count] of [
    ['Hard', SAMPLE_GROUPS.hard],
    ['Soft', SAMPLE_GROUPS.soft],
    ['Timeout', SAMPLE_GROUPS.timeout],
  ] as const) {
    await expect(overview.getByRole('button', { name: `${name} ${count} ` })).toBeVisible()
  }
})

test('the table has a section for each group, and what is no bounce stands apart', async ({ app }) => {
  const { kinds } = SAMPLE_ACCOUNTING
  const rest =
    kinds.delivered + kinds['auto-reply'] + kinds.challenge + kinds.receipt + kinds['list-notice'] + kinds.other
  for (const [name, count] of [
    ['Hard', SAMPLE_GROUPS.hard],
    ['Soft', SAMPLE_GROUPS.soft],
    ['Timeout', SAMPLE_GROUPS.timeout],
    ['Delayed', kinds.delay],
    ['Complaints', kinds.complaint],
    ['Not bounces', rest],
  ] as const) {
    const head = app.window.section(name)
    // Sections further down come on screen once those above are folded.
    await expect(head).toHaveAccessibleName(new RegExp(`^${name} ${count} `))
    if ((await head.getAttribute('aria-expanded')) === 'true') await head.click()
  }
})

test('addresses are counted by what to do with them', async ({ app }) => {
  const overview = app.window.page.getByRole('group', { name: 'Addresses by verdict' })
  for (const [verdict, count] of Object.entries(SAMPLE_ADDRESS_VERDICTS)) {
    await expect(overview.getByRole('button', { name: `${verdictLabel(verdict as Verdict)} ${count}` })).toBeVisible()
  }
})

test('the accounting line adds up', async ({ app }) => {
  const text = await app.window.accounting.innerText()
  const [, messages, sum] = /(\d+) messages read = ([^\n]*)/.exec(text) ?? []
  const parts = (sum ?? '').match(
    /\d+(?= (?:bounce|delay|complaint|deliver|auto|challenge|receipt|list|ordinary|unread))/g,
  )
  expect(parts?.map(Number).reduce((one, other) => one + other)).toBe(Number(messages))
  expect(Number(messages)).toBe(SAMPLE_ACCOUNTING.messages)
  expect(text).toContain('1 duplicate')
  expect(text).toContain('1 deleted')
})
