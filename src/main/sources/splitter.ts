import { ENOUGH_KNOWN, type HeaderBlock, headerBlock } from './headers.ts'
import {
  FIRST_SLICE_BYTES,
  HEADER_PROBE_BYTES,
  MAX_MESSAGE_BYTES,
  SEPARATOR_LINE_BYTES,
  SHORT_PROBE_BYTES,
  SLICE_BYTES,
  SLICE_MESSAGES,
} from './limits.ts'
import { MessageShape } from './messageShape.ts'
import { separatorForm, startsMessage, startsMessageAfterHeaders } from './separator.ts'
import type { Container } from './types.ts'
import type { ByteWindow } from './window.ts'

const FROM = Buffer.from('From ', 'latin1')
const LF = 10
const LINE_FEED = Buffer.from('\n', 'latin1')
/** Kept of what is passed over: enough to judge the lines around a separator. */
const KEEP_BEHIND = 4096

/** Whole messages of one file; `Slice` without what the splitter does not know. */
export interface Run {
  container: Container
  firstIndex: number
  offset: number
  bytes: Uint8Array<ArrayBuffer>
  starts: number[]
  lastFullSize: number | null
  maySayLength: boolean
}

export interface SplitResult {
  messages: number
  /** Where the last message begins, if the file breaks off in the middle of it. */
  brokenAt: number | null
}

export interface SplitOptions {
  signal?: AbortSignal | undefined
  /** False: the file is one message whatever stands in it (Maildir). */
  split: boolean
}

/**
 * Cuts a file into runs of whole messages. No line is turned into a string unless it begins with `From `.
 * @param start offset of the first message
 * @param first `mbox` where a separator stands there, `eml` where header lines do
 */
export async function* splitMessages(
  window: ByteWindow,
  start: number,
  first: Container,
  options: SplitOptions,
): AsyncGenerator<Run, SplitResult> {
  const runs = new RunBuilder(window, start, first)
  let shape = await shapeAt(window, start, first)
  let search = start + 1
  const separatorAt = (offset: number) => isSeparator(window, offset, runs.container === 'mbox')
  while (options.signal?.aborted !== true) {
    const at = options.split ? nextFromLine(window, search) : -1
    if (at < 0) {
      search = Math.max(search, window.to - FROM.length)
      if (window.to - runs.messageStart > MAX_MESSAGE_BYTES) {
        const keepFrom = window.to - KEEP_BEHIND
        shape.noteReleased(keepFrom)
        yield* runs.cutMessage()
        window.release(keepFrom)
      }
      if (!(await window.more()) && window.ended) break
      continue
    }
    // Awaited only where more has to be read: a promise for each message would cost more than the answer.
    const separator = separatorAt(at)
    if (!(typeof separator === 'boolean' ? separator : await separator)) {
      search = at + FROM.length
      continue
    }
    const passed = shape.passOver(at, separatorAt)
    const inside = passed instanceof Promise ? await passed : passed
    if (inside !== null) {
      search = inside
      continue
    }
    yield* runs.endMessage(at, shape.contentLength !== null)
    shape = await shapeAt(window, at, 'mbox')
    search = at + FROM.length
  }
  if (options.signal?.aborted === true) return { messages: runs.messages, brokenAt: null }
  const endsInLine = window.to > 0 && window.byte(window.to - 1) !== LF
  const brokenAt = endsInLine && shape.breaksOff(window.to) ? runs.messageStart : null
  yield* runs.endFile(window.to, shape.saysLength(window.to))
  return { messages: runs.messages, brokenAt }
}

/**
 * Finds the first message of a file that begins with something else; -1 where there is none.
 * @param until how far to look
 */
export async function findFirstSeparator(window: ByteWindow, until: number, signal?: AbortSignal): Promise<number> {
  let search = 0
  while (signal?.aborted !== true && search < until) {
    const at = nextFromLine(window, search)
    if (at < 0) {
      search = Math.max(search, window.to - FROM.length)
      window.release(search - KEEP_BEHIND)
      if (!(await window.more()) && window.ended) return -1
    } else if (await isSeparator(window, at, true)) {
      return at
    } else {
      search = at + FROM.length
    }
  }
  return -1
}

/** Whether a separator stands at `at`, judged by its own line, the line before and the lines behind. */
function isSeparator(window: ByteWindow, at: number, afterSeparator: boolean): boolean | Promise<boolean> {
  const needed = at + SEPARATOR_LINE_BYTES + HEADER_PROBE_BYTES
  if (window.to >= needed || window.ended) return isSeparatorInView(window, at, afterSeparator)
  return window.reach(needed).then(() => isSeparatorInView(window, at, afterSeparator))
}

