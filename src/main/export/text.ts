/** The text of an export, in pieces, and what it holds. */
import type { ExportCounts, ExportRequest } from '../../shared/api.ts'
import { type ExportEntry, type ListFormat, listFormat } from '../../shared/knowledge/exportFormats/index.ts'
import type { Selection, Store } from '../store/index.ts'
import { carriedAddress } from './address-check.ts'
import { audit } from './audit.ts'
import { ListText } from './list-text.ts'
import type { Piece } from './write-parts.ts'

/** Rejected addresses that are named; all are counted. */
const MAX_REJECTED_LISTED = 100

export const emptyCounts = (): ExportCounts => ({ count: 0, addresses: 0, rejected: [], rejectedTotal: 0 })

/**
 * The records an export is about: of the removal list, bounces and complaints whose address has one of the verdicts; of
 * the other, the bounces after which an address is to be written to again. The audit of no verdict in particular is about
 * every record; a list of none is empty.
 */
export function selectionOf({ format, list, verdicts, filter, selection }: ExportRequest): Selection {
  const everything = format === 'audit' && list === 'remove' && verdicts.length === 0
  return { list, filter, verdicts: everything ? null : verdicts, records: selection }
}

/** The text of the file or files; `counts` is complete once all of it was taken. `signal` ends it early, with its reason. */
export async function* exportText(
  store: Store,
  request: ExportRequest,
  counts: ExportCounts,
  signal?: AbortSignal,
): AsyncGenerator<Piece> {
  await store.refreshVerdicts()
  const lineEnd = request.lineEnd === 'crlf' ? '\r\n' : '\n'
  const format = listFormat(request.format)
  const pieces = format
    ? listText(store, selectionOf(request), format, lineEnd, counts)
    : auditText(store, selectionOf(request), lineEnd, counts)
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    yield piece
  }
}

async function* auditText(
  store: Store,
  selection: Selection,
  lineEnd: string,
  counts: ExportCounts,
): AsyncGenerator<Piece> {
  yield { part: 0, text: audit.head(lineEnd) }
  counts.addresses = (await store.count(selection)).addresses
  for await (const run of store.records(selection)) {
    counts.count += run.length
    yield { part: 0, text: audit.lines(run, lineEnd) }
  }
}

async function* listText(
  store: Store,
  selection: Selection,
  format: ListFormat,
  lineEnd: string,
  counts: ExportCounts,
): AsyncGenerator<Piece> {
  const text = new ListText(format, lineEnd)
  const begin = text.begin()
  if (begin) yield begin
  const runs = format.detailed ? store.entries(selection) : bareEntries(store, selection)
  for await (const run of runs) {
    const listed = sift(run, format, counts)
    if (listed.length) yield* text.lines(listed)
  }
}

/** The addresses alone: several times faster, where a format needs no more. */
async function* bareEntries(store: Store, selection: Selection): AsyncGenerator<ExportEntry[]> {
  const nothing = { complaint: false, replyCode: null, enhancedCode: null, diagnostic: null, reportedAt: null }
  for await (const run of store.addresses(selection)) yield run.map(({ address }) => ({ address, ...nothing }))
}

/** Leaves out what the format cannot carry, and counts both. */
export function sift(entries: readonly ExportEntry[], format: ListFormat, counts: ExportCounts): ExportEntry[] {
  const listed: ExportEntry[] = []
  for (const entry of entries) {
    const { address, why } = carriedAddress(entry.address, format)
    if (address !== null) listed.push(address === entry.address ? entry : { ...entry, address })
    else {
      counts.rejectedTotal++
      if (counts.rejected.length < MAX_REJECTED_LISTED) counts.rejected.push({ address: entry.address, why })
    }
  }
  counts.count += listed.length
  counts.addresses += listed.length
  return listed
}
