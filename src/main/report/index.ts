/**
 * The report room: unrecognised bounces as an mbox that shows their format and nobody's address, for those who are to teach
 * the product that format.
 */
import { randomBytes } from 'node:crypto'
import type { ReportPreview, ReportResult } from '../../shared/api.ts'
import { reportFileName } from '../../shared/exportNames.ts'
import { EMPTY_FILTER } from '../../shared/query.ts'
import { writeParts } from '../export/write-parts.ts'
import { readMessageBytes } from '../message-source.ts'
import type { Selection, Store } from '../store/index.ts'
import { MAX_PREVIEW_BYTES, MAX_REPORTED_MESSAGES } from './limits.ts'
import { mboxEntry } from './mbox-entry.ts'
import { pseudonymise } from './pseudonymise.ts'
import { createPseudonyms } from './pseudonyms.ts'

const UNRECOGNISED: Selection = { filter: { ...EMPTY_FILTER, unrecognised: true }, verdicts: null }

/** What can be reported of a workspace, and writing it. */
export interface Report {
  /** The beginning of what `write` will write, letter for letter. */
  preview(now?: Date): Promise<ReportPreview>
  /** Writes all of it, whole or not at all. Throws `ExportError`. */
  write(path: string): Promise<ReportResult>
}

/** The reports of one workspace. They share their pseudonyms, whose salt nobody learns and no file holds. */
export function createReport(store: Store): Report {
  const names = createPseudonyms(randomBytes(16))

  /** The messages as they will stand in the file; what is gone, or too much, is left out. */
  async function* entries(): AsyncGenerator<Uint8Array> {
    let count = 0
    for await (const records of store.records(UNRECOGNISED)) {
      for (const { id, reportedAt } of records) {
        if (count >= MAX_REPORTED_MESSAGES) return
        const stored = await store.sourceOf(id)
        const bytes = stored && (await readMessageBytes(stored, id))
        if (!bytes) continue
        count++
        yield mboxEntry(pseudonymise(bytes, names), reportedAt)
      }
    }
  }

  const total = async () => (await store.count(UNRECOGNISED)).records

  return {
    async preview(now = new Date()) {
      const shown: Uint8Array[] = []
      let size = 0
      let count = 0
      for await (const entry of entries()) {
        count++
        if (size < MAX_PREVIEW_BYTES) shown.push(entry)
        size += entry.length
      }
      const bytes = Buffer.concat(shown).subarray(0, MAX_PREVIEW_BYTES)
      return {
        count,
        left: (await total()) - count,
        text: bytes.toString('utf8'),
        truncated: bytes.length < size,
        fileName: reportFileName(now),
      }
    },
    async write(path) {
      let count = 0
      async function* counted() {
        for await (const entry of entries()) {
          count++
          yield { part: 0, text: entry }
        }
      }
      const files = await writeParts(path, counted())
      return { count, left: (await total()) - count, files }
    },
  }
}
