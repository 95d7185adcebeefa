/** The store: everything that was read, in one workspace file or in memory. The only room that speaks SQL. */
import { rm, stat } from 'node:fs/promises'
import type { ExportWarning, ListSizes, Policy, StrictCost, Workspace } from '../../shared/api.ts'
import type { Accounting, BounceRecord, Source, Unread, Verdict } from '../../shared/bounce.ts'
import type { Charts } from '../../shared/charts.ts'
import type { ExportEntry } from '../../shared/knowledge/exportFormats/index.ts'
import type { Facets, Filter, ImportInfo, Page, PageRequest, RecordDetail, Summary } from '../../shared/query.ts'
import type { OverviewInput } from '../classify/overview.ts'
import { type AppendOutcome, BatchWriter, outcomeOf } from './append.ts'
import { type EntryBatch, encodeEntries } from './batch.ts'
import { type Counts, readCounts, readStrictCost } from './counts.ts'
import { Database, type DatabaseOptions } from './database.ts'
import { readDetail, readSource } from './detail.ts'
import type { MessageEntry } from './entry.ts'
import { ImportLog, type ImportProgress } from './import-log.ts'
import { deleteAllImports, deleteImport, listImports, markInterrupted, sumAccounts } from './imports.ts'
import { writeParquet } from './parquet.ts'
import { PendingJudgement } from './pending-judgement.ts'
import { Queries } from './queries.ts'
import { prepareSchema } from './schema.ts'
import {
  countSelection,
  type ListedAddress,
  type Selection,
  streamAddresses,
  streamEntries,
  streamRecords,
  streamRepeats,
} from './selection.ts'
import { readNeverRemove, readPolicy, writeNeverRemove, writePolicy } from './settings.ts'
import * as verdicts from './verdicts.ts'

export type { AppendOutcome } from './append.ts'
export type { MessageEntry } from './entry.ts'
export { StoreError, type StoreErrorCode } from './errors.ts'
export type { ListedAddress, Selection } from './selection.ts'

export type StoreOptions = DatabaseOptions

/** Where a message lies, and what is held of it. */
export interface StoredSource {
  source: Source
  importId: string
  /** Deflated message, at most its first 256 KB, where the file cannot be read again; else null. */
  copy: Uint8Array | null
  /** Bytes of the whole message. */
  size: number
}

function lastFileOf(batches: readonly EntryBatch[]): string | null {
  const files = batches.findLast(({ messages }) => messages.count > 0)?.messages.files
  return files?.values[files.codes.at(-1) ?? 0] ?? null
}

const EVERYTHING: Selection = { filter: null, verdicts: null }

export class Store {
  readonly location: string
  readonly #options: StoreOptions
  #database: Database
  #writer: BatchWriter
  #queries: Queries
  #log: ImportLog
  #pending = new PendingJudgement()

  private constructor(location: string, options: StoreOptions, database: Database) {
    this.location = location
    this.#options = options
    this.#database = database
    this.#writer = new BatchWriter()
    this.#queries = new Queries(database)
    this.#log = new ImportLog(database)
  }

  /**
   * Opens a workspace file, creating it where there is none, or one in memory (`:memory:`). Throws `StoreError`: locked by
   * another process, damaged, of a newer version, not ours, or not writable. Never deletes what it cannot read.
   */
  static async open(location: string, options: StoreOptions = {}): Promise<Store> {
    const database = await Database.open(location, options)
    try {
      await prepareSchema(database)
      await markInterrupted(database)
      const store = new Store(location, options, database)
      if (!(await verdicts.isJudged(database))) await database.inTurn(verdicts.judgeAll)
      return store
    } catch (error) {
      await database.close()
      throw error
    }
  }

  /** Begins an import; its id is the answer. `paths` are the names people know. */
  beginImport(paths: string[]): Promise<string> {
    return this.#log.begin(paths)
  }

  /** Stores entries: all of them or, when it throws `StoreError`, nothing. Messages held already are only counted. */
  append(importId: string, entries: readonly MessageEntry[]): Promise<AppendOutcome> {
    return this.appendBatches(importId, [encodeEntries(entries)])
  }

