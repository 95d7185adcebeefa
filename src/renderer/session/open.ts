/** Ways to open mail: picker, browser input, drop, sample. All end in an import that the engine reports on. */
import type { GrantOptions } from '../host/host.ts'
import { begun, dismissed, withCopying } from '../state/imports.ts'
import { useConnection, useImports } from '../state/stores.ts'
import { api, host } from './host.ts'
import { notifyError, notifyProblem } from './notices.ts'

export type Pick = 'files' | 'folder'

/** Shows the host's picker, or the browser's file input where the host has none. */
export async function openPicked(what: Pick): Promise<void> {
  if (useConnection.getState().host?.picker) return open(async () => (await api().pick({ what })).grants)
  const files = await chooseInBrowser(what)
  if (files.length > 0) await open((options) => host().grantFiles(files, options))
}

/** Opens what is granted already. */
export function openGranted(grants: string[]): Promise<void> {
  return open(async () => grants)
}

export function openDrop(drop: DataTransfer): Promise<void> {
  return open((options) => host().grantDrop(drop, options))
}

export async function openSample(): Promise<void> {
  try {
    const { importId } = await api().openSample()
    useImports.setState((state) => begun(state, importId))
  } catch (error) {
    notifyError(error)
  }
}

export async function cancelImport(): Promise<void> {
  const { running } = useImports.getState()
  copying.abort()
  if (running === null) return
  try {
    await api().cancel({ importId: running.importId })
  } catch (error) {
    notifyError(error)
  }
}

export function dismissEnded(): void {
  useImports.setState(dismissed)
}

let copying = new AbortController()

/** `grantsOf` is called at once: a drop can only be read while its event lasts. */
async function open(grantsOf: (options: GrantOptions) => Promise<string[]>): Promise<void> {
  if (useImports.getState().running !== null) {
    notifyProblem('Another import is still running. Cancel it or wait for it to end.')
    return
  }
  copying = new AbortController()
  try {
    const grants = await grantsOf({
      signal: copying.signal,
      onProgress: (progress) => useImports.setState((state) => withCopying(state, progress)),
    })
    if (grants.length === 0) return
    const { importId } = await api().open({ grants })
    useImports.setState((state) => begun(state, importId))
  } catch (error) {
    notifyError(error)
  } finally {
    useImports.setState((state) => withCopying(state, null))
  }
}

/** The browser's own file input; resolves with nothing where the person cancels. */
function chooseInBrowser(what: Pick): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = what === 'folder'
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
