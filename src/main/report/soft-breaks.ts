/** Addresses across soft line breaks (RFC 2045 §6.7), in quoted-printable text that does not say that it is so. */
import type { Span } from './addresses.ts'

/** Most lines that one address may run over; more are no address any longer. */
const MAX_LINES = 5

/**
 * Addresses that a `=` at the end of a line cuts in two come to stand, replaced, before that `=`; decoded, the text is the
 * same but for them.
 */
export function joinSoftBreaks(text: string, find: (text: string) => readonly Span[]): string {
  if (!text.includes('=\n')) return text
  const lines = text.split('\n')
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] ?? ''
    if (!line.endsWith('=')) continue
    const head = line.slice(wordStart(line, line.length - 1), -1)
    const { tail, last } = wordBehind(lines, i + 1)
    const span = find(head + tail).find(({ start, end }) => start < head.length && end > head.length)
    if (span === undefined) continue
    lines[i] = `${line.slice(0, -1 - head.length) + head.slice(0, span.start) + span.text}=`
    const rest = (lines[last] ?? '').slice(wordEnd(lines[last] ?? ''))
    for (let between = i + 1; between < last; between++) lines[between] = '='
    lines[last] = (head + tail).slice(span.end) + rest
  }
  return lines.join('\n')
}

/** The rest of a word that goes on in line `from`, and the line in which it ends. */
function wordBehind(lines: readonly string[], from: number): { tail: string; last: number } {
  let tail = ''
  let last = from
  for (let i = from; i < lines.length && i < from + MAX_LINES; i++) {
    const line = lines[i] ?? ''
    const end = wordEnd(line)
    last = i
    tail += line.slice(0, end)
    if (end < line.length - 1 || !line.endsWith('=')) break
  }
  return { tail, last }
}

const OUTSIDE = /[\s<>"]/

function wordStart(line: string, end: number): number {
  let start = end
  while (start > 0 && !OUTSIDE.test(line[start - 1] ?? '')) start--
  return start
}

/** Where the word at the beginning of a line ends; the `=` of a soft break is none of it. */
function wordEnd(line: string): number {
  const limit = line.endsWith('=') ? line.length - 1 : line.length
  let end = 0
  while (end < limit && !OUTSIDE.test(line[end] ?? '')) end++
  return end
}
