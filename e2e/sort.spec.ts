/** Sorting by any column, with and without a second one. */
import { BOUNCES } from './fixtures/sample-counts.ts'
import { expect, test } from './support/app.ts'
import { SAMPLE } from './support/paths.ts'

/** What is shown: few enough rows to stand on one screen, of many codes and causes. */
const PROVIDER = { id: 'gmail', label: 'Gmail, Google Workspace' }
const SHOWN = BOUNCES.filter(({ provider }) => provider === PROVIDER.id)

const hard = SHOWN.filter(({ group }) => group === 'hard')

test.beforeEach(async ({ app }) => {
  await app.window.ready()
  await app.drop([SAMPLE])
  await app.window.imported()
  await app.window.value('Provider', PROVIDER.label).check()
  await expect(app.window.rows()).toHaveCount(SHOWN.length)
})

test('by recipient, up and down', async ({ app }) => {
  const head = app.window.columnHead('Recipient')
  const names = hard.map(({ recipient }) => recipient ?? '').sort()
  const shown = () => app.window.rows().getByRole('rowheader').allInnerTexts()

  await head.click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => (await shown()).slice(0, names.length)).toEqual(names)
  await head.click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await shown()).slice(0, names.length)).toEqual(names.toReversed())
})

test('by code, then by recipient', async ({ app }) => {
  await app.window.columnHead('Code').click()
  await app.window.columnHead('Recipient').click({ modifiers: ['Shift'] })
  const wanted = hard
    .map(({ replyCode, recipient }) => `${replyCode} ${recipient}`)
    .sort((one, other) => (one < other ? -1 : 1))
  const shown = async () => {
    const rows = await app.window.rows().all()
    return Promise.all(
      rows.slice(0, wanted.length).map(async (row) => {
        const code = await app.window.cell(row, 'replyCode').innerText()
        return `${code} ${await row.getByRole('rowheader').innerText()}`
      }),
    )
  }
  await expect.poll(shown).toEqual(wanted)
})
