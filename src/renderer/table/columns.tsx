/** The table's columns: what each shows, what it sorts by, and what its words mean. */
import type { ReactNode } from 'react'
import { describeEnhancedCode } from '../../shared/knowledge/enhancedCodes.ts'
import { causeLabel, faultLabel, kindLabel, providerLabel, providerName } from '../../shared/knowledge/labels.ts'
import { describeReplyCode } from '../../shared/knowledge/replyCodes.ts'
import type { Row, SortField } from '../../shared/query.ts'
import { baseName, formatDateShort } from '../lib/format.ts'
import { GroupWord, VerdictWord } from '../ui/Marks.tsx'
import styles from './cells.module.css'

export interface ColumnSpec {
  /** Also the field that the column sorts by. */
  id: SortField
  label: string
  /** One sentence for those who do not know the word. */
  hint: string
  /** Width at which it reads well, in CSS pixels. */
  size: number
  /** Width below which it says nothing. */
  least: number
  /** Width at which its longest words, or the longest of its usual ones, stand whole in a wide typeface. */
  whole?: number
  /** Newest first, gravest first: what the first click on the head asks for. */
  descendingFirst?: boolean
  hiddenAtFirst?: boolean
  cell(row: Row): ReactNode
  /** What there is to say beyond the cell: shown beside it, cut short or not. */
  tip?(row: Row): string | null
}

/** What stands where the message does not say. */
const silent = <span className={styles.silent}>–</span>

export const COLUMNS: readonly ColumnSpec[] = [
  {
    id: 'recipient',
    label: 'Recipient',
    hint: 'The address that was mailed.',
    size: 320,
    least: 214,
    cell: (row) => (row.recipient === null ? <em className={styles.silent}>Not named</em> : <bdi>{row.recipient}</bdi>),
  },
  {
    id: 'addressVerdict',
    label: 'Verdict',
    hint: 'What to do with this address, judged over everything that is known of it.',
    size: 112,
    least: 98,
    cell: (row) =>
      row.addressVerdict === null ? silent : <VerdictWord verdict={row.addressVerdict} own={row.overridden} />,
  },
  {
    id: 'cause',
    label: 'Cause',
    hint: 'What happened.',
    size: 226,
    least: 148,
    // `Technical fault in the message`
    whole: 214,
    cell: (row) =>
      row.cause === null ? <span className={styles.soft}>{kindLabel(row.kind)}</span> : causeLabel(row.cause),
  },
  {
    id: 'replyCode',
    label: 'Code',
    hint: 'Reply code: 5xx is refused for good, 4xx for now.',
    size: 58,
    least: 52,
    cell: (row) => row.replyCode ?? silent,
    tip: (row) => row.replyCode && describeReplyCode(row.replyCode),
  },
  {
    id: 'enhancedCode',
    label: 'Enhanced',
    hint: 'Enhanced status code: a finer reason in three numbers.',
    size: 84,
    least: 78,
    cell: (row) => row.enhancedCode ?? silent,
    tip: (row) => row.enhancedCode && describeEnhancedCode(row.enhancedCode),
  },
  {
    id: 'provider',
    label: 'Provider',
    hint: 'Who runs the mailbox, as far as the message shows.',
    size: 136,
    least: 92,
    // `Microsoft 365`
    whole: 108,
    cell: (row) => (row.provider === null ? silent : providerName(row.provider)),
    tip: (row) => longer(row.provider, providerName, providerLabel),
  },
  {
    id: 'reportedAt',
    label: 'Reported',
    hint: 'When the report was written, in your time zone.',
    size: 138,
    least: 130,
    descendingFirst: true,
    cell: (row) => formatDateShort(row.reportedAt) || silent,
  },
  {
    id: 'diagnostic',
    label: 'Diagnostic',
    hint: 'What the server said, first line.',
    size: 360,
    least: 160,
    cell: (row) => <bdi className={styles.soft}>{row.diagnostic ?? row.subject ?? ''}</bdi>,
  },
  {
    id: 'group',
    label: 'Group',
    hint: 'Hard: refused for good. Soft: refused for now. Timeout: no answer.',
    size: 96,
    least: 90,
    hiddenAtFirst: true,
    cell: (row) => (row.group === null ? silent : <GroupWord group={row.group} />),
  },
  {
    id: 'subject',
    label: 'Subject',
    hint: 'Subject of the report.',
    size: 240,
    least: 120,
    hiddenAtFirst: true,
    cell: (row) => <bdi>{row.subject ?? ''}</bdi>,
  },
  {
    id: 'fault',
    label: 'Who can mend it',
    hint: 'The address itself, its owner, you, the network, their server.',
    size: 150,
    least: 110,
    hiddenAtFirst: true,
    cell: (row) => (row.fault === null ? silent : faultLabel(row.fault)),
  },
  {
    id: 'domain',
    label: 'Domain',
    hint: 'What stands behind the @.',
    size: 180,
    least: 110,
    hiddenAtFirst: true,
    cell: (row) => <bdi>{row.address?.slice(row.address.lastIndexOf('@') + 1) ?? ''}</bdi>,
  },
  {
    id: 'kind',
    label: 'Kind',
    hint: 'Bounce, delay, complaint, automatic reply and so on.',
    size: 130,
    least: 90,
    hiddenAtFirst: true,
    cell: (row) => kindLabel(row.kind),
  },
  {
    id: 'file',
    label: 'File',
    hint: 'Where the message lies.',
    size: 180,
    least: 100,
    hiddenAtFirst: true,
    cell: (row) => <bdi>{baseName(row.file)}</bdi>,
    tip: (row) => longer(row.file, baseName, (file) => file),
  },
]

/** The long form of a value, where it says more than the short one that the cell shows. */
function longer(
  value: string | null,
  short: (value: string) => string,
  long: (value: string) => string,
): string | null {
  return value === null || short(value) === long(value) ? null : long(value)
}
