/** axe finds nothing serious in any of the main states, in both themes. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

async function expectNoneSerious(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect.soft(serious, state).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in the ${colorScheme} theme`, async ({ app }) => {
    const { window } = app
    await window.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await window.ready()
    await expectNoneSerious(window.page, 'first page')

    await app.drop([SAMPLE])
    await window.imported()
    await expect(window.rows().first()).toBeVisible()
    await expectNoneSerious(window.page, 'table')

    await window.value('Provider', 'Gmail, Google Workspace').check()
    await window.rows().first().click()
    await expect(window.record.getByRole('heading', { level: 2 })).toBeVisible()
    await expectNoneSerious(window.page, 'record')
    await window.record.getByRole('tab', { name: 'Message' }).click()
    await expect(window.record.getByRole('region', { name: 'Message as text' })).toBeVisible()
    await expectNoneSerious(window.page, 'message')

    await window.page.getByRole('button', { name: 'Export…' }).click()
    await expect(window.dialog('Export')).toBeVisible()
    await expectNoneSerious(window.page, 'export')
    await window.page.keyboard.press('Escape')

    await window.search('no such words anywhere')
    await expect(window.page.getByRole('region', { name: 'No record matches these filters' })).toBeVisible()
    await expectNoneSerious(window.page, 'no match')
  })
}
