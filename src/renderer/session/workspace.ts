/** The workspace: its imports, the policy, the never-remove list. */
import type { Policy, Workspace } from '../../shared/api.ts'
import { withWorkspace } from '../state/imports.ts'
import { useImports } from '../state/stores.ts'
import { readFindings } from './findings.ts'
import { api } from './host.ts'
import { notify, notifyError } from './notices.ts'
import { readRecent } from './recent.ts'
import { reread } from './results.ts'

export async function readWorkspace(): Promise<void> {
  take(await api().workspace())
}

function take(workspace: Workspace): void {
  useImports.setState((state) => withWorkspace(state, workspace))
}

/** Runs a change of the workspace; true when it was made. */
async function change(call: () => Promise<Workspace>, told: string): Promise<boolean> {
  try {
    take(await call())
    await Promise.all([reread(), readFindings()])
    notify(told)
    return true
  } catch (error) {
    notifyError(error)
    return false
  }
}

export function setPolicy(policy: Policy): Promise<boolean> {
  return change(() => api().setPolicy({ policy }), `The policy is now ${policy}. Every verdict was judged anew.`)
}

export function setNeverRemove(entries: string[]): Promise<boolean> {
  return change(() => api().setNeverRemove({ entries }), 'The never-remove list is saved.')
}

export function removeImport(importId: string): Promise<boolean> {
  return change(() => api().removeImport({ importId }), 'The import and its records were removed.')
}

/** Takes out all imports; what the person decided stays. */
export function startAfresh(): Promise<boolean> {
  return change(() => api().startAfresh(), 'All imports were taken out.')
}

export async function eraseAll(): Promise<boolean> {
  const erased = await change(() => api().eraseAll(), 'Everything was erased.')
  await readRecent()
  return erased
}
