/** The export room: a preview of what a format will write, and the writing. */
import type { ExportPreview, ExportRequest, ExportResult } from '../../shared/api.ts'
import { exportFileName } from '../../shared/exportNames.ts'
import type { Store } from '../store/index.ts'
import { emptyCounts, exportText, selectionOf } from './text.ts'
import { writeParts } from './write-parts.ts'

export { ExportError, type ExportErrorCode } from './errors.ts'

/** Lines of the file that a preview shows. */
const PREVIEW_LINES = 10

export interface PreviewOptions {
  now?: () => Date
  /** Ends it early. */
  signal?: AbortSignal
}

/** Counts what will be written, shows its first lines, and warns; writes nothing. */
export async function previewExport(
  store: Store,
  request: ExportRequest,
  { now = () => new Date(), signal }: PreviewOptions = {},
): Promise<ExportPreview> {
  const counts = emptyCounts()
  const head: string[] = []
  let files = 1
  let lines = 0
  for await (const { part, text } of exportText(store, request, counts, signal)) {
    files = part + 1
    lines += lineCount(text)
    const missing = part === 0 ? PREVIEW_LINES - head.length : 0
    if (missing > 0) head.push(...text.split(/\r?\n/).slice(0, -1).slice(0, missing))
    // Of records, the number is known without writing them; addresses have to be looked at one by one.
    else if (request.format === 'audit') break
  }
  if (request.format === 'audit') {
    const { records, addresses } = await store.count(selectionOf(request))
    counts.count = records
    counts.addresses = addresses
  }
  const selection = selectionOf(request)
  const [warnings, sizes] = await Promise.all([store.warnings(selection), store.listSizes(selection)])
  const moreLines = request.format === 'audit' ? null : lines - head.length
  return { ...counts, head, moreLines, files, fileName: exportFileName(request, now()), sizes, warnings }
}

function lineCount(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/**
 * Writes the file, or its parts. Throws `ExportError`, a sentence naming the file, and then leaves nothing behind. With
 * `keepOthers` parts of a split list replace no file that is there.
 */
export async function writeExport(
  store: Store,
  request: ExportRequest,
  path: string,
  keepOthers = false,
): Promise<ExportResult> {
  const counts = emptyCounts()
  const files = await writeParts(path, exportText(store, request, counts), keepOthers)
  return { ...counts, files }
}
