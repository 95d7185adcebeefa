import { readEntries } from './archive.ts'
import { type Budget, limited } from './budget.ts'
import { gunzip } from './gzip.ts'
import { MAX_BINARY_SEARCH_BYTES, MAX_MESSAGE_BYTES, MAX_NESTED_ZIP_BYTES, MAX_NESTING, SNIFF_BYTES } from './limits.ts'
import { hasLoneCr, sniff, sniffSignature } from './sniff.ts'
import { findFirstSeparator, type Run, splitMessages } from './splitter.ts'
import type { TarEnd } from './tar.ts'
import type { Container, SourceEvent } from './types.ts'
import { type ByteSource, ByteWindow } from './window.ts'

const BREAKS_OFF = 'The file breaks off in the middle of this message; it was read as far as it goes.'
const NO_MAIL_IN_TEXT = 'This is text, but no mail: it has neither header lines nor mailbox separators.'
const NO_MAIL_IN_BINARY = 'This is a binary file, not mail.'

/** What is being read, and how. */
export interface Reading {
  /** As records and people name it. */
  file: string
  signal: AbortSignal | undefined
  /** One message whatever it holds (Maildir). */
  maildir: boolean
  /** Say nothing if it holds no mail. */
  index: boolean
  keepCopy: boolean
  /** Where it lies on disk; null inside another container. */
  path: string | null
  /** Shared by everything that one file on disk holds. */
  budget: Budget
  /** Containers around this one. */
  depth: number
}

/** Reads one file, or one container inside it, to its end. Closes `source`. Returns how many messages it held. */
export async function* readContainer(
  source: ByteSource,
  size: number | null,
  reading: Reading,
): AsyncGenerator<SourceEvent, number> {
  const window = new ByteWindow(source, size)
  try {
    return yield* readWindow(window, reading)
  } finally {
    await window.close()
  }
}

async function* readWindow(window: ByteWindow, reading: Reading): AsyncGenerator<SourceEvent, number> {
  const { file, signal } = reading
  const unread = (place: string, why: string): SourceEvent => ({ type: 'unread', file, place, why })
  await window.reach(SNIFF_BYTES)
  // Without a byte of what follows nobody can know that the file ends here.
  if (window.to >= SNIFF_BYTES) await window.reach(SNIFF_BYTES + 1)
  if (sniffSignature(window.view) === null && hasLoneCr(window.view)) window.normaliseLoneCr()
  const found = sniff(window.view.subarray(0, SNIFF_BYTES), window.ended && window.to <= SNIFF_BYTES)
  switch (found.kind) {
    case 'gzip': {
      if (reading.depth >= MAX_NESTING) break
      const inner = { ...reading, path: null, keepCopy: true, depth: reading.depth + 1 }
      return yield* readContainer(
        limited(gunzip(window.rest(0)), reading.budget, () => window.taken),
        null,
        inner,
      )
    }
    case 'tar': {
      if (reading.depth >= MAX_NESTING) break
      const { tarEntries } = await import('./tar.ts')
      const end: TarEnd = { why: null }
      const messages = yield* readEntries(tarEntries(window.rest(0), end), reading, (source, inner) =>
        readContainer(source, null, inner),
      )
      if (end.why !== null && signal?.aborted !== true) yield unread('end of the archive', end.why)
      return messages
    }
    case 'zip':
      if (reading.depth >= MAX_NESTING) break
      return yield* readZip(window, reading)
    case 'mbox':
    case 'eml':
      return yield* readMessages(window, found.at, found.kind, reading)
    case 'emlx':
      return yield* readAppleMessage(window, found.at, found.length, reading)
    case 'text':
    case 'binary': {
      if (reading.index) return 0
      if (reading.maildir && found.kind === 'text') return yield* readMessages(window, 0, 'eml', reading)
      const until = found.kind === 'text' ? Number.POSITIVE_INFINITY : MAX_BINARY_SEARCH_BYTES
      const first = await findFirstSeparator(window, until, signal)
      if (signal?.aborted === true) return 0
      if (first >= 0) {
        const why = 'What stands before the first message is no message: it has no header lines. It was left out.'
        yield unread(`bytes 0 to ${first - 1}`, why)
        return yield* readMessages(window, first, 'mbox', reading)
      }
      yield unread('whole file', found.kind === 'text' ? NO_MAIL_IN_TEXT : NO_MAIL_IN_BINARY)
      return 0
    }
    case 'none':
      if (!reading.index) yield unread('whole file', window.remark ?? found.why)
      return 0
  }
  yield unread('whole file', 'Archives stand too deep inside one another.')
  return 0
}

async function* readZip(window: ByteWindow, reading: Reading): AsyncGenerator<SourceEvent, number> {
  const { file, path, budget, signal } = reading
  const unread = (why: string): SourceEvent => ({ type: 'unread', file, place: 'whole archive', why })
  try {
    if (path === null) await window.reach(MAX_NESTED_ZIP_BYTES + 1)
    if (path === null && window.to > MAX_NESTED_ZIP_BYTES) {
      yield unread('An archive this large inside another one cannot be read. Unpack the outer one first.')
      return 0
    }
    // Loaded when needed: most mailboxes come unpacked, and a start should not wait for this.
    const { openZip, zipEntries } = await import('./zip.ts')
    const zip = await openZip(path ?? Buffer.from(window.view))
    const packed = () => (path === null ? window.taken : zip.fileSize)
    return yield* readEntries(zipEntries(zip), reading, (source, inner) =>
      readContainer(limited(source, budget, packed), null, inner),
    )
  } catch {
    if (signal?.aborted !== true) yield unread('The archive is incomplete or damaged: its directory cannot be read.')
    return 0
  }
}

/** The message of an `.emlx` file; the property list behind it says nothing about bounces. */
async function* readAppleMessage(
  window: ByteWindow,
  at: number,
  length: number,
  reading: Reading,
): AsyncGenerator<SourceEvent, number> {
  const end = at + Math.min(length, MAX_MESSAGE_BYTES)
  await window.reach(end)
  const bytes = window.copy(at, Math.min(window.to, end))
  const lastFullSize = length > MAX_MESSAGE_BYTES ? length : null
  const whole = { firstIndex: 0, offset: at, bytes, starts: [0], lastFullSize, maySayLength: false }
  yield toSlice({ container: 'eml', ...whole }, window, reading)
  if (window.to < end) yield { type: 'unread', file: reading.file, place: `message 1, at byte ${at}`, why: BREAKS_OFF }
  return 1
}

async function* readMessages(
  window: ByteWindow,
  at: number,
  first: Container,
  reading: Reading,
): AsyncGenerator<SourceEvent, number> {
  const runs = splitMessages(window, at, first, { signal: reading.signal, split: !reading.maildir })
  for (;;) {
    const next = await runs.next()
    if (!next.done) {
      yield toSlice(next.value, window, reading)
      continue
    }
    const { messages, brokenAt } = next.value
    const place = `message ${messages}${brokenAt === null ? '' : `, at byte ${brokenAt}`}`
    const why = window.remark ?? (brokenAt === null ? null : BREAKS_OFF)
    if (why !== null && reading.signal?.aborted !== true) yield { type: 'unread', file: reading.file, place, why }
    return messages
  }
}

function toSlice(run: Run, window: ByteWindow, reading: Reading): SourceEvent {
  const bytesRead = reading.depth === 0 ? Math.min(window.taken, run.offset + run.bytes.length) : window.taken
  return { type: 'slice', slice: { file: reading.file, ...run, keepCopy: reading.keepCopy }, bytesRead }
}
