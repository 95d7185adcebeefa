/** Ways to open mail: picker, browser input, drop, sample. All end in an import that the engine reports on. */
import { begun, dismissed } from '../state/imports.ts'
import { useConnection, useImports } from '../state/stores.ts'
import { api, host } from './host.ts'
import { notifyError, notifyProblem } from './notices.ts'

export type Pick = 'files' | 'folder'

/** Shows the host's picker, or the browser's file input where the host has none. */
export async function openPicked(what: Pick): Promise<void> {
  if (useConnection.getState().host?.picker) return open(async () => (await api().pick({ what })).grants)
  const files = await chooseInBrowser(what)
  if (files.length > 0) await open(() => host().grantFiles(files))
}

export function openDrop(drop: DataTransfer): Promise<void> {
  return open(() => host().grantDrop(drop))
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

async function open(grantsOf: () => Promise<string[]>): Promise<void> {
  if (useImports.getState().running !== null) {
    notifyProblem('Another import is still running. Cancel it or wait for it to end.')
    return
  }
  try {
    const grants = await grantsOf()
    if (grants.length === 0) return
    const { importId } = await api().open({ grants })
    useImports.setState((state) => begun(state, importId))
  } catch (error) {
    notifyError(error)
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
