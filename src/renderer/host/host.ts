/** What the window knows of its host, whichever it is. */
import type { ContractRouterClient } from '@orpc/contract'
import type { TriageEvent, triageContract } from '../../shared/api.ts'

export type TriageApi = ContractRouterClient<typeof triageContract>

/** How far an upload is. Electron reads files where they lie, and never calls this. */
export interface UploadProgress {
  files: number
  totalFiles: number
  bytes: number
  totalBytes: number
}

export interface GrantOptions {
  onProgress?: (progress: UploadProgress) => void
  /** Aborting rejects with its reason; what was uploaded is deleted by the host when it closes. */
  signal?: AbortSignal
}

export interface Listener {
  onEvent: (event: TriageEvent) => void
  /**
   * Called with true when the events begin to flow, again after every interruption: read anew what is shown.
   * Called with false when the host is out of reach; it is tried again until it is back.
   */
  onConnection?: (connected: boolean) => void
}

export interface Host {
  kind: 'electron' | 'web'
  api: TriageApi
  /**
   * Grants for what was dropped: files and folders. To be called within the drop's own event handler, for the browser
   * empties the DataTransfer after it. No grants where nothing of it is a file.
   * @throws HostError with a sentence, for instance when the disk is full.
   */
  grantDrop: (data: DataTransfer, options?: GrantOptions) => Promise<string[]>
  /** Grants for what a file input chose (`webkitdirectory` too: its folder becomes one grant). @throws HostError */
  grantFiles: (files: Iterable<File>, options?: GrantOptions) => Promise<string[]>
  /** Events for as long as the window lives, over every interruption. @returns the end of it. */
  listen: (listener: Listener) => () => void
}

/** What goes wrong on the way to the host, as a sentence for people. */
export class HostError extends Error {
  override name = 'HostError'
}
