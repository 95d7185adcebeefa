/** The workspace: what was read can be taken out again, one import or all, with or without what the person decided. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { type App, expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

const NOTE = ['From: ann@example.com', 'To: news@example.com', 'Subject: Hello', '', 'Just a letter.', ''].join('\r\n')

async function dropLetter(app: App): Promise<void> {
  const letter = join(app.folder, 'letter.eml')
  writeFileSync(letter, NOTE)
  await app.drop([letter])
}

async function openWorkspace({ window }: App, item: string): Promise<Locator> {
  await window.page.getByRole('button', { name: 'Main menu' }).click()
  await window.page.getByRole('menuitem', { name: item }).click()
  return window.dialog('Workspace')
}

const neverRemove = (workspace: Locator) => workspace.getByRole('textbox', { name: 'Never remove' })

test('one import is removed with what it brought', async ({ app }) => {
  const { page } = app.window
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await dropLetter(app)
  await expect(app.window.accounting).toContainText('91 messages')

  const workspace = await openWorkspace(app, 'Imports…')
  const imports = workspace.getByRole('list', { name: 'Imports' }).getByRole('listitem')
  await expect(imports).toHaveCount(2)
  await expect(imports.first()).toContainText('letter.eml')
  // No is where the keyboard lands, Escape says it too, and neither closes the dialog.
  await workspace.getByRole('button', { name: 'Remove import letter.eml' }).press('Enter')
  await expect(workspace.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(workspace.getByRole('button', { name: 'Remove import letter.eml' })).toBeFocused()
  await page.keyboard.press('Enter')
  await workspace.getByRole('button', { name: 'Remove import', exact: true }).click()
  await expect(imports).toHaveCount(1)
  // Behind an open dialog: hidden from screen readers, not from eyes.
  await expect(page.getByLabel('Accounting')).toContainText('90 messages')
})

test('all imports go and decisions stay, or everything is erased', async ({ app }) => {
  await app.window.ready()
  await dropLetter(app)
  await app.window.imported()
  const workspace = await openWorkspace(app, 'Never-remove list…')
  await neverRemove(workspace).fill('shop.example\nboss')
  await expect(workspace).toContainText('Neither an address nor a domain: boss')
  await expect(workspace.getByRole('button', { name: 'Save' })).toBeDisabled()
  await neverRemove(workspace).fill('shop.example')
  // What was typed is not lost with the tab.
  await workspace.getByRole('tab', { name: 'Policy' }).click()
  await workspace.getByRole('tab', { name: 'Never remove not saved' }).click()
  await workspace.getByRole('button', { name: 'Save' }).click()
  await expect(workspace.getByRole('tab', { name: 'Never remove', exact: true })).toBeVisible()

  await workspace.getByRole('tab', { name: 'Imports' }).click()
  await workspace.getByRole('button', { name: 'Start afresh…' }).click()
  await workspace.getByRole('button', { name: 'Start afresh', exact: true }).click()
  await expect(workspace).toContainText('Nothing has been read yet.')
  await workspace.getByRole('tab', { name: 'Never remove' }).click()
  await expect(neverRemove(workspace)).toHaveValue('shop.example')

  await workspace.getByRole('tab', { name: 'Data' }).click()
  await expect(workspace).toContainText('workspace.duckdb')
  await workspace.getByRole('button', { name: 'Erase everything…' }).click()
  await app.window.dialog('Erase everything?').getByRole('button', { name: 'Erase everything' }).click()
  await expect(app.window.notices).toContainText('Everything was erased.')
  await dropLetter(app)
  await app.window.imported()
  await openWorkspace(app, 'Never-remove list…')
  await expect(neverRemove(workspace)).toHaveValue('')
})
