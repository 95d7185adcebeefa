/** What was measured, as Markdown tables. */
import type { Bundle } from './bundles.ts'
import type { Grown } from './growth.ts'
import type { Asked } from './million.ts'
import type { RoomTime } from './rooms.ts'
import type { Measured } from './throughput.ts'

export function throughputTable(results: readonly Measured[]): string {
  const baseline = results.find(({ name }) => name === 'mbox-reader alone')
  const rows = results.map(({ name, seconds, cpuSeconds, messagesPerSecond }) => [
    name,
    seconds.toFixed(2),
    whole(messagesPerSecond),
    ((baseline?.seconds ?? Number.NaN) / seconds).toFixed(2),
    cpuSeconds.toFixed(2),
    ((baseline?.cpuSeconds ?? Number.NaN) / cpuSeconds).toFixed(2),
  ])
  return table(
    ['what', 'seconds', 'messages/s', 'against mbox-reader alone', 'seconds of processor', 'against mbox-reader alone'],
    rows,
  )
}

/** The first row is the baseline. */
export function roomsTable(rooms: readonly RoomTime[]): string {
  const baseline = rooms[0]?.warm ?? Number.NaN
  const head = [
    ...['what', 'ms of processor a message, first mailbox', 'another one after it'],
    'the latter against mbox-reader alone',
  ]
  const rows = rooms.map(({ name, first, warm }) => [
    name,
    first.toFixed(3),
    warm.toFixed(3),
    (baseline / warm).toFixed(2),
  ])
  return table(head, rows)
}

/** `baseline`: messages a second of mbox-reader alone. */
export function growthTable(grown: readonly Grown[], baseline: number): string {
  const rows = grown.map(({ what, figures }) => [
    what,
    figures.seconds.toFixed(2),
    figures.messages > 1 ? whole(figures.messages / figures.seconds) : '–',
    figures.messages > 1 ? (figures.messages / figures.seconds / baseline).toFixed(2) : '–',
    figures.messages > 1 ? ((figures.cpuSeconds * 1_000) / figures.messages).toFixed(2) : '–',
    whole(figures.idleMb),
    whole(figures.peakMb - figures.idleMb),
    ms(figures.firstRowsMs),
    ms(figures.cancelMs),
  ])
  return table(
    [
      'what',
      'seconds',
      'messages/s',
      'against mbox-reader alone',
      'ms of processor a message',
      'idle MB',
      'MB above idle',
      'first rows ms',
      'cancel ms',
    ],
    rows,
  )
}

export function bundlesTable(bundles: readonly Bundle[]): string {
  return table(
    ['what', 'files', 'KB', 'KB compressed'],
    bundles.map(({ what, files, bytes, compressed }) => [what, `${files}`, kb(bytes), kb(compressed)]),
  )
}

export function storeTable(asked: readonly Asked[]): string {
  return table(
    ['what', 'ms'],
    asked.map((one) => [one.what, Number.isNaN(one.ms) ? '' : whole(one.ms)]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function kb(bytes: number): string {
  return whole(bytes / 1_024)
}

function ms(value: number | null): string {
  return value === null ? '–' : whole(value)
}
