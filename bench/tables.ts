/** What was measured, as Markdown tables. */
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
  const baseline = rooms[0]?.again ?? Number.NaN
  const head = ['what', 'ms of processor a message, first time', 'again', 'against mbox-reader alone']
  const rows = rooms.map(({ name, first, again }) => [
    name,
    first.toFixed(3),
    again.toFixed(3),
    (baseline / again).toFixed(2),
  ])
  return table(head, rows)
}

export function growthTable(grown: readonly Grown[]): string {
  const rows = grown.map(({ what, figures }) => [
    what,
    figures.seconds.toFixed(2),
    figures.messages > 1 ? whole(figures.messages / figures.seconds) : '–',
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
      'ms of processor a message',
      'idle MB',
      'MB above idle',
      'first rows ms',
      'cancel ms',
    ],
    rows,
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

function ms(value: number | null): string {
  return value === null ? '–' : whole(value)
}
