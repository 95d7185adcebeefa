import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
export const SAMPLE = join(ROOT, 'samples/bounces.mbox')
/** A built entry. */
export const built = (name: string): string => join(ROOT, 'out/main', name)
