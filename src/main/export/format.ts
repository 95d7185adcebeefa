/** What an export format is: one module each, gathered in `registry.ts`. */
import type { ExportFormat } from '../../shared/api.ts'
import type { BounceRecord } from '../../shared/bounce.ts'
import type { ListedAddress } from '../store/index.ts'

interface CommonFormat {
  format: ExportFormat
  /** What the file is called: `bounce-triage-NAME-2026-11-24.EXTENSION`. */
  name: string
  extension: string
  /** The lines before the first entry, each ended by `lineEnd`; empty for none. */
  head(lineEnd: string): string
}

/** A list of addresses, each once; those that no list can carry are left out and reported. */
export interface AddressFormat extends CommonFormat {
  lists: 'addresses'
  /** The lines for these addresses, each ended by `lineEnd`. */
  lines(addresses: readonly ListedAddress[], lineEnd: string): string
}

/** The records themselves. */
export interface RecordFormat extends CommonFormat {
  lists: 'records'
  lines(records: readonly BounceRecord[], lineEnd: string): string
}

export type Format = AddressFormat | RecordFormat
