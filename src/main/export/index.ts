/** The export room: a preview of what a format will write, and the writing. */
import type { ExportPreview, ExportRequest, ExportResult } from '../../shared/api.ts'
import type { Store } from '../store/index.ts'
import { FORMATS } from './registry.ts'
import { type ExportTally, emptyTally, exportText, selectionOf } from './text.ts'
import { writeWhole } from './write-file.ts'

export { ExportError, type ExportErrorCode } from './errors.ts'
export { emptyTally, exportText } from './text.ts'

/** Lines of the file that a preview shows. */
const PREVIEW_LINES = 10

/** Counts what will be written and shows its first lines; writes nothing. */
export async function previewExport(
  store: Store,
  request: ExportRequest,
  now: () => Date = () => new Date(),
): Promise<ExportPreview> {
  const tally = emptyTally()
  const head: string[] = []
  const lists = FORMATS[request.format].lists
  for await (const text of exportText(store, request, tally)) {
    if (head.length < PREVIEW_LINES)
      head.push(
        ...text
          .split(/\r?\n/)
          .slice(0, -1)
          .slice(0, PREVIEW_LINES - head.length),
      )
    // Of records, the number is known without writing them; addresses have to be looked at one by one.
    else if (lists === 'records') break
  }
  const counted = lists === 'records' ? await countRecords(store, request, tally) : tally
  return { ...counted, head, fileName: suggestFileName(request, now()) }
}

async function countRecords(store: Store, request: ExportRequest, tally: ExportTally): Promise<ExportTally> {
  const { records, addresses } = await store.count(selectionOf(request))
  return { ...tally, count: records, addresses }
}

/** Writes the file. Throws `ExportError`, a sentence naming the file, and then leaves nothing behind. */
export async function writeExport(store: Store, request: ExportRequest, path: string): Promise<ExportResult> {
  const tally = emptyTally()
  await writeWhole(path, exportText(store, request, tally))
  return { count: tally.count, addresses: tally.addresses, rejectedTotal: tally.rejectedTotal, file: path }
}

/** `bounce-triage-remove-2026-11-24.txt`; the day is the one on the person's own clock. */
export function suggestFileName(request: ExportRequest, now: Date): string {
  const { name, extension } = FORMATS[request.format]
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `bounce-triage-${name}-${day}.${extension}`
}