  /** The same for entries that were encoded elsewhere. */
  async appendBatches(importId: string, batches: readonly EntryBatch[]): Promise<AppendOutcome> {
    const lastFile = lastFileOf(batches)
    if (lastFile !== null) this.#log.progress(importId, { lastFile })
    const importNo = this.#log.number(importId)
    const { numbered } = await this.#database.write(
      async (connection) => ({
        numbered: await this.#writer.write(connection, importNo, batches),
        notes: await this.#log.write(connection, importId),
        marked: await verdicts.markUnjudged(connection),
      }),
      ({ numbered, notes }) => {
        this.#writer.settle(numbered)
        this.#log.settle(notes)
        this.#log.stored(importId, outcomeOf(numbered))
        this.#pending.add(numbered)
      },
    )
    const outcome = outcomeOf(numbered)
    if (outcome.records > 0) this.#queries.changed()
    return outcome
  }

  /** So many of Thunderbird's deleted messages were left out. */
  noteDeleted(importId: string, count: number): void {
    this.#log.deleted(importId, count)
  }

  /** Something could not be read. */
  noteUnread(importId: string, unread: Unread): void {
    this.#log.unread(importId, unread)
  }

  /** How far the import is: stored with the next batch, for the case that it is interrupted. */
  updateProgress(importId: string, progress: Partial<ImportProgress>): void {
    this.#log.progress(importId, progress)
  }

  /** Ends the import in this state. */
  endImport(importId: string, state: ImportInfo['state'], progress: Partial<ImportProgress> = {}): Promise<ImportInfo> {
    return this.#log.end(importId, state, progress)
  }

  /** Somebody waits for what is to be written next: judging begins again behind it. */
  hurry(): void {
    this.#database.hurry()
  }

  /** All imports, oldest first. */
  async imports(): Promise<ImportInfo[]> {
    await this.#log.writeAll()
    return listImports(this.#database)
  }

  /** Every message accounted for, over one import or all. */
  async accounting(importId?: string): Promise<Accounting> {
    const infos = await this.imports()
    return sumAccounts(
      infos.filter(({ id }) => importId === undefined || id === importId).map((info) => info.accounting),
    )
  }

  /** Takes an import out with the messages that no other import has met. False where it is not there. */
  async removeImport(importId: string): Promise<boolean> {
    await this.#log.writeAll()
    const removed = await deleteImport(this.#database, importId)
    if (!removed) return false
    this.#writer.reset()
    await this.#judgeAll()
    await this.#database.checkpoint()
    return true
  }

  /** Takes out every import with all that was read. The person's own verdicts, the policy and the lists stay. */
  async startAfresh(): Promise<void> {
    await this.#log.writeAll()
    await deleteAllImports(this.#database)
    this.#writer.reset()
    await this.#judgeAll()
    await this.#database.checkpoint()
  }

  /**
   * Deletes everything: messages, records, imports, the person's verdicts and lists. A workspace file is deleted and made
   * anew, so that nothing of it can be read out of its unused space.
   */
  async eraseAll(): Promise<void> {
    await this.#database.close()
    try {
      if (this.location !== ':memory:') {
        for (const file of [this.location, `${this.location}.wal`]) await rm(file, { force: true })
      }
    } finally {
      // Also where the file could not be deleted: the store stays usable, with what it held.
      const again = await Store.open(this.location, this.#options)
      this.#database = again.#database
      this.#writer = again.#writer
      this.#queries = again.#queries
      this.#log = again.#log
      this.#pending = new PendingJudgement()
    }
  }

  /**
   * Judges the addresses that records were added for since the last time, or all where more has changed. While an import
   * runs, call it now and then.
   */
  async refreshVerdicts(): Promise<void> {
    if (await this.#pending.judge(this.#database)) this.#queries.changed()
  }

  /** The person's own verdict for these addresses; null takes it back. How many verdicts changed is the answer. */
  async setVerdict(addresses: string[], verdict: Verdict | null): Promise<number> {
    await this.refreshVerdicts()
    const changed = await verdicts.overrideAddresses(this.#database, addresses, verdict)
    this.#queries.changed()
    return changed
  }

  async setPolicy(policy: Policy): Promise<void> {
    await writePolicy(this.#database, policy)
    await this.#judgeAll()
  }

  /** Replaces the list of addresses and domains that are never to be removed. */
  async setNeverRemove(entries: string[]): Promise<void> {
    await writeNeverRemove(this.#database, entries)
    await this.#judgeAll()
  }

  async workspace(): Promise<Workspace> {
    const counted = await this.#database.read('SELECT count(*)::DOUBLE FROM records')
    return {
      imports: await this.imports(),
      records: Number(counted[0]?.[0] ?? 0),
      policy: await readPolicy(this.#database),
      neverRemove: await readNeverRemove(this.#database),
      ...(await this.#place()),
    }
  }

  summary(filter: Filter): Promise<Summary> {
    return this.#queries.summary(filter)
  }

  facets(filter: Filter): Promise<Facets> {
    return this.#queries.facets(filter)
  }

  /** What the charts are drawn from. */
  charts(filter: Filter): Promise<Charts> {
    return this.#queries.charts(filter)
  }

  page(request: PageRequest): Promise<Page> {
    return this.#queries.page(request)
  }

  /** Counts over everything, for a summary. */
  counts(): Promise<Counts> {
    return readCounts(this.#database)
  }

  /** What the strict policy removes beyond the careful one, whichever holds now. */
  strictCost(): Promise<StrictCost> {
    return readStrictCost(this.#database)
  }

  /** Counts over everything, for the overview. */
  overviewCounts(): Promise<OverviewInput> {
    return this.#queries.overviewCounts()
  }

  /** One record with what surrounds it; null where it is not there. */
  detail(id: string): Promise<RecordDetail | null> {
    return readDetail(this.#database, id)
  }

  /** Where the record's message lies; null where it is not there. */
  sourceOf(id: string): Promise<StoredSource | null> {
    return readSource(this.#database, id)
  }

  /** Records in the order in which they were read, in runs of some thousand; all of them unless told. */
  records(selection: Selection = EVERYTHING): AsyncGenerator<BounceRecord[]> {
    return streamRecords(this.#database, selection)
  }

  /** The records of messages met again, once for each further time, with their id and that time's source. */
  repeatedRecords(): AsyncGenerator<BounceRecord[]> {
    return streamRepeats(this.#database)
  }

  /** Writes every record as Parquet to one of `StoreOptions.mayWrite`; how many is the answer. */
  async writeParquet(path: string): Promise<number> {
    await this.refreshVerdicts()
    const { deleted, unread } = await this.accounting()
    return await writeParquet(this.#database, path, { deleted, unread: unread.length })
  }

  /** The selection's addresses, each once, sorted by their canonical form. */
  addresses(selection: Selection): AsyncGenerator<ListedAddress[]> {
    return streamAddresses(this.#database, selection)
  }

  /** The same addresses, each with the report that speaks for its verdict. */
  entries(selection: Selection): AsyncGenerator<ExportEntry[]> {
    return streamEntries(this.#database, selection)
  }

  /** How many addresses each list could hold within this filter and these records. */
  listSizes(within: Pick<Selection, 'filter' | 'records'>): Promise<ListSizes> {
    return this.#queries.listSizes(within)
  }

  /** What a person should know of the selection's addresses before they are used. */
  warnings(selection: Selection): Promise<ExportWarning[]> {
    return this.#queries.warnings(selection)
  }

  /** How many records and distinct addresses a selection holds. */
  count(selection: Selection): Promise<{ records: number; addresses: number }> {
    return countSelection(this.#database, selection)
  }

  /** Waits for what is being written, and closes the workspace. */
  async close(): Promise<void> {
    await this.#log.writeAll().catch(() => {})
    await this.#database.close()
  }

  /** The workspace file and its bytes, the log that is not folded into it yet among them. */
  async #place(): Promise<Pick<Workspace, 'file' | 'fileBytes'>> {
    if (this.location === ':memory:') return { file: null, fileBytes: null }
    const bytes = await Promise.all(
      [this.location, `${this.location}.wal`].map((file) =>
        stat(file).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    )
    return { file: this.location, fileBytes: bytes.reduce((sum, size) => sum + size, 0) }
  }

  async #judgeAll(): Promise<void> {
    this.#pending.all()
    this.#queries.changed()
    await this.refreshVerdicts()
  }
}
