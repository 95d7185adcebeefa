/**
 * Takes the pictures in `docs/screenshots`: the built window in the web host, on the sample mailbox, in every state that
 * people meet. `node scripts/screenshots.ts [NAME…]` takes only those of these names; `NAME*` all that begin so.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { writeMailbox } from '../bench/mailbox.ts'
import { SAMPLE_MESSAGES } from '../e2e/fixtures/sample-expected.ts'
import { dropFiles } from '../e2e/support/drop.ts'
import { SAMPLE } from '../e2e/support/paths.ts'
import { startWebHost, type WebHostProcess } from '../e2e/support/web.ts'
import { AppWindow } from '../e2e/support/window.ts'
import { buildIfNeeded, ROOT } from './build-if-needed.ts'
import { findBrowser } from './find-browser.ts'

const FOLDER = join(ROOT, 'docs', 'screenshots')
/** Enough messages to be caught at work on any machine. */
const MANY_MESSAGES = 40_000
/** Messages of the sample that are read: all but those that are left out. */
const SAMPLE_READ = SAMPLE_MESSAGES.filter(({ kind }) => kind !== 'duplicate' && kind !== 'deleted').length
/** Where the workspace lies in the pictures: a person's place, not the temporary folder that it is in. */
const DATA_SHOWN = '/home/ana/.local/share/bounce-triage'
/** Time for what follows an answer to be drawn, in ms. */
const SETTLE_MS = 700

interface Shot {
  name: string
  look?: BrowserContextOptions
  /** What is opened before anything else; nothing shows the first page. */
  opens?: 'sample'
  /** Brings the window into its state. */
  act(window: AppWindow, scratch: string, host: WebHostProcess): Promise<void>
}

const DARK: BrowserContextOptions = { colorScheme: 'dark' }
const nothing = async () => {}

async function pressMenu({ page }: AppWindow, item: string, tab?: string): Promise<void> {
  await page.getByRole('button', { name: 'Main menu' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  if (tab) await page.getByRole('tab', { name: tab }).click()
}

/** A row near the top, whose fix is worth reading. */
async function firstKept(window: AppWindow): Promise<void> {
  await window.value('Cause', 'Sender not authenticated').check()
  await window.page.waitForTimeout(SETTLE_MS)
  const row = window.rows().first().getByRole('rowheader')
  const recipient = (await row.innerText()).trim()
  await window.value('Cause', 'Sender not authenticated').uncheck()
  await window.page.getByRole('columnheader', { name: 'Cause' }).click()
  await window.page.waitForTimeout(SETTLE_MS)
  await window.row(recipient).first().getByRole('rowheader').click()
}

/** Several days, by drawing over their bars. */
async function drawDays({ page, charts }: AppWindow): Promise<void> {
  await charts.bars().nth(28).hover()
  await page.mouse.down()
  await charts.bars().nth(30).hover()
  await charts.bars().nth(36).hover()
  await page.mouse.up()
}

async function chooseWeek({ page, charts }: AppWindow): Promise<void> {
  await charts.bars().nth(4).click()
  await page.mouse.move(0, 0)
}

async function explainOne(window: AppWindow): Promise<void> {
  await pressMenu(window, 'Explain a reply…')
  const dialog = window.dialog('Explain a reply')
  const reply = '550-5.7.26 Your email has been blocked because the sender is unauthenticated.'
  await dialog.getByRole('textbox', { name: 'Reply' }).fill(reply)
  await dialog.getByRole('textbox', { name: 'Remote server' }).fill('gmail-smtp-in.l.google.com')
  await dialog.getByRole('button', { name: 'Explain', exact: true }).click()
  await dialog.getByRole('region', { name: 'Answer' }).waitFor()
}

async function chooseStrict(window: AppWindow): Promise<void> {
  await pressMenu(window, 'Policy…')
  await window.dialog('Workspace').getByRole('radio', { name: 'Strict' }).click()
}

async function saveAs({ page }: AppWindow, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save this filter…' }).click()
  await page.getByRole('textbox', { name: 'Name of this filter' }).fill(name)
  await page.keyboard.press('Enter')
}

function exportFor(format: string) {
  return async ({ page }: AppWindow) => {
    await page.getByRole('button', { name: 'Export…' }).click()
    await page.getByRole('combobox', { name: 'Format' }).selectOption(format)
    await page.locator('section[aria-label=Preview][aria-busy=false]').waitFor()
  }
}

/** Some rows of a company that is held for review, for a service whose import is not documented. */
async function exportSelection(window: AppWindow): Promise<void> {
  await window.search('brightwater')
  await window.rows().first().getByRole('rowheader').focus()
  await window.page.keyboard.press('Control+a')
  await exportFor('sendy')(window)
  await window.dialog('Export').getByRole('checkbox', { name: 'Review' }).check()
}

async function exportAgain(window: AppWindow): Promise<void> {
  await exportFor('plain')(window)
  await window.dialog('Export').getByRole('radio', { name: 'Send again once fixed' }).check()
  await window.page.waitForTimeout(SETTLE_MS)
  await window.dialog('Export').getByRole('button', { name: 'Save…' }).click()
}

/** Files held over the window, not yet let go. */
async function holdFiles({ page }: AppWindow): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [SAMPLE], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data })
}

