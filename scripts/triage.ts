/** The command line from a checkout: builds where needed, then runs as the packaged one does. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded, ROOT } from './build-if-needed.ts'
import { standWhereTyped } from './invoked-from.ts'

standWhereTyped('triage')
try {
  await buildIfNeeded()
} catch (error) {
  console.error((error as Error).message)
  process.exit(2)
}
await import(pathToFileURL(join(ROOT, 'out/main/cli.js')).href)
