import { gunzip } from './gzip.ts'
import { MAX_NESTING, SNIFF_BYTES } from './limits.ts'
import { hasLoneCr, sniff } from './sniff.ts'
import { findFirstSeparator, type Run, splitMessages } from './splitter.ts'
import type { Container, SourceEvent } from './types.ts'
import { type ByteSource, ByteWindow } from './window.ts'

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
  if (hasLoneCr(window.view)) window.normaliseLoneCr()
  const found = sniff(window.view.subarray(0, SNIFF_BYTES), window.ended && window.to <= SNIFF_BYTES)
  switch (found.kind) {
    case 'gzip': {
      if (reading.depth >= MAX_NESTING) break
      const inner = { ...reading, keepCopy: true, depth: reading.depth + 1 }
      return yield* readContainer(gunzip(window.rest(0)), null, inner)
    }
    case 'mbox':
    case 'eml':
      return yield* readMessages(window, found.at, found.kind, reading)
    case 'emlx': {
      await window.reach(found.at + found.length)
      const bytes = window.copy(found.at, Math.min(window.to, found.at + found.length))
      yield* asSlices(
        [{ container: 'eml', firstIndex: 0, offset: found.at, bytes, starts: [0], lastFullSize: null }],
        window,
        reading,
      )
      return 1
    }
    case 'text': {
      if (reading.maildir) return yield* readMessages(window, 0, 'eml', reading)
      if (reading.index) return 0
      const first = await findFirstSeparator(window, 0, signal)
      if (signal?.aborted === true) return 0
      if (first >= 0) {
        const place = `bytes 0 to ${first - 1}`
        yield unread(
          place,
          'What stands before the first message is no message: it has no header lines. It was left out.',
        )
        return yield* readMessages(window, first, 'mbox', reading)
      }
      yield unread('whole file', 'This is text, but no mail: it has neither header lines nor mailbox separators.')
      return 0
    }
    case 'none':
      if (!reading.index) yield unread('whole file', window.remark ?? found.why)
      return 0
  }
  yield unread('whole file', 'Archives stand too deep inside one another.')
  return 0
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
      yield* asSlices([next.value], window, reading)
      continue
    }
    const { messages, brokenAt } = next.value
    const place = `message ${messages}${brokenAt === null ? '' : `, at byte ${brokenAt}`}`
    const why =
      window.remark ??
      (brokenAt === null ? null : 'The file breaks off in the middle of this message; it was read as far as it goes.')
    if (why !== null && reading.signal?.aborted !== true) yield { type: 'unread', file: reading.file, place, why }
    return messages
  }
}

function* asSlices(runs: Iterable<Run>, window: ByteWindow, reading: Reading): Generator<SourceEvent> {
  for (const run of runs) {
    const bytesRead = reading.depth === 0 ? Math.min(window.taken, run.offset + run.bytes.length) : window.taken
    yield { type: 'slice', slice: { file: reading.file, ...run, keepCopy: reading.keepCopy }, bytesRead }
  }
}
