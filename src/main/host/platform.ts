/** What the two hosts do differently; everything else is shared. */
import type { HostInfo } from '../../shared/api.ts'
import type { Granted } from './grants.ts'
import type { RecentFiles } from './recent.ts'

/** Where an export is being written. */
export interface ExportTarget {
  /** Absolute path for the engine to write to. */
  path: string
  /** The person was asked about this path alone: a list in parts replaces no other file. */
  keepOthers: boolean
  /** Says where the person finds it: the names of the files and, in a browser, the address to fetch them from. */
  written: (result: { files: string[] }) => { files: string[]; download: string | null }
  /** Takes back what was prepared. */
  failed: () => void
}

export interface Platform {
  info: HostInfo
  /** The host's own picker; nothing where there is none or the person cancelled. */
  pick: (what: 'files' | 'folder') => Promise<Granted[]>
  /** Asks where to save, or prepares a download; null when the person cancelled. */
  exportTarget: (fileName: string) => Promise<ExportTarget | null>
  /** Shows a file in its folder; false where it is not there any more. Null where the host cannot. */
  show: ((path: string) => boolean) | null
  /** The sample mailbox that comes with the app; null where it is missing. */
  sample: Granted | null
  /** The files opened last; null where a host cannot open them again by itself. */
  recent: RecentFiles | null
  /** An import of these files has begun. */
  opened: (importId: string, files: readonly Granted[]) => void
}
