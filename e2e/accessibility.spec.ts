/** axe finds nothing serious or critical in any state that people meet, in both themes and where more contrast is wanted. */
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { writeLargeMailbox } from './support/large-mailbox.ts'
import { ROOT, SAMPLE } from './support/paths.ts'
import type { AppWindow } from './support/window.ts'

/** Long enough to be looked at while it is read. */
const LARGE_BYTES = 40_000_000
/** axe walks through every element of every state; a busy machine takes its time. */
const LIMIT_MS = 300_000

/** There are no frames, for which axe would open a second page at every look. */
function axe(page: Page, part: string): AxeBuilder {
  return new AxeBuilder({ page })
    .include(part)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
}

/** `part` leaves aside what stood there before and was looked at. */
async function expectNoneSerious(page: Page, state: string, part = 'body'): Promise<void> {
  const { violations } = await axe(page, part).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect.soft(serious, state).toEqual([])
}

const DIALOG = ':is([role=dialog], [role=alertdialog])'

/** The dialogs of the main menu, by item and title. */
const DIALOGS: [item: string, title: string][] = [
  ['Imports…', 'Workspace'],
  ['Never-remove list…', 'Workspace'],
  ['Policy…', 'Workspace'],
  ['Erase everything…', 'Erase everything'],
  ['Explain a reply…', 'Explain a reply'],
  ['All commands…', 'All commands'],
  ['Keyboard shortcuts', 'Keyboard shortcuts'],
]

async function expectDialogs({ page }: AppWindow): Promise<void> {
  for (const [item, title] of DIALOGS) {
    await page.getByRole('button', { name: 'Main menu' }).click()
    if (item === DIALOGS[0]?.[0]) await expectNoneSerious(page, 'main menu', '[role=menu]')
    await page.getByRole('menuitem', { name: item }).click()
    await expect(page.locator(DIALOG)).toBeVisible()
    await expectNoneSerious(page, `${title} (${item})`, DIALOG)
    await page.keyboard.press('Escape')
    await expect(page.locator(DIALOG)).toHaveCount(0)
  }
}

const LOOKS = [
  ['the light theme', { colorScheme: 'light' }],
  ['the dark theme', { colorScheme: 'dark' }],
  ['the light theme with more contrast', { colorScheme: 'light', contrast: 'more' }],
] as const

for (const [name, look] of LOOKS) {
  test.describe(`in ${name}`, () => {
    test.beforeEach(async ({ app }) => {
      test.setTimeout(LIMIT_MS)
      await app.window.page.setViewportSize({ width: 1440, height: 900 })
      await app.window.page.emulateMedia({ ...look, reducedMotion: 'reduce' })
      await app.window.ready()
    })

    test('overview, table, record, message, no match', async ({ app }) => {
      const { window } = app
      const { page } = window
      await expectNoneSerious(page, 'first page')
      await app.drop([SAMPLE])
      await window.imported()
      await expect(window.charts.cell('Gmail, Sender not authenticated')).toBeVisible()
      await expectNoneSerious(page, 'overview and table')

      await window.charts.cell('Gmail, Sender not authenticated').click()
      await window.charts.timeline.getByRole('button', { name: 'Show as a table' }).click()
      await window.rows().first().click()
      await expect(window.record.getByRole('heading', { level: 2 })).toBeVisible()
      await expectNoneSerious(page, 'chosen cell, timeline as a table, record')
      await window.record.getByRole('tab', { name: 'Message' }).click()
      await expect(window.record.getByRole('region', { name: 'Message as text' })).toBeVisible()
      await window.record.getByRole('searchbox').fill('550')
      await expectNoneSerious(page, 'message with hits', 'section[aria-label=Record]')

      await window.search('no such words anywhere')
      await expect(page.getByRole('region', { name: 'No record matches these filters' })).toBeVisible()
      await expectNoneSerious(page, 'no match')
    })

    // Dialogs and imports are made of the same few colours.
    if ('contrast' in look) return

    test('dialogs', async ({ app }) => {
      const { window } = app
      await app.drop([SAMPLE])
      await window.imported()
      await expect(window.rows().first()).toBeVisible()
      await expectDialogs(window)
      await window.page.getByRole('button', { name: 'Export…' }).click()
      await expect(window.dialog('Export')).toBeVisible()
      await expectNoneSerious(window.page, 'export', DIALOG)
    })

    test('importing, cancelled, unreadable', async ({ app }) => {
      const { window } = app
      await app.drop([join(ROOT, 'package.json')])
      await expect(window.importStrip.getByText('could not be read').first()).toBeVisible()
      await expectNoneSerious(window.page, 'nothing could be read', 'main')
      const file = join(app.folder, 'years-of-bounces.mbox')
      writeLargeMailbox(file, LARGE_BYTES)
      await app.drop([file])
      await expect(window.importStrip).toHaveAttribute('data-state', 'running')
      await expectNoneSerious(window.page, 'importing', 'section[aria-label=Import]')
      await window.importStrip.getByRole('button', { name: 'Cancel import' }).click({ timeout: 5_000 })
      await window.imported('cancelled')
      await expectNoneSerious(window.page, 'cancelled', 'section[aria-label=Import]')
    })
  })
}
