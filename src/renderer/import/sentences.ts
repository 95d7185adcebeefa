/** How imports and accountings are told, in sentences. Pure. */
import type { Accounting } from '../../shared/bounce.ts'
import type { ImportInfo } from '../../shared/query.ts'
import { baseName, countOf, formatBytes, formatCount, formatShare } from '../lib/format.ts'

/** What was opened, short: the first path and how many more. */
export function pathsLabel(paths: readonly string[]): string {
  const [first, ...more] = paths
  if (first === undefined) return 'Nothing'
  return more.length === 0 ? baseName(first) : `${baseName(first)} and ${formatCount(more.length)} more`
}

/** How an import ended; one that did not complete never sounds complete. */
export function endedSentence(info: ImportInfo): string {
  const what = pathsLabel(info.paths)
  const messages = countOf(info.accounting.messages, 'message')
  const unread = info.accounting.unread.length
  switch (info.state) {
    case 'complete':
      if (info.accounting.messages === 0) return nothingSentence(what, info.accounting)
      return `${what}: ${messages} read.${unread > 0 ? ` ${countOf(unread, 'thing')} could not be read.` : ''}`
    case 'running':
      return `${what} is being read.`
    default:
      return `${what}: ${STOPPED[info.state]} ${howFar(info)}. What was read is kept: ${messages}.`
  }
}

const STOPPED = { cancelled: 'cancelled after', interrupted: 'interrupted after', failed: 'failed after' } as const

function howFar({ paths, bytes, totalBytes, lastFile }: ImportInfo): string {
  const at = lastFile === null || (paths.length === 1 && paths[0] === lastFile) ? '' : `, in ${baseName(lastFile)}`
  if (totalBytes === null || totalBytes <= 0) return `${formatBytes(bytes)}${at}`
  return `${formatBytes(bytes)} of ${formatBytes(totalBytes)} (${formatShare(bytes, totalBytes)})${at}`
}

function nothingSentence(what: string, { duplicates, deleted, unread }: Accounting): string {
  if (duplicates > 0) return `${what}: nothing new. All ${countOf(duplicates, 'message')} had been read before.`
  if (deleted > 0) return `${what}: nothing to read. All ${countOf(deleted, 'message')} had been deleted.`
  return unread.length > 0 ? `${what} could not be read.` : `${what}: no messages.`
}
