import { basename } from 'node:path'
import type { Reading } from './container.ts'
import { MAX_NAME_LENGTH } from './limits.ts'
import { safeName } from './problems.ts'
import type { SourceEvent } from './types.ts'
import { isIndexFile } from './walk.ts'
import type { ByteSource } from './window.ts'

/** A file in an archive. */
export interface ArchiveEntry {
  /** As the archive has it: anything. */
  name: string
  /** Its content, or a sentence why it cannot be had. */
  open: () => Promise<ByteSource | string>
}

/** Reads an entry as a file of its own. */
export type ReadEntry = (source: ByteSource, reading: Reading) => AsyncGenerator<SourceEvent, number>

/** What a Maildir's files are called: seconds, something unique, a host. */
const MAILDIR_FILE = /(?:^|\/)(cur|new|tmp)\/\d{6,}\.[^/]+$/

/**
 * Reads the entries of an archive in its own order; records name them `archive.zip/entry`.
 * @param entries ends, or throws, where the archive does; the sentence for that is the caller's
 */
export async function* readEntries(
  entries: AsyncIterable<ArchiveEntry>,
  reading: Reading,
  read: ReadEntry,
): AsyncGenerator<SourceEvent, number> {
  let messages = 0
  let problems = 0
  for await (const entry of entries) {
    if (isAborted(reading)) return messages
    if (!reading.budget.enter()) break
    const name = entryName(entry.name)
    const place = MAILDIR_FILE.exec(name)?.[1]
    if (place === 'tmp' || name.startsWith('__MACOSX/')) continue
    const file = `${reading.file}/${name}`
    const source = await entry.open()
    if (typeof source === 'string') {
      problems++
      yield { type: 'unread', file, place: 'whole file', why: source }
      continue
    }
    const inner: Reading = {
      ...reading,
      file,
      path: null,
      maildir: place !== undefined,
      index: isIndexFile(basename(name)),
      keepCopy: true,
      depth: reading.depth + 1,
    }
    yield { type: 'file', file, size: null }
    const events = read(source, inner)
    for (let next = await events.next(); ; next = await events.next()) {
      if (next.done) {
        messages += next.value
        break
      }
      if (next.value.type === 'unread') problems++
      yield next.value
    }
    if (isAborted(reading)) return messages
    yield { type: 'file-done', file, bytesRead: 0 }
    if (reading.budget.exceeded !== null) break
  }
  const why = reading.budget.exceeded ?? (messages + problems === 0 ? 'The archive holds no mail.' : null)
  if (why !== null) yield { type: 'unread', file: reading.file, place: 'whole archive', why }
  return messages
}

const isAborted = (reading: Reading) => reading.signal?.aborted === true

/** An entry's name as it may be shown: a relative path without `..`, nothing invisible in it. Nothing is ever written. */
export function entryName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:\//i, '')
    .split('/')
  const safe = safeName(parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/'))
  if (safe === '') return 'entry without a name'
  return safe.length > MAX_NAME_LENGTH ? `${safe.slice(0, MAX_NAME_LENGTH)}…` : safe
}
