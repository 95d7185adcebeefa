/** The text of an export, in pieces, and what it holds. */
import type { ExportRequest, RejectedAddress } from '../../shared/api.ts'
import type { ListedAddress, Selection, Store } from '../store/index.ts'
import { whyNoListAddress } from './address-check.ts'
import { FORMATS } from './registry.ts'

/** Rejected addresses that are named; all are counted. */
const MAX_REJECTED_LISTED = 100

/** What an export holds. */
export interface ExportTally {
  /** Addresses (a list) or records (the audit). */
  count: number
  addresses: number
  rejected: RejectedAddress[]
  rejectedTotal: number
}

export const emptyTally = (): ExportTally => ({ count: 0, addresses: 0, rejected: [], rejectedTotal: 0 })

/**
 * The records an export is about: bounces and complaints whose address has one of the verdicts. The audit of no verdict in
 * particular is about every record; a list of none is empty.
 */
export function selectionOf({ format, verdicts, filter }: ExportRequest): Selection {
  const everything = FORMATS[format].lists === 'records' && verdicts.length === 0
  return { filter, verdicts: everything ? null : verdicts }
}

/** The text of the file; `tally` is complete once all of it was taken. */
export async function* exportText(store: Store, request: ExportRequest, tally: ExportTally): AsyncGenerator<string> {
  await store.refreshVerdicts()
  const format = FORMATS[request.format]
  const selection = selectionOf(request)
  const lineEnd = request.lineEnd === 'crlf' ? '\r\n' : '\n'
  const head = format.head(lineEnd)
  if (head) yield head
  if (format.lists === 'addresses') {
    for await (const run of store.addresses(selection)) {
      const listed = sift(run, tally)
      if (listed.length) yield format.lines(listed, lineEnd)
    }
    return
  }
  tally.addresses = (await store.count(selection)).addresses
  for await (const run of store.records(selection)) {
    tally.count += run.length
    yield format.lines(run, lineEnd)
  }
}

/** Leaves out what a list cannot carry, and counts both. */
export function sift(addresses: readonly ListedAddress[], tally: ExportTally): ListedAddress[] {
  const listed = addresses.filter(({ address }) => {
    const why = whyNoListAddress(address)
    if (why === null) return true
    tally.rejectedTotal++
    if (tally.rejected.length < MAX_REJECTED_LISTED) tally.rejected.push({ address, why })
    return false
  })
  tally.count += listed.length
  tally.addresses += listed.length
  return listed
}
