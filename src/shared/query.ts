/** What a window asks of the store: filter, sort, page, facets. Plain data, validated in `api.ts`. */
import type { Accounting, BounceRecord, Cause, Fault, Group, Kind, Verdict } from './bounce.ts'

/** The table's sections, in order. Bounces stand by group; delays and complaints apart; the rest is no bounce. */
export const SECTIONS = ['hard', 'soft', 'timeout', 'delayed', 'complaint', 'not-bounce'] as const
export type Section = (typeof SECTIONS)[number]

/** Fields that can be filtered by value, each with counts. */
export const FACET_FIELDS = [
  'provider',
  'replyCode',
  'enhancedCode',
  'cause',
  'fault',
  'addressVerdict',
  'group',
  'kind',
  'domain',
  'file',
] as const
export type FacetField = (typeof FACET_FIELDS)[number]

/** How a null is written in a filter or facet: "the message does not say". */
export const NONE = '' as const

/** Which records. All conditions hold together; values within one field are alternatives. */
export interface Filter {
  include: Partial<Record<FacetField, string[]>>
  exclude: Partial<Record<FacetField, string[]>>
  /** Words that must all occur (case-insensitive) in recipient, diagnostic, subject, code, MTA or provider. */
  text: string
  /** ISO dates (YYYY-MM-DD, UTC), both inclusive; null is open. */
  from: string | null
  to: string | null
  /** Only records of this address (its canonical form). */
  address: string | null
  /** Only bounces that no detector knows: they name no recipient. */
  unrecognised: boolean
}

export const EMPTY_FILTER: Filter = {
  include: {},
  exclude: {},
  text: '',
  from: null,
  to: null,
  address: null,
  unrecognised: false,
}

export const SORT_FIELDS = [
  'recipient',
  'provider',
  'replyCode',
  'enhancedCode',
  'cause',
  'fault',
  'verdict',
  'addressVerdict',
  'reportedAt',
  'diagnostic',
  'kind',
  'file',
  'group',
  'domain',
  'subject',
] as const
export type SortField = (typeof SORT_FIELDS)[number]

/** Most significant first; ties stand as they were read, so that order is stable. Nulls always last. */
export type Sort = { field: SortField; descending: boolean }[]

export interface PageRequest {
  filter: Filter
  sort: Sort
  /** Null: the section that stands on top, which the answer names. */
  section: Section | null
  /** Sections that show no rows: passed over where `section` is null. */
  closed?: Section[] | undefined
  offset: number
  limit: number
}

/** What one row of the table shows. */
export interface Row {
  id: string
  kind: Kind
  group: Group | null
  recipient: string | null
  /** Canonical form of the recipient: what overrides and selections are kept by; null without a recipient. */
  address: string | null
  provider: string | null
  replyCode: string | null
  enhancedCode: string | null
  cause: Cause | null
  fault: Fault | null
  verdict: Verdict | null
  addressVerdict: Verdict | null
  /** The person's own verdict for this address stands in `addressVerdict`. */
  overridden: boolean
  reportedAt: string | null
  /** In one line, its beginning only. */
  diagnostic: string | null
  subject: string | null
  /** The file its message stands in. */
  file: string
}

export interface Page {
  rows: Row[]
  /** The section they stand in; null where nothing matches, or every section is closed. */
  section: Section | null
  /** Rows of this section that match. */
  total: number
  /** Records that match, of each section: what the table's lines are laid out by. */
  records: Record<Section, number>
}

/**
 * Sections that show their rows, top to bottom: those with records that are not closed. One that stands alone is open:
 * whoever filtered down to it wants to see it.
 */
export function openSections(records: Readonly<Record<Section, number>>, closed: readonly Section[]): Section[] {
  const filled = SECTIONS.filter((section) => records[section] > 0)
  return filled.length === 1 ? filled : filled.filter((section) => !closed.includes(section))
}

export interface SectionCount {
  section: Section
  records: number
  addresses: number
}

/** Counts for a filter. */
export interface Summary {
  sections: SectionCount[]
  records: number
  messages: number
  addresses: number
  /** By address verdict: how many distinct addresses of bounces and complaints. */
  addressVerdicts: Record<Verdict, number>
}

export interface FacetValue {
  /** `NONE` where the record does not say. */
  value: string
  records: number
}

/** For each field its values, most frequent first, under all conditions but the field's own. */
export type Facets = Record<FacetField, FacetValue[]>

/** Everything the detail panel shows. */
export interface RecordDetail {
  record: BounceRecord
  address: string | null
  overridden: boolean
  /** One sentence: why the address verdict, when it differs from the record's. */
  addressWhy: string | null
  /** Other records of the same address, newest first, at most 100. */
  sameAddress: Row[]
  /** Number of records of the same domain, this one included. */
  sameDomain: number
  /** Of these, the newest about other addresses, a few. */
  othersAtDomain: Row[]
}

/** The message itself, as text that is only ever shown as text. */
export interface MessageSource {
  text: string
  /** True where only the beginning is held. */
  truncated: boolean
  /** Bytes of the whole message. */
  size: number
}

export interface ImportInfo {
  id: string
  /** What was opened, as the person named it. */
  paths: string[]
  startedAt: string
  finishedAt: string | null
  state: 'running' | 'complete' | 'cancelled' | 'interrupted' | 'failed'
  /** Bytes read and, where known, bytes in all. */
  bytes: number
  totalBytes: number | null
  accounting: Accounting
  /** The file being read when it ended, for an import that did not complete. */
  lastFile: string | null
}
