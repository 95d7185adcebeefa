/**
 * TriageApi: every call and event between a window and the engine, declared once. Carriers (Electron's message port,
 * the web host's socket, the child process) and mocks derive from it. Inputs are validated where they arrive.
 */
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import {
  API_ERRORS,
  EXPORT_FORMATS,
  EXPORT_LISTS,
  type ExportWarningKind,
  LINE_ENDS,
  MAX_PAGE,
  POLICIES,
  type Policy,
} from './api-words.ts'
import { type BounceRecord, type Unread, VERDICTS, type Verdict } from './bounce.ts'
import type { Charts } from './charts.ts'
import type { ExplainAnswer } from './explained.ts'
import { carriesResend } from './knowledge/exportFormats/index.ts'
import type { OverviewFinding } from './overview.ts'
import {
  FACET_FIELDS,
  type Facets,
  type ImportInfo,
  type MessageSource,
  type Page,
  type RecordDetail,
  SECTIONS,
  SORT_FIELDS,
  type Summary,
} from './query.ts'

export * from './api-words.ts'

/** Longest text accepted in any one string: keeps a broken window from filling the engine's memory. */
const MAX_TEXT = 2_000
/** Longest pasted text, in characters. */
const MAX_PASTED = 64_000
/** Most values in one list. */
const MAX_LIST = 100_000

const text = z.string().max(MAX_TEXT)
const date = z.iso.date().nullable()
const perField = z.partialRecord(z.enum(FACET_FIELDS), z.array(text).max(MAX_LIST))

const filter = z.object({
  include: perField,
  exclude: perField,
  text,
  from: date,
  to: date,
  address: text.nullable(),
  unrecognised: z.boolean().default(false),
})
const sort = z.array(z.object({ field: z.enum(SORT_FIELDS), descending: z.boolean() })).max(SORT_FIELDS.length)
const recordId = z.string().regex(/^[0-9a-f]{32}:\d{1,6}$/)
const importId = z.string().regex(/^[0-9a-z-]{1,64}$/)
const verdict = z.enum(VERDICTS)

const exportRequest = z
  .object({
    format: z.enum(EXPORT_FORMATS),
    list: z.enum(EXPORT_LISTS).default('remove'),
    /** Of the removal list: address verdicts whose addresses go into it. The other list knows its verdict itself. */
    verdicts: z.array(verdict),
    /** Null: the whole workspace. */
    filter: filter.nullable(),
    /** Records that were selected: these only, or all of the filter's but these. Null: no selection. */
    selection: z
      .object({ is: z.enum(['only', 'except']), ids: z.array(recordId).max(MAX_LIST) })
      .nullable()
      .default(null),
    lineEnd: z.enum(LINE_ENDS),
  })
  .refine(({ list, format }) => list === 'remove' || carriesResend(format), {
    message: 'A service would stop mail to these addresses, which are to be written to again.',
  })
export type ExportRequest = z.infer<typeof exportRequest>

/** An address that a list cannot carry, and why. */
export interface RejectedAddress {
  address: string
  why: string
}

/** What a person should know before a list is used: of so many of its addresses (of imports, for `incomplete`). */
export interface ExportWarning {
  kind: ExportWarningKind
  count: number
  /** The first of them. */
  examples: string[]
}

/** What a list holds. */
export interface ExportCounts {
  /** Addresses (a list) or records (the audit). */
  count: number
  addresses: number
  /** The first addresses that it cannot carry; all are counted. */
  rejected: RejectedAddress[]
  rejectedTotal: number
}

export interface ListSizes {
  verdicts: Record<Verdict, number>
  resend: number
}

export interface ExportPreview extends ExportCounts {
  /** The first lines of the file, as they will stand in it. */
  head: string[]
  /** Lines that follow these, in all files; null for the audit, whose records may take several lines. */
  moreLines: number | null
  fileName: string
  /** How many files it takes. */
  files: number
  /** What could be chosen within the same filter and selection: addresses by verdict, and those to write to again. */
  sizes: ListSizes
  warnings: ExportWarning[]
}

