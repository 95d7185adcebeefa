/** Finds what comes with the app: its version, its sample mailbox, its built window. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Granted } from './grants.ts'

/**
 * The folder that holds the app's package.json, looked for upwards: built code may stand in out/main or in a chunk
 * beneath it.
 * @throws Error when there is none.
 */
export function findAppRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (dirname(folder) === folder) throw new Error(`No package.json is found above ${from}.`)
  }
}

export function appVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

/** The sample mailbox; null where it was left out. */
export function sampleMailbox(root: string): Granted | null {
  const path = join(root, 'samples', 'bounces.mbox')
  return existsSync(path) ? { path, label: path, spooled: false } : null
}
