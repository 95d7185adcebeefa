import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { breather } from './breather.ts'
import { Budget } from './budget.ts'
import { type Reading, readContainer } from './container.ts'
import { openFile } from './fileSource.ts'
import { readSmallFile } from './smallFile.ts'
import type { SourceEvent, SourceOptions } from './types.ts'
import { type Found, sentenceFor, sizeOf, walk } from './walk.ts'

/**
 * Reads mailboxes, messages and folders of them, whatever they are called, in a stable order. What cannot be read is
 * named by an `unread` event and the rest goes on; a file without a single message is always named so. Nothing is read
 * ahead of the consumer. Ends quietly when `options.signal` is aborted.
 */
export async function* readSources(paths: string[], options: SourceOptions): AsyncGenerator<SourceEvent> {
  const breathe = breather()
  const label = options.label ?? ((path: string) => path)
  for (const given of paths) {
    const path = resolve(given)
    let messages = 0
    let problems = 0
    for await (const found of walk(path)) {
      await breathe()
      if (options.signal?.aborted === true) return
      const events = readFound(found, label(found.path), options)
      for (let next = await events.next(); ; next = await events.next()) {
        if (next.done) {
          messages += next.value
          break
        }
        if (next.value.type === 'unread') problems++
        yield next.value
      }
    }
    if (options.signal?.aborted === true) return
    if (messages === 0 && problems === 0) {
      yield { type: 'unread', file: label(path), place: 'whole folder', why: 'The folder holds no mail.' }
    }
  }
}

/** Bytes on disk below `paths`, for progress: what `file-done` events add up to. Never throws. */
export function estimateBytes(paths: string[]): Promise<number> {
  return sizeOf(paths.map((path) => resolve(path)))
}

async function* readFound(found: Found, file: string, options: SourceOptions): AsyncGenerator<SourceEvent, number> {
  if (found.type === 'unread') {
    yield { type: 'unread', file, place: 'whole file', why: found.why }
    return 0
  }
  const reading: Reading = {
    file,
    signal: options.signal,
    maildir: found.maildir,
    index: found.index,
    keepCopy: options.keepCopies === true,
    path: found.path,
    budget: new Budget(),
    depth: 0,
  }
  try {
    const small = readSmallFile(found.path, reading)
    if (small.type === 'events') {
      yield* small.events
      return small.messages
    }
    const size = small.type === 'bytes' ? small.size : (await stat(found.path)).size
    yield { type: 'file', file, size }
    const source = small.type === 'bytes' ? small.source : await openFile(found.path)
    const messages = yield* readContainer(source, size, reading)
    if (options.signal?.aborted !== true) yield { type: 'file-done', file, bytesRead: size }
    return messages
  } catch (error) {
    yield { type: 'unread', file, place: 'whole file', why: sentenceFor(found.path, error) }
    return 0
  }
}
