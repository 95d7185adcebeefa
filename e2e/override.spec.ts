/** A person's own verdict: it stands above the rules, and it stays. */
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

const ADDRESS = 'hanna.berg@lindenhof.example'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await app.window.search(ADDRESS)
  await app.window.row(ADDRESS).click()
})

test('is kept when the app is started again, and can be taken back', async ({ app }) => {
  const pressed = (name: string) => app.window.record.getByRole('button', { name, exact: true, pressed: true })
  await expect(pressed('Remove')).toBeVisible()
  await app.window.record.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(pressed('Keep')).toBeVisible()
  await expect(app.window.record).toContainText('This verdict is yours.')
  await expect(app.window.cell(app.window.row(ADDRESS), 'addressVerdict')).toContainText('Keep')

  await app.restart()
  await app.window.search(ADDRESS)
  await app.window.row(ADDRESS).click()
  await expect(pressed('Keep')).toBeVisible()

  await app.window.record.getByRole('button', { name: 'Back to the rules’ verdict' }).click()
  await expect(pressed('Remove')).toBeVisible()
})

test('can be undone', async ({ app }) => {
  await app.window.record.getByRole('button', { name: 'Watch', exact: true }).click()
  const cell = app.window.cell(app.window.row(ADDRESS), 'addressVerdict')
  await expect(cell).toContainText('Watch')
  await app.window.notices.getByRole('button', { name: 'Undo' }).click()
  await expect(cell).toContainText('Remove')
})

test('counts in the removal list', async ({ app }) => {
  await app.window.record.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(app.window.record).toContainText('This verdict is yours.')
  await app.window.page.getByRole('button', { name: 'Clear all filters' }).click()
  await app.window.page.getByRole('button', { name: 'Export…' }).click()
  const dialog = app.window.dialog('Export')
  const text = await app.saved(() => dialog.getByRole('button', { name: 'Save…' }).click())
  expect(text.split('\n')).not.toContain(ADDRESS)
  expect(text).toContain('ingrid@copperkettle.example')
})
