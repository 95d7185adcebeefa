/**
 * What a window may call, over the engine's client. Calls that window and engine have in common are passed on by name,
 * without being restated here; what concerns files and dialogs is answered by the host.
 */
import { implement, ORPCError, type Router } from '@orpc/server'
import {
  API_ERRORS,
  type ApiErrorCode,
  engineContract,
  type RecentFile,
  type Saved,
  triageContract,
} from '../../shared/api.ts'
import { exportFileName, reportFileName } from '../../shared/exportNames.ts'
import type { Granted, Grants } from './grants.ts'
import type { Platform } from './platform.ts'
import { createSavedFiles, type SavedFiles } from './saved-files.ts'
import type { EngineClient, Supervisor } from './supervisor.ts'

type Contract = typeof triageContract
export type WindowRouter = Router<Contract, Record<never, never>>
type Common = Exclude<keyof Contract & keyof typeof engineContract, 'events'>

export interface HostParts {
  supervisor: Supervisor
  grants: Grants
  platform: Platform
}

export function createWindowRouter({ supervisor, grants, platform }: HostParts): WindowRouter {
  const { client, hub } = supervisor
  const window = implement(triageContract)
  const saved = createSavedFiles()
  return {
    ...forwarded(client),
    // The host's own stream: it outlives the engine.
    events: window.events.handler(({ signal }) => hub.subscribe(signal)),
    host: window.host.handler(() => platform.info),
    open: window.open.handler(async ({ input }) => {
      const files = grants.resolve(input.grants)
      if (!files) throw apiError('NOT_ALLOWED')
      const started = await openFiles(client, platform, files)
      grants.revoke(input.grants.filter((_, index) => files[index]?.spooled))
      return started
    }),
    pick: window.pick.handler(async ({ input }) => {
      const picked = await platform.pick(input.what)
      return { grants: picked.map((entry) => grants.add(entry)) }
    }),
    openSample: window.openSample.handler(() => {
      if (!platform.sample) throw apiError('NOT_FOUND', 'The sample mailbox is missing from this installation.')
      return openFiles(client, platform, [platform.sample])
    }),
    recent: window.recent.handler(() => listRecent(grants, platform)),
    clearRecent: window.clearRecent.handler(() => {
      platform.recent?.clear()
      return []
    }),
    eraseAll: window.eraseAll.handler(async () => {
      const workspace = await client.eraseAll()
      // Everything means the names of the mailboxes too.
      platform.recent?.clear()
      return workspace
    }),
    exportSave: window.exportSave.handler(({ input }) =>
      save(platform, saved, exportFileName(input, new Date()), (path, keepOthers) =>
        client.exportTo({ request: input, path, keepOthers }),
      ),
    ),
    reportSave: window.reportSave.handler(() =>
      save(platform, saved, reportFileName(new Date()), (path) => client.reportTo({ path })),
    ),
    showSaved: window.showSaved.handler(async ({ input }) => {
      const path = input.what === 'workspace' ? (await client.workspace()).file : saved.get(input.what)
      if (!platform.show || path === null || !platform.show(path)) throw apiError('NOT_SHOWN')
      return { shown: true }
    }),
  }
}

/** Opens what a person named outside the window (command line, "open with") and tells the windows. */
export async function openFromOutside(
  { supervisor, platform }: HostParts,
  files: readonly Granted[],
): Promise<{ importId: string }> {
  const started = await openFiles(supervisor.client, platform, files)
  supervisor.hub.publish({ type: 'opened', importId: started.importId })
  return started
}

/** Grants them again: the person has chosen each of them before. */
function listRecent(grants: Grants, platform: Platform): RecentFile[] {
  const listed = platform.recent?.list() ?? []
  return listed.map(({ path, openedAt }) => ({
    grant: grants.add({ path, label: path, spooled: false }),
    path,
    openedAt,
  }))
}

function apiError(code: ApiErrorCode, message: string = API_ERRORS[code].message): ORPCError<ApiErrorCode, undefined> {
  return new ORPCError(code, { defined: true, message })
}

async function openFiles(
  client: EngineClient,
  platform: Platform,
  files: readonly Granted[],
): Promise<{ importId: string }> {
  const started = await client.openPaths({ paths: files.map(({ path, label, spooled }) => ({ path, label, spooled })) })
  platform.opened(started.importId, files)
  return started
}

/** Asks where, has it written there, and says where it is. */
async function save<T extends { files: string[] }>(
  platform: Platform,
  saved: SavedFiles,
  fileName: string,
  write: (path: string, keepOthers: boolean) => Promise<T>,
): Promise<Saved<T>> {
  const target = await platform.exportTarget(fileName)
  if (!target) return { saved: null, download: null, shown: null }
  try {
    const result = await write(target.path, target.keepOthers)
    const { files, download } = target.written(result)
    const first = result.files[0]
    const shown = platform.show && first !== undefined ? saved.add(first) : null
    return { saved: { ...result, files }, download, shown }
  } catch (error) {
    target.failed()
    throw error
  }
}

/** Every call that both contracts have, passed on under its own name with its abort signal. */
function forwarded(client: EngineClient): Pick<WindowRouter, Common> {
  const names = Object.keys(engineContract).filter((name) => name in triageContract && name !== 'events')
  const procedures = names.map((name) => {
    const contract = triageContract[name as 'page']
    const call = client[name as 'page']
    return [name, implement(contract).handler(({ input, signal }) => call(input, { signal }))]
  })
  return Object.fromEntries(procedures)
}
