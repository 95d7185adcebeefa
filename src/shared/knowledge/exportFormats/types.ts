/** What an export format is: data, and one pure function from an address to its rows. */
import type { ExportFormat } from '../../api-words.ts'

/** An address on its way into a list, with the report that speaks for its verdict. */
export interface ExportEntry {
  /** As written, domain in small letters. */
  address: string
  /** Its owner reported mail as spam (RFC 5965). */
  complaint: boolean
  replyCode: string | null
  enhancedCode: string | null
  /** The reply, as it was given: the sender of the report chose every character of it. */
  diagnostic: string | null
  /** ISO 8601, UTC. */
  reportedAt: string | null
}

/**
 * How far the format is known: `documented` by its vendor; `partly`, where the vendor names what is imported but not
 * every detail of the file; `not-verified`, where it is common knowledge alone.
 */
export type Standing = 'documented' | 'partly' | 'not-verified'

export interface FormatInfo {
  name: ExportFormat
  label: string
  /** `list`: for any program. `service`: what one mail service imports. `file`: for people and spreadsheets. */
  group: 'list' | 'service' | 'file'
  extension: 'txt' | 'csv'
  /** What its readers expect; it can be chosen otherwise. */
  lineEnd: 'lf' | 'crlf'
  /** One line: what it holds. */
  hint: string
  /** Where the file goes, as plain text. */
  upload: string | null
  /** What else to know before uploading it. */
  note: string | null
  standing: Standing
  /** Addresses of the pages that describe it. */
  sources: readonly string[]
}

/** A list of addresses. */
export interface ListFormat extends FormatInfo {
  /** Who reads the file stops mail to its addresses: never a form for addresses that are to be written to again. */
  suppresses: boolean
  /** The rows need more than the address. */
  detailed: boolean
  /** Names of the columns, where the file begins with them. */
  header: readonly string[] | null
  /** The rows of one address. */
  rows(entry: ExportEntry): readonly (readonly string[])[]
  /** Rows that one file may hold, the header not counted. */
  maxRows: number | null
  /** Bytes that one file may have. */
  maxBytes: number | null
  /** Domains are written in their ASCII form; an address whose local part is not ASCII cannot be carried. */
  ascii: boolean
  /** The documented file for these addresses, byte for byte. */
  example: { entries: readonly ExportEntry[]; text: string }
}
