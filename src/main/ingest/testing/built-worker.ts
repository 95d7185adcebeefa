/** The worker as the app ships it, for tests that run real threads. */
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..', '..', '..', '..')

/**
 * Builds the worker into JavaScript once and answers the file. A thread that is given TypeScript compiles the type stripper's
 * WebAssembly for itself; V8 aborts the whole process now and then where threads do that side by side.
 */
export async function buildWorker(): Promise<string> {
  // Below node_modules, where the built file finds what it imports.
  const outDir = join(ROOT, 'node_modules', '.cache', 'bounce-triage', 'worker')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'src', 'main', 'ingest', 'worker.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  })
  return join(outDir, 'worker.js')
}
