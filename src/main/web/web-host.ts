/** Puts the web host together: engine, grants, spool, server. */
import { join } from 'node:path'
import type { SpawnEngine } from '../host/engine-link.ts'
import { createGrants, newToken } from '../host/grants.ts'
import type { Platform } from '../host/platform.ts'
import { createWindowRouter, type HostParts } from '../host/router.ts'
import { createSupervisor } from '../host/supervisor.ts'
import type { WindowFiles } from '../host/window-files.ts'
import { createAccess } from './access.ts'
import { createDownloads } from './downloads.ts'
import { startServer, type WebServer } from './server.ts'
import { createSpool } from './spool.ts'
import { createUploads } from './uploads.ts'

export interface WebHostOptions {
  spawn: SpawnEngine
  files: WindowFiles
  /** Uploads and exports lie below this folder while they are needed. */
  dataFolder: string
  port: number
  /** Whether another port will do where that one is in use. */
  anyPort?: boolean
  version: string
  sample: Platform['sample']
}

export interface WebHost extends HostParts, WebServer {}

/** Listens at once; the engine starts at its first call. @throws Error where the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { spawn, files, port, version, sample } = options
  const supervisor = createSupervisor(spawn)
  const grants = createGrants()
  const spool = createSpool(join(options.dataFolder, 'spool'))
  const uploads = createUploads({ spool, grants })
  const downloads = createDownloads(spool)
  const platform: Platform = {
    info: {
      kind: 'web',
      picker: false,
      showsFiles: false,
      version,
      platform: process.platform,
      sample: sample !== null,
    },
    pick: async () => [],
    exportTarget: async (fileName) => downloads.prepare(fileName),
    show: null,
    sample,
    // A page cannot name a file of its person's again.
    recent: null,
    opened: uploads.opened,
  }
  supervisor.hub.listen((event) => {
    if (event.type === 'import-ended') uploads.ended(event.info.id)
    if (event.type === 'engine-restarted' || event.type === 'engine-lost') uploads.allEnded()
  })
  const router = createWindowRouter({ supervisor, grants, platform })
  // The spool holds other people's mail: it goes however the process ends.
  process.once('exit', spool.close)
  const parts = { access: createAccess(newToken()), files, router, uploads, downloads }
  const server = await startServer(parts, port, !options.anyPort)
  return {
    ...server,
    supervisor,
    grants,
    platform,
    async close() {
      await server.close()
      await supervisor.close()
      spool.close()
      process.removeListener('exit', spool.close)
    },
  }
}
