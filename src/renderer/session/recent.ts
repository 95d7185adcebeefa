/** The files opened last: listed, opened again, forgotten. */
import type { RecentFile } from '../../shared/api.ts'
import { useRecent } from '../state/stores.ts'
import { api } from './host.ts'
import { notifyError } from './notices.ts'
import { openGranted } from './open.ts'

/** A list that cannot be read is a comfort less, nothing more. */
export async function readRecent(): Promise<void> {
  try {
    useRecent.setState({ files: await api().recent() })
  } catch {
    useRecent.setState({ files: [] })
  }
}

export async function openRecent(file: RecentFile): Promise<void> {
  await openGranted([file.grant])
  await readRecent()
}

export async function clearRecent(): Promise<void> {
  try {
    useRecent.setState({ files: await api().clearRecent() })
  } catch (error) {
    notifyError(error)
  }
}
