import type { RawMessage } from '../../message/types.ts'
import { Budget } from '../budget.ts'
import { type Reading, readContainer } from '../container.ts'
import { memorySource } from '../fileSource.ts'
import { readSources } from '../index.ts'
import { type DeletedMessage, readSlice } from '../slice.ts'
import type { Slice, SourceEvent, SourceOptions } from '../types.ts'
import type { ByteSource } from '../window.ts'

/** What reading gave, gathered for a test. */
export interface Gathered {
  events: SourceEvent[]
  slices: Slice[]
  messages: RawMessage[]
  deleted: DeletedMessage[]
  unread: { file: string; place: string; why: string }[]
  /** Message bytes as latin1 text. */
  texts: string[]
}

/** Reads bytes as if they were a file, at most `chunk` bytes at a time. */
export function readBytes(
  bytes: Uint8Array | string,
  chunk?: number,
  reading: Partial<Reading> = {},
): Promise<Gathered> {
  const source = memorySource(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  const all: Reading = {
    file: 'test',
    signal: undefined,
    maildir: false,
    index: false,
    keepCopy: false,
    path: null,
    budget: new Budget(),
    depth: 0,
    ...reading,
  }
  return gather(readContainer(chunk === undefined ? source : inChunks(source, chunk), null, all))
}

export function readPaths(paths: string[], options: SourceOptions = {}): Promise<Gathered> {
  return gather(readSources(paths, options))
}

/** Gives at most `size` bytes a read, so that everything straddles. */
export function inChunks(source: ByteSource, size: number): ByteSource {
  return {
    read: (into, at, length) => source.read(into, at, Math.min(length, size)),
    get taken() {
      return source.taken
    },
    get remark() {
      return source.remark
    },
    close: () => source.close(),
  }
}

async function gather(source: AsyncIterable<SourceEvent>): Promise<Gathered> {
  const all: Gathered = { events: [], slices: [], messages: [], deleted: [], unread: [], texts: [] }
  for await (const event of source) {
    all.events.push(event)
    if (event.type === 'unread') all.unread.push({ file: event.file, place: event.place, why: event.why })
    if (event.type !== 'slice') continue
    all.slices.push(event.slice)
    for await (const message of readSlice(event.slice)) {
      if ('deleted' in message) all.deleted.push(message)
      else all.messages.push(message)
    }
  }
  all.texts = all.messages.map((message) => Buffer.from(message.bytes).toString('latin1'))
  return all
}