function isSeparatorInView(window: ByteWindow, at: number, afterSeparator: boolean): boolean {
  const feed = window.indexOf(LINE_FEED, at, Math.min(window.to, at + SEPARATOR_LINE_BYTES))
  if (feed < 0 && !window.ended) return false
  const line = window.text(at, feed < 0 ? at + SEPARATOR_LINE_BYTES : feed)
  const form = line.startsWith('From ') ? separatorForm(line) : 'prose'
  if (form === 'prose') return false
  const around = { ...lineBefore(window, at), headers: headersAt(window, at + line.length + 1) }
  return afterSeparator ? startsMessage(form, around) : startsMessageAfterHeaders(form, around)
}

/** The header block at `at`. As a rule its first lines tell; only where they do not, more of it is looked at. */
function headersAt(window: ByteWindow, at: number): HeaderBlock {
  const short = headerBlock(window.text(at, at + SHORT_PROBE_BYTES), false)
  if (short.known >= ENOUGH_KNOWN) return short
  const atEnd = window.ended && window.to <= at + HEADER_PROBE_BYTES
  return headerBlock(window.text(at, at + HEADER_PROBE_BYTES), atEnd)
}

function lineBefore(window: ByteWindow, at: number): { afterEmptyLine: boolean; afterRuler: boolean } {
  const before = window.text(Math.max(window.base, at - 82), at)
  return {
    afterEmptyLine: before === '' || /(?:^|\n)[ \t]*\r?\n$/.test(before),
    afterRuler: /(?:^|\n)([-_=*#~])\1{3,}\r?\n$/.test(before),
  }
}

/** The next line that begins with `From `; the five bytes are searched for, as they are rarer than line ends. */
function nextFromLine(window: ByteWindow, from: number): number {
  for (let at = window.indexOf(FROM, from); at >= 0; at = window.indexOf(FROM, at + FROM.length)) {
    if (at === 0 || window.byte(at - 1) === LF) return at
  }
  return -1
}

async function shapeAt(window: ByteWindow, start: number, container: Container): Promise<MessageShape> {
  if (container === 'eml') return new MessageShape(window, start)
  await window.reach(start + SEPARATOR_LINE_BYTES)
  const line = window.text(start, start + SEPARATOR_LINE_BYTES)
  return new MessageShape(window, start + line.indexOf('\n') + 1)
}

/** Gathers messages until they are worth handing over. */
class RunBuilder {
  container: Container
  messageStart: number
  /** Messages begun so far. */
  messages = 1
  #runStart: number
  #starts: number[] = [0]
  #firstIndex = 0
  #target = FIRST_SLICE_BYTES
  #maySayLength = false
  /** The head of a message that is too long, until its end is found. */
  #head: Run | null = null
  readonly #window: ByteWindow

  constructor(window: ByteWindow, start: number, container: Container) {
    this.#window = window
    this.container = container
    this.messageStart = start
    this.#runStart = start
  }

  /** The message that is being read is longer than `MAX_MESSAGE_BYTES`: its head is copied, the rest forgotten. */
  *cutMessage(): Generator<Run> {
    if (this.#head !== null) return
    if (this.#runStart < this.messageStart) {
      this.#starts.pop()
      yield this.#take(this.messageStart)
      this.#starts.push(0)
    }
    this.#head = { ...this.#take(this.messageStart + MAX_MESSAGE_BYTES), lastFullSize: 0 }
  }

  /** A separator stands at `end`: the message before it is whole. */
  *endMessage(end: number, saysLength: boolean): Generator<Run> {
    if (saysLength) this.#maySayLength = true
    yield* this.#endAt(end)
    if (this.container === 'eml') {
      if (this.#starts.length > 0) yield this.#take(end)
      this.container = 'mbox'
    }
    this.messageStart = end
    this.messages++
    if (end - this.#runStart >= this.#target || this.#starts.length >= SLICE_MESSAGES) {
      if (this.#starts.length > 0) yield this.#take(end)
      this.#target = Math.min(SLICE_BYTES, this.#target * 2)
    }
    if (this.#starts.length === 0) this.#runStart = end
    this.#starts.push(end - this.#runStart)
  }

  *endFile(end: number, saysLength: boolean): Generator<Run> {
    if (saysLength) this.#maySayLength = true
    yield* this.#endAt(end)
    if (this.#starts.length > 0) yield this.#take(end)
  }

  *#endAt(end: number): Generator<Run> {
    if (end - this.messageStart > MAX_MESSAGE_BYTES) yield* this.cutMessage()
    if (this.#head === null) return
    yield { ...this.#head, lastFullSize: end - this.messageStart }
    this.#head = null
  }

  /** Everything gathered, as bytes up to `end`. */
  #take(end: number): Run {
    const run: Run = {
      container: this.container,
      firstIndex: this.#firstIndex,
      offset: this.#runStart,
      bytes: this.#window.copy(this.#runStart, end),
      starts: this.#starts,
      lastFullSize: null,
      maySayLength: this.#maySayLength,
    }
    this.#maySayLength = false
    this.#runStart = end
    this.#firstIndex += this.#starts.length
    this.#starts = []
    this.#window.release(Math.min(end, this.#window.to) - KEEP_BEHIND)
    return run
  }
}
