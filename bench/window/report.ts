/** What was measured in the window, as Markdown. */
import type { Answers, Watched } from './measure.ts'

/** A frame that took longer is one that people see missing, in ms. */
const DROPPED_MS = 50

export function report(head: readonly string[], answers: Answers[], scrolling: Watched[], typing: Watched[]): string {
  const sections = [
    '# The window, measured',
    ...head.filter(Boolean),
    '## From a click to its first rows',
    table(
      ['what', 'clicks', 'median ms', 'slowest ms'],
      answers.map(({ what, ms }) => [what, `${ms.length}`, whole(quantile(ms, 0.5)), whole(Math.max(...ms))]),
    ),
    '## While it scrolls',
    watchedTable(scrolling),
    '## While someone types',
    watchedTable(typing),
  ]
  return `${sections.join('\n\n')}\n`
}

function watchedTable(watched: Watched[]): string {
  return table(
    ['what', 'frames', `frames over ${DROPPED_MS} ms`, 'longest frame ms', 'longest task ms', 'slowest key ms'],
    watched.map(({ what, frames, tasks, events }) => [
      what,
      `${frames.length}`,
      `${frames.filter((ms) => ms > DROPPED_MS).length}`,
      whole(Math.max(0, ...frames)),
      tasks.length === 0 ? 'under 50' : whole(Math.max(...tasks)),
      events.length === 0 ? 'under 16' : whole(Math.max(...events)),
    ]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}