async function startLarge(window: AppWindow, scratch: string): Promise<void> {
  const file = join(scratch, 'bounces-2026.mbox')
  await writeMailbox(file, MANY_MESSAGES)
  await dropFiles(window.page, [file])
  await window.importStrip.getByText('found').waitFor()
  await window.rows().first().waitFor()
  await window.page.waitForTimeout(SETTLE_MS * 2)
}

const SHOTS: Shot[] = [
  { name: 'first-run', act: nothing },
  { name: 'first-run-dark', look: DARK, act: nothing },
  { name: 'dragging', act: holdFiles },
  { name: 'triage', opens: 'sample', act: firstKept },
  { name: 'triage-dark', opens: 'sample', look: DARK, act: firstKept },
  { name: 'triage-high-contrast', opens: 'sample', look: { forcedColors: 'active' }, act: firstKept },
  { name: 'narrow', opens: 'sample', look: { viewport: { width: 1024, height: 768 } }, act: nothing },
  { name: 'narrow-record', opens: 'sample', look: { viewport: { width: 1024, height: 768 } }, act: firstKept },
  { name: 'narrow-week', opens: 'sample', look: { viewport: { width: 1024, height: 768 } }, act: chooseWeek },
  { name: 'overview', opens: 'sample', act: nothing },
  { name: 'overview-dark', opens: 'sample', look: DARK, act: nothing },
  { name: 'overview-high-contrast', opens: 'sample', look: { forcedColors: 'active' }, act: nothing },
  { name: 'overview-more-contrast', opens: 'sample', look: { contrast: 'more' }, act: nothing },
  { name: 'overview-days', opens: 'sample', act: drawDays },
  {
    name: 'overview-cell',
    opens: 'sample',
    look: DARK,
    act: ({ charts }) => charts.cell('Gmail, Sender not authenticated').click(),
  },
  {
    name: 'overview-table',
    opens: 'sample',
    act: ({ charts }) => charts.timeline.getByRole('button', { name: 'Show as a table' }).click(),
  },
  { name: 'wide', opens: 'sample', look: { viewport: { width: 2560, height: 1440 } }, act: firstKept },
  { name: 'enlarged', opens: 'sample', look: { viewport: { width: 720, height: 450 } }, act: nothing },
  {
    name: 'filtered',
    opens: 'sample',
    async act(window) {
      await window.value('Provider', 'Gmail, Google Workspace').check()
      await window.page.getByRole('button', { name: 'Leave out No such mailbox' }).click()
      await window.page.getByRole('searchbox', { name: 'Search' }).fill('spf')
    },
  },
  {
    name: 'no-match',
    opens: 'sample',
    async act({ page }) {
      await page.getByRole('searchbox', { name: 'Search' }).fill('nobody wrote this')
    },
  },
  {
    name: 'selection',
    opens: 'sample',
    async act({ page, grid }) {
      await grid.getByRole('rowheader').first().click()
      for (let row = 0; row < 4; row += 1) await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('3')
    },
  },
  {
    name: 'message',
    opens: 'sample',
    async act(window) {
      await firstKept(window)
      await window.record.getByRole('tab', { name: 'Message' }).click()
      await window.record.getByRole('searchbox').fill('dmarc')
    },
  },
  {
    name: 'saved-filters',
    opens: 'sample',
    async act(window) {
      await window.value('Verdict', 'Keep').check()
      await saveAs(window, 'To mend on our side')
      await window.page.keyboard.press('Escape')
      await window.value('Provider', 'Gmail, Google Workspace').check()
      await saveAs(window, 'Gmail')
    },
  },
  { name: 'export', opens: 'sample', act: exportFor('mailgun') },
  { name: 'export-dark', opens: 'sample', look: DARK, act: exportFor('mailgun') },
  { name: 'export-warnings', opens: 'sample', act: exportSelection },
  { name: 'export-warnings-dark', opens: 'sample', look: DARK, act: exportSelection },
  { name: 'export-again', opens: 'sample', act: exportAgain },
  { name: 'importing', act: startLarge },
  { name: 'importing-dark', look: DARK, act: startLarge },
  {
    name: 'cancelled',
    async act(window, scratch) {
      await startLarge(window, scratch)
      await window.page.getByRole('button', { name: 'Cancel import' }).click()
      await window.imported('cancelled')
    },
  },
  {
    name: 'interrupted',
    async act(window, scratch, host) {
      await startLarge(window, scratch)
      process.kill(host.enginePid(), 'SIGKILL')
      await window.imported('interrupted')
    },
  },
  {
    name: 'unreadable',
    async act({ page, importStrip }) {
      await dropFiles(page, [join(ROOT, 'package.json'), join(FOLDER, 'first-run.png')])
      await importStrip.getByText('could not be read').first().waitFor()
    },
  },
  { name: 'imports', opens: 'sample', act: (window) => pressMenu(window, 'Imports…') },
  { name: 'data', opens: 'sample', look: DARK, act: (window) => pressMenu(window, 'Imports…', 'Data') },
  { name: 'never-remove', opens: 'sample', act: (window) => pressMenu(window, 'Never-remove list…') },
  { name: 'policy', opens: 'sample', act: chooseStrict },
  { name: 'policy-dark', opens: 'sample', look: DARK, act: chooseStrict },
  { name: 'explain', opens: 'sample', act: explainOne },
  { name: 'explain-dark', opens: 'sample', look: DARK, act: explainOne },
  { name: 'erase', opens: 'sample', act: (window) => pressMenu(window, 'Erase everything…') },
  { name: 'commands', opens: 'sample', act: (window) => pressMenu(window, 'All commands…') },
  { name: 'shortcuts', opens: 'sample', look: DARK, act: (window) => pressMenu(window, 'Keyboard shortcuts') },
]

