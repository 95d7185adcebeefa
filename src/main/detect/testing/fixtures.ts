/**
 * Fixtures of detectors: `fixtures/<detector>/*.eml` beside `fixtures/<detector>/expected.ts`, which has one row a file.
 * Written by us with reserved names; read only by tests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseMessage } from '../../message/index.ts'
import type { ParsedMessage } from '../../message/types.ts'
import type { Statement } from '../types.ts'

/** What a fixture must give. Only the fields that a row names are compared. */
export type ExpectedRecord = Pick<Statement, 'kind' | 'recipient'> &
  Partial<Omit<Statement, 'kind' | 'recipient' | 'evidence'>> & { rule?: string }

export interface FixtureRow {
  file: string
  /** What it shows, in a few words. */
  shows: string
  /** It resembles the format and is not: the detector of this folder must stay silent. */
  nearMiss?: boolean
  /** Other detectors that may speak on it too, each for a good reason (a structured part beside the text). */
  also?: readonly string[]
  /** All that `detect` states, in order. */
  records: readonly ExpectedRecord[]
}

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url))

export interface Fixture {
  detector: string
  row: FixtureRow
  bytes: Uint8Array
}

/** Names of the folders. */
export function fixtureFolders(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The .eml files of a folder. */
export function fixtureFiles(detector: string): string[] {
  return readdirSync(`${ROOT}${detector}`)
    .filter((name) => name.endsWith('.eml'))
    .sort()
}

/** Fixtures of one detector by its expected table. A row without its file, or no table at all, is an error. */
export async function loadFixtures(detector: string): Promise<Fixture[]> {
  const table = `${ROOT}${detector}/expected.ts`
  if (!existsSync(table)) throw new Error(`fixtures/${detector}/expected.ts is missing`)
  const { rows } = (await import(table)) as { rows: readonly FixtureRow[] }
  return rows.map((row) => {
    const path = `${ROOT}${detector}/${row.file}`
    if (!existsSync(path)) throw new Error(`fixtures/${detector}/${row.file} is missing`)
    return { detector, row, bytes: readFileSync(path) }
  })
}

/** Bytes as a parsed message, for tests. */
export function parseBytes(bytes: Uint8Array, file = 'fixture.eml'): Promise<ParsedMessage> {
  return parseMessage({ file, index: 0, offset: 0, bytes, separatorDate: null, fullSize: bytes.length })
}

/** A text as a parsed message, for tests. */
export function parseText(text: string): Promise<ParsedMessage> {
  return parseBytes(new TextEncoder().encode(text))
}