export interface ExportResult extends ExportCounts {
  /** Where it was saved, in parts where the format has a limit; in a browser its name among the downloads. */
  files: string[]
}

/** What became of what was to be saved; nothing where the person cancelled. */
export interface Saved<T> {
  saved: T | null
  /** Where a browser fetches it. */
  download: string | null
  /** With this token `showSaved` shows it in its folder; null where the host cannot. */
  shown: string | null
}

export type ExportSaved = Saved<ExportResult>

/** Unrecognised bounces as they would be saved for a report: addresses replaced by pseudonyms. */
export interface ReportPreview {
  /** Messages in the report. */
  count: number
  /** Unrecognised bounces that cannot be in it: their file has gone or changed, or there are too many. */
  left: number
  /** The beginning of the report. */
  text: string
  truncated: boolean
  fileName: string
}

export interface ReportResult {
  count: number
  left: number
  /** Where it was saved (one file); in a browser its name among the downloads. */
  files: string[]
}

export interface Progress {
  importId: string
  state: ImportInfo['state']
  bytes: number
  totalBytes: number | null
  messages: number
  /** Bounces found so far. */
  found: number
  /** Messages a second over the last seconds. */
  rate: number
  file: string | null
  /** How far that file is, in bytes; null for small ones, which are read at once. */
  inFile: { bytes: number; totalBytes: number } | null
  elapsedMs: number
}

export type TriageEvent =
  | { type: 'progress'; progress: Progress }
  /** Records were added, removed or judged anew: pages, facets and counts are stale. */
  | { type: 'changed' }
  | { type: 'import-ended'; info: ImportInfo }
  /** The engine died and was started again on the same workspace. */
  | { type: 'engine-restarted'; interrupted: ImportInfo | null; message: string }
  | { type: 'engine-lost'; message: string }
  /** Files that came from outside the window: command line, open-file, second instance. */
  | { type: 'opened'; importId: string }

export interface StrictCost {
  /** Addresses with a hard bounce of which no report says that they are dead. */
  addresses: number
  /** Of these, addresses of which every report says that the mailbox is fine. */
  fine: number
}

export interface Workspace {
  imports: ImportInfo[]
  records: number
  policy: Policy
  neverRemove: string[]
  /** Where the workspace lies; null when it is held in memory only. */
  file: string | null
  /** Bytes that it takes on the disk. */
  fileBytes: number | null
}

const call = oc.errors(API_ERRORS)

/** What window and engine have in common: hosts pass these on unchanged. */
const common = {
  cancel: call.input(z.object({ importId })).output(type<{ cancelled: boolean }>()),
  events: call.output(eventIterator(type<TriageEvent>())),
  workspace: call.output(type<Workspace>()),
  summary: call.input(z.object({ filter })).output(type<Summary>()),
  page: call
    .input(
      z.object({
        filter,
        sort,
        section: z.enum(SECTIONS).nullable(),
        closed: z.array(z.enum(SECTIONS)).max(SECTIONS.length).optional(),
        offset: z.int().min(0),
        limit: z.int().min(1).max(MAX_PAGE),
      }),
    )
    .output(type<Page>()),
  /** What stands out over everything that was read, worst first. */
  overview: call.output(type<OverviewFinding[]>()),
  facets: call.input(z.object({ filter })).output(type<Facets>()),
  /** Bounces by day and group, and by provider and cause. */
  charts: call.input(z.object({ filter })).output(type<Charts>()),
  record: call.input(z.object({ id: recordId })).output(type<RecordDetail>()),
  messageSource: call.input(z.object({ id: recordId })).output(type<MessageSource>()),
  /** Null takes the person's own verdict back. */
  setVerdict: call
    .input(z.object({ addresses: z.array(text).max(MAX_LIST), verdict: verdict.nullable() }))
    .output(type<{ changed: number }>()),
  setPolicy: call.input(z.object({ policy: z.enum(POLICIES) })).output(type<Workspace>()),
  setNeverRemove: call.input(z.object({ entries: z.array(text).max(MAX_LIST) })).output(type<Workspace>()),
  removeImport: call.input(z.object({ importId })).output(type<Workspace>()),
  /** Takes out all imports; the person's own verdicts, the policy and the never-remove list stay. */
  startAfresh: call.output(type<Workspace>()),
  /** Deletes everything, those too. */
  eraseAll: call.output(type<Workspace>()),
  /** Judges a pasted reply, or the text of a whole bounce. */
  explain: call
    .input(z.object({ reply: z.string().max(MAX_PASTED), remoteMta: text.optional(), recipient: text.optional() }))
    .output(type<ExplainAnswer>()),
  /** What the strict policy would remove beyond the careful one. */
  strictCost: call.output(type<StrictCost>()),
  exportPreview: call.input(exportRequest).output(type<ExportPreview>()),
  reportPreview: call.output(type<ReportPreview>()),
}

