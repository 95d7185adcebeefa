/** What is done to the window, as a person does it, and what is measured meanwhile. */
import type { AppWindow } from '../../e2e/support/window.ts'
import { start, stop, untilRows } from './in-page.ts'

export interface Answers {
  what: string
  /** From the click to the frame with its first rows, in ms. */
  ms: number[]
}

export interface Watched {
  what: string
  tasks: number[]
  frames: number[]
  events: number[]
}

/** Pause between two clicks, in ms: facets and findings of the one before are there by then. */
const PAUSE_MS = 350

/** Clicks each of several things `times` times. No question is asked twice while its answer is remembered. */
export async function measureAnswers(window: AppWindow, times: number): Promise<Answers[]> {
  const { page } = window
  const answers: Answers[] = []
  const run = async (what: string, click: (time: number) => Promise<void>, after?: () => Promise<void>) => {
    const ms: number[] = []
    for (let time = 0; time < times; time += 1) {
      await click(time)
      ms.push(await page.evaluate(untilRows))
      await page.waitForTimeout(PAUSE_MS)
      await after?.()
    }
    answers.push({ what, ms })
  }
  const heads = ['Recipient', 'Cause', 'Enhanced', 'Provider', 'Code', 'Verdict']
  await run('sort by a column', (time) => window.columnHead(heads[time % heads.length] ?? '').click())
  await run('sort by two columns (Shift)', (time) =>
    window.columnHead(heads[(time + 2) % heads.length] ?? '').click({ modifiers: ['Shift'] }),
  )
  await window.columnHead('Recipient').click()
  await page.waitForTimeout(PAUSE_MS)
  const clear = async () => {
    await page.getByRole('button', { name: 'Clear all filters' }).click()
    await page.waitForTimeout(PAUSE_MS)
  }
  const boxes = window.group('Cause').getByRole('checkbox')
  const causes = await boxes.count()
  await run('filter by a cause', (time) => boxes.nth(time % causes).click(), clear)
  const leaveOut = window.group('Provider').getByRole('button', { name: /^Leave out/ })
  const providers = await leaveOut.count()
  await run(
    'leave out a provider, within a sort',
    (time) => leaveOut.nth(time % providers).click({ force: true }),
    clear,
  )
  const numbers = page.getByRole('group', { name: 'Bounces by group' }).getByRole('button')
  await run('one group (the strip’s number)', (time) => numbers.nth(time % 3).click(), clear)
  return answers
}

/** Turns the wheel, holds keys and drags the bar; the same with a hundred rows, to tell the machine from the window. */
export async function measureScrolling(window: AppWindow): Promise<Watched[]> {
  const { page, grid } = window
  const box = await grid.boundingBox()
  if (box === null) throw new Error('There is no table to scroll.')
  const watched: Watched[] = []
  const run = async (what: string, act: () => Promise<void>) => {
    await page.waitForTimeout(PAUSE_MS)
    await page.evaluate(start)
    await act()
    watched.push({ what, ...(await page.evaluate(stop)) })
  }
  const wheel = async (turns: number, by: number) => {
    await page.mouse.move(box.x + 200, box.y + 300)
    for (let turn = 0; turn < turns; turn += 1) {
      await page.mouse.wheel(0, by)
      await page.waitForTimeout(16)
    }
  }
  const hold = async (key: string, presses: number) => {
    await window.rows().nth(2).getByRole('rowheader').click()
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.down(key)
      await page.waitForTimeout(30)
    }
    await page.keyboard.up(key)
  }
  const drag = async () => {
    const height = await grid.evaluate((element) => element.scrollHeight)
    for (let step = 1; step <= 40; step += 1) {
      await grid.evaluate((element, top) => element.scrollTo({ top }), (height * step) / 41)
      await page.waitForTimeout(30)
    }
  }
  await run('nothing (the machine alone)', () => page.waitForTimeout(2_000))
  await run('wheel, slow', () => wheel(120, 100))
  await run('wheel, fast', () => wheel(120, 900))
  await run('arrow key held', () => hold('ArrowDown', 100))
  await run('Page Down held', () => hold('PageDown', 60))
  await run('bar dragged from end to end', drag)
  await grid.evaluate((element) => element.scrollTo({ top: 0 }))
  return watched
}

/** Types words, letter by letter, at a quick typist's pace, and takes them back. */
export async function measureTyping(window: AppWindow): Promise<Watched[]> {
  const { page } = window
  const field = page.getByRole('searchbox', { name: 'Search', exact: true })
  await field.click()
  await page.evaluate(start)
  for (const words of ['mailbox unavailable', 'gmail 550', 'example.net quota']) {
    await field.pressSequentially(words, { delay: 60 })
    await page.waitForTimeout(PAUSE_MS)
    for (let letter = 0; letter < words.length; letter += 1) await field.press('Backspace', { delay: 30 })
    await page.waitForTimeout(PAUSE_MS)
  }
  return [{ what: 'typing in the search box', ...(await page.evaluate(stop)) }]
}
