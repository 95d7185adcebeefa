/**
 * `npm run bench:window`: the built window in the web host with many records loaded, measured in the page. Prints and
 * writes bench/results-window.md. Options: `--records` loaded, `--times` each click is measured, `--workspace` a folder
 * to keep the records in from one run to the next, `--note` to stand in the report.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { startWebHost } from '../../e2e/support/web.ts'
import { AppWindow } from '../../e2e/support/window.ts'
import { buildIfNeeded } from '../../scripts/build-if-needed.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { writeMailbox } from '../mailbox.ts'
import { install } from './in-page.ts'
import { measureAnswers, measureScrolling, measureTyping } from './measure.ts'
import { report } from './report.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    times: { type: 'string', default: '20' },
    workspace: { type: 'string' },
    note: { type: 'string', default: '' },
  },
})

/** Time that reading the mailbox may take, in ms. */
const IMPORT_MS = 600_000
/** … and that a click may wait for what it clicks. */
const CLICK_MS = 15_000

await buildIfNeeded()
const scratch = await mkdtemp(join(tmpdir(), 'bounce-triage-window-'))
const data = values.workspace ?? join(scratch, 'data')
const files: string[] = []
if (!existsSync(data)) {
  files.push(join(scratch, 'bench.mbox'))
  await writeMailbox(files[0] ?? '', Number(values.records))
}
const host = await startWebHost(data, files)
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(IMPORT_MS)
  await page.goto(host.url)
  const window = new AppWindow(page)
  if (files.length > 0) await page.locator('[data-state=complete]').first().waitFor()
  await window.shown().waitFor()
  await page.waitForTimeout(2_000)
  // What is to be clicked is there by now: a click that finds nothing is a fault, not a thing to wait for.
  page.setDefaultTimeout(CLICK_MS)
  await page.evaluate(install)
  const loaded = await window.shown().innerText()
  const answers = await measureAnswers(window, Number(values.times))
  const scrolling = await measureScrolling(window)
  const typing = await measureTyping(window)
  const machine = `${availableParallelism()} cores, ${await browser.version()}, headless, 1440 × 900; ${loaded}.`
  const text = report([machine, values.note], answers, scrolling, typing)
  console.log(text)
  await writeFile(join(import.meta.dirname, '..', 'results-window.md'), text)
} finally {
  await browser.close()
  await host.stop()
  await rm(scratch, { recursive: true, force: true })
}