async function take(browser: Browser, shot: Shot): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'bounce-triage-shots-'))
  const data = join(scratch, 'data')
  const host = await startWebHost(data, shot.opens === 'sample' ? [SAMPLE] : [])
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...shot.look })
  try {
    const page = await context.newPage()
    await page.goto(host.url)
    const window = new AppWindow(page)
    if (shot.opens === 'sample') await settle(window)
    else await window.ready()
    await shot.act(window, scratch, host)
    await page.waitForTimeout(SETTLE_MS)
    await page.evaluate(showAs, { place: data, as: DATA_SHOWN })
    await page.screenshot({ path: join(FOLDER, `${shot.name}.png`) })
  } finally {
    await context.close()
    await host.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Puts another place into the words of the window. Runs in the page. */
function showAs({ place, as }: { place: string; as: string }): void {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = words.nextNode(); node !== null; node = words.nextNode())
    if (node.nodeValue?.includes(place)) node.nodeValue = node.nodeValue.replaceAll(place, as)
}

/** The sample is read, what was told about that is waved away, and nothing moves any more. */
async function settle(window: AppWindow): Promise<void> {
  await window.accounting.getByText('messages read =').waitFor()
  // The table has what the account has: the last reading is there.
  await window.page.getByText(`${SAMPLE_READ} of ${SAMPLE_READ} messages`).waitFor()
  await window.page.getByText(/^(\d+) of \1 messages/).waitFor()
  await window.rows().first().waitFor()
  await window.page.waitForTimeout(SETTLE_MS)
  const told = window.importStrip.getByRole('button', { name: 'Dismiss' })
  if (await told.isVisible()) await told.click()
  // What comes to lie under the pointer would show its tip.
  await window.page.mouse.move(0, 0)
}

/** The pictures that were asked for; all where none was. A name that is not there is a mistake, not a wish for nothing. */
function chosen(wanted: readonly string[]): Shot[] {
  const fits = (wish: string) => (shot: Shot) =>
    wish.endsWith('*') ? shot.name.startsWith(wish.slice(0, -1)) : shot.name === wish
  const unknown = wanted.find((wish) => !SHOTS.some(fits(wish)))
  if (unknown !== undefined)
    throw new Error(`There is no picture ${unknown}: ${SHOTS.map(({ name }) => name).join(', ')}`)
  return SHOTS.filter((shot) => wanted.length === 0 || wanted.some((wish) => fits(wish)(shot)))
}

await buildIfNeeded()
mkdirSync(FOLDER, { recursive: true })
const executablePath = findBrowser() ?? undefined
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  for (const shot of chosen(process.argv.slice(2))) {
    const started = Date.now()
    await take(browser, shot)
    console.log(`${shot.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  }
} finally {
  await browser.close()
}
