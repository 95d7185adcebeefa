/**
 * The port of last time. A page keeps its widths, choices and saved filters in the storage of its own address, which the
 * port is part of: another port would forget them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'web-port'

/** The port that was listened on last; 0, a free one, where none is known. */
export function rememberedPort(folder: string): number {
  try {
    const port = Number(readFileSync(join(folder, FILE), 'utf8'))
    return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : 0
  } catch {
    return 0
  }
}

/** Keeps it for the next time; where it cannot be kept the page only forgets its choices. */
export function rememberPort(folder: string, port: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, FILE), String(port))
  } catch {
    // The next run takes a free one.
  }
}