/** A promise that a file was chosen by the person: the only way a window can name one. */
const grant = z.string().regex(/^[0-9a-f]{32}$/)

/** What a window may call. */
export const triageContract = {
  ...common,
  /** Starts an import of files that were granted; null opens the host's picker. Answers as soon as it has begun. */
  open: call.input(z.object({ grants: z.array(grant).min(1).max(10_000) })).output(type<{ importId: string }>()),
  /** Shows the host's own picker where it has one; no grants where the person cancelled. */
  pick: call.input(z.object({ what: z.enum(['files', 'folder']) })).output(type<{ grants: string[] }>()),
  /** Asks where (a dialog, or the browser's downloads) and writes it there. */
  exportSave: call.input(exportRequest).output(type<ExportSaved>()),
  /** Saves the unrecognised bounces for a report, as `exportSave` does. */
  reportSave: call.output(type<Saved<ReportResult>>()),
  /** Shows in its folder what was saved here: an export, by its token, or the workspace file. */
  showSaved: call
    .input(z.object({ what: z.union([grant, z.literal('workspace')]) }))
    .output(type<{ shown: boolean }>()),
  /** Imports the sample mailbox that comes with the app. */
  openSample: call.output(type<{ importId: string }>()),
  /** The files opened last, newest first, granted anew; none where the host cannot open them again. */
  recent: call.output(type<RecentFile[]>()),
  /** Forgets them; the files stay. */
  clearRecent: call.output(type<RecentFile[]>()),
  host: call.output(type<HostInfo>()),
}

/** What a host calls on the engine: paths instead of grants. Never exposed to a window. */
export const engineContract = {
  ...common,
  openPaths: call
    .input(z.object({ paths: z.array(z.object({ path: z.string(), label: z.string(), spooled: z.boolean() })).min(1) }))
    .output(type<{ importId: string }>()),
  exportTo: call
    .input(
      z.object({
        request: exportRequest,
        path: z.string(),
        /** The person was asked about `path` alone: parts of a split list replace no file that is there. */
        keepOthers: z.boolean().default(false),
      }),
    )
    .output(type<ExportResult>()),
  reportTo: call.input(z.object({ path: z.string() })).output(type<ReportResult>()),
  /** Ends running work, closes the workspace. */
  shutdown: call.output(type<{ closed: true }>()),
}

/** What differs between hosts and a window must know. */
export interface HostInfo {
  kind: 'electron' | 'web'
  /** The host has a picker of its own (`pick`); else the window uses the browser's file input. */
  picker: boolean
  /** The host can show a file in its folder. */
  showsFiles: boolean
  version: string
  platform: string
  /** The sample mailbox is at hand. */
  sample: boolean
}

/** A file or folder that was opened before and is still there. */
export interface RecentFile {
  /** Opens it: a new one with each list. */
  grant: string
  path: string
  /** ISO 8601, UTC. */
  openedAt: string
}

export type { BounceRecord, Unread }
