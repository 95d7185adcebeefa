/** The table as a person arranges it and works through it: columns, selection, verdicts, copies. */
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await expect(app.window.accounting).toContainText('90 messages read')
  await expect(app.window.rows().first()).toBeVisible()
})

test('columns are moved, hidden and widened, and a reload keeps it', async ({ app }) => {
  const { window } = app
  const { page, grid } = window
  const heads = async () => (await grid.getByRole('columnheader').allInnerTexts()).filter(Boolean)
  const widthOf = async (name: string) => Math.round((await window.columnHead(name).boundingBox())?.width ?? 0)

  // None of the columns that are shown first is cut by the edge of the table.
  const edge = await grid.evaluate((element) => element.getBoundingClientRect().left + element.clientWidth)
  const ends = await grid
    .getByRole('columnheader')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)))
  expect(ends).toContain(Math.round(edge))

  await window.columnHead('Provider').dragTo(window.columnHead('Verdict'), { targetPosition: { x: 6, y: 10 } })
  expect(await heads()).toEqual([
    ...['Recipient', 'Provider', 'Verdict', 'Cause', 'Code', 'Enhanced', 'Reported', 'Diagnostic'],
  ])
  await window.columnHead('Code').focus()
  await page.keyboard.press('Shift+Alt+ArrowLeft')
  await expect(window.columnHead('Code')).toBeFocused()
  await page.keyboard.press('Shift+Alt+ArrowLeft')

  const cause = window.columnHead('Cause')
  const before = await widthOf('Cause')
  const box = await cause.boundingBox()
  if (!box) throw new Error('The head of the column is not there.')
  await page.mouse.move(box.x + box.width - 1, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 59, box.y + 12, { steps: 4 })
  await page.mouse.up()
  expect(await widthOf('Cause')).toBe(before + 60)
  await cause.focus()
  await page.keyboard.press('Alt+ArrowLeft')
  const width = await widthOf('Cause')
  expect(width).toBeLessThan(before + 60)

  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Recipient' })).toBeDisabled()
  await page.getByRole('menuitemcheckbox', { name: 'Enhanced' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Subject' }).click()
  await page.keyboard.press('Escape')
  const kept = ['Recipient', 'Provider', 'Code', 'Verdict', 'Cause', 'Reported', 'Diagnostic', 'Subject']
  await expect.poll(heads).toEqual(kept)

  await page.reload()
  await expect(window.rows().first()).toBeVisible()
  expect(await heads()).toEqual(kept)
  expect(await widthOf('Cause')).toBe(width)

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitem', { name: 'Columns as they were' }).click()
  await expect.poll(async () => (await heads()).slice(0, 2)).toEqual(['Recipient', 'Verdict'])
})

test('a range is selected, judged as one, taken back and done again; its rows are copied', async ({ app }) => {
  const { window } = app
  const { page } = window
  const toolbar = page.getByRole('toolbar', { name: 'Selected rows' })
  const verdicts = async (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, row) => window.cell(window.rows().nth(row), 'addressVerdict').innerText()),
    )
  await window.columnHead('Recipient').click()
  await expect(window.columnHead('Recipient')).toHaveAttribute('aria-sort', 'ascending')
  await expect(window.grid).toHaveAttribute('aria-busy', 'false')

  await window.rows().first().getByRole('rowheader').click()
  await window
    .rows()
    .nth(4)
    .getByRole('rowheader')
    .click({ modifiers: ['Shift'] })
  await expect(toolbar).toContainText('5 selected')
  // A range that turns back lets go of what it passed.
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(toolbar).toContainText('3 selected')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const names = (await window.rows().getByRole('rowheader').allInnerTexts()).slice(0, 3)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.keyboard.press('Control+Shift+c')
  await expect
    .poll(async () => (await copied()).split('\n').map((line) => line.split('\t')[0]))
    .toEqual(['recipient', ...names])
  await page.keyboard.press('Control+c')
  await expect.poll(copied).toBe(names.join('\n'))

  const before = await verdicts(3)
  await page.keyboard.press('2')
  await expect.poll(() => verdicts(3)).toEqual([...Array(3)].map(() => expect.stringContaining('Review')))
  await page.keyboard.press('Control+z')
  await expect.poll(() => verdicts(3)).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => verdicts(3)).toEqual([...Array(3)].map(() => expect.stringContaining('Review')))

  await page.keyboard.press('Control+a')
  await expect(toolbar).toContainText('98 selected')
  await page.keyboard.press('Escape')
  await expect(toolbar).toBeHidden()
})

test('what is cut short is told whole, codes with their meaning; a group closes and opens by key', async ({ app }) => {
  const { window } = app
  const { page, grid } = window
  const tip = page.locator('[data-tip]')
  const row = window.rows().first()
  const code = await window.cell(row, 'replyCode').innerText()
  await row.getByRole('rowheader').click()
  for (let column = 0; column < 3; column += 1) await page.keyboard.press('ArrowRight')
  await expect(tip).toContainText(`${code}: `)
  await page.keyboard.press('Home')
  await expect(tip).toHaveCount(0)

  const lines = async () => Number(await grid.getAttribute('aria-rowcount'))
  const all = await lines()
  await page.keyboard.press('Control+Home')
  await expect(window.section('Hard')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(window.section('Hard')).toHaveAttribute('aria-expanded', 'false')
  expect(await lines()).toBeLessThan(all)
  await page.keyboard.press('Enter')
  await expect.poll(lines).toBe(all)
})
