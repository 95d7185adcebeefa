/** Which import runs, as the events tell: for those who must not end it without asking. */
import type { Hub } from './hub.ts'

/** @returns the id of the import under way, null while none is. */
export function followImports(hub: Hub): () => string | null {
  let running: string | null = null
  hub.listen((event) => {
    if (event.type === 'progress') running = event.progress.state === 'running' ? event.progress.importId : null
    else if (event.type === 'opened') running = event.importId
    else if (event.type === 'import-ended' || event.type === 'engine-restarted' || event.type === 'engine-lost')
      running = null
  })
  return () => running
}
