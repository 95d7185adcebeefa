/** Imports and progress to start from in tests. */
import type { Progress, Workspace } from '../../shared/api.ts'
import { emptyAccounting } from '../../shared/bounce.ts'
import type { ImportInfo } from '../../shared/query.ts'

export function makeImport(change: Partial<ImportInfo> = {}): ImportInfo {
  return {
    id: 'one',
    paths: ['bounces.mbox'],
    startedAt: '2026-03-01T10:00:00Z',
    finishedAt: '2026-03-01T10:00:05Z',
    state: 'complete',
    bytes: 1000,
    totalBytes: 1000,
    accounting: emptyAccounting(),
    lastFile: null,
    ...change,
  }
}

export function makeProgress(change: Partial<Progress> = {}): Progress {
  return {
    importId: 'one',
    state: 'running',
    bytes: 100,
    totalBytes: 1000,
    messages: 10,
    found: 8,
    rate: 100,
    file: 'bounces.mbox',
    inFile: null,
    elapsedMs: 2000,
    ...change,
  }
}

export function makeWorkspace(imports: ImportInfo[] = []): Workspace {
  return { imports, records: 0, policy: 'careful', neverRemove: [], file: null, fileBytes: null }
}
