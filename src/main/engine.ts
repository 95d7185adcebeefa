/**
 * The engine process: opens one workspace and serves the engine's contract to the host that started it.
 * Arguments: `--workspace FILE`, or none for a workspace in memory. It says `ready` or `failed` first, and never
 * outlives its host.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { portToParent } from './engine-port.ts'
import { serveEngine } from './host/serve-engine.ts'
import { createTriage } from './triage.ts'

// What it writes holds other people's addresses: nobody else on this machine may read it.
process.umask(0o077)

const { values } = parseArgs({ options: { workspace: { type: 'string' } } })

const options = { workspace: values.workspace ?? null, workerFile: join(import.meta.dirname, 'worker.js') }

await serveEngine(portToParent(), () => createTriage(options))
