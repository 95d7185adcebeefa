/** What the window needs of the program around it. */
import type { ContractRouterClient } from '@orpc/contract'
import type { triageContract } from '../../shared/api.ts'

/** Every call of `triageContract`, typed. */
export type Triage = ContractRouterClient<typeof triageContract>

export interface Host {
  triage: Triage
  /** Exchanges files that the person dropped or chose for grants; folders are taken whole. */
  grantDrop(drop: DataTransfer): Promise<string[]>
  /** The same for files chosen in the browser's own file input. */
  grantFiles(files: readonly File[]): Promise<string[]>
}
