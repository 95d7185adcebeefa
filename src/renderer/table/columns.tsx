/** The table's columns: what each shows, what it sorts by, and what its words mean. */
import type { ReactNode } from 'react'
import { causeLabel, kindLabel, providerLabel } from '../../shared/knowledge/labels.ts'
import type { Row, SortField } from '../../shared/query.ts'
import { formatDateShort } from '../lib/format.ts'
import { GroupWord, VerdictWord } from '../ui/Marks.tsx'
import styles from './cells.module.css'

export interface ColumnSpec {
  id: SortField | 'group' | 'subject'
  label: string
  /** One sentence for those who do not know the word. */
  hint: string
  /** Width to begin with, in CSS pixels. */
  size: number
  sortable: boolean
  /** Newest first, gravest first: what the first click on the head asks for. */
  descendingFirst?: boolean
  hiddenAtFirst?: boolean
  cell(row: Row): ReactNode
}

/** What stands where the message does not say. */
const silent = <span className={styles.silent}>–</span>

export const COLUMNS: readonly ColumnSpec[] = [
  {
    id: 'recipient',
    label: 'Recipient',
    hint: 'The address that was mailed.',
    size: 230,
    sortable: true,
    cell: (row) => (row.recipient === null ? <em className={styles.silent}>Not named</em> : <bdi>{row.recipient}</bdi>),
  },
  {
    id: 'addressVerdict',
    label: 'Verdict',
    hint: 'What to do with this address, judged over everything that is known of it.',
    size: 128,
    sortable: true,
    cell: (row) =>
      row.addressVerdict === null ? silent : <VerdictWord verdict={row.addressVerdict} own={row.overridden} />,
  },
  {
    id: 'cause',
    label: 'Cause',
    hint: 'What happened.',
    size: 168,
    sortable: true,
    cell: (row) =>
      row.cause === null ? <span className={styles.soft}>{kindLabel(row.kind)}</span> : causeLabel(row.cause),
  },
  {
    id: 'replyCode',
    label: 'Code',
    hint: 'Reply code: 5xx is refused for good, 4xx for now.',
    size: 58,
    sortable: true,
    cell: (row) => row.replyCode ?? silent,
  },
  {
    id: 'enhancedCode',
    label: 'Enhanced',
    hint: 'Enhanced status code: a finer reason in three numbers.',
    size: 82,
    sortable: true,
    cell: (row) => row.enhancedCode ?? silent,
  },
  {
    id: 'provider',
    label: 'Provider',
    hint: 'Who runs the mailbox, as far as the message shows.',
    size: 150,
    sortable: true,
    cell: (row) => (row.provider === null ? silent : providerLabel(row.provider)),
  },
  {
    id: 'reportedAt',
    label: 'Reported',
    hint: 'When the report was written, in your time zone.',
    size: 138,
    sortable: true,
    descendingFirst: true,
    cell: (row) => formatDateShort(row.reportedAt) || silent,
  },
  {
    id: 'diagnostic',
    label: 'Diagnostic',
    hint: 'What the server said, first line.',
    size: 320,
    sortable: true,
    cell: (row) => <bdi className={styles.soft}>{row.diagnostic ?? row.subject ?? ''}</bdi>,
  },
  {
    id: 'group',
    label: 'Group',
    hint: 'Hard: refused for good. Soft: refused for now. Timeout: no answer.',
    size: 96,
    sortable: false,
    hiddenAtFirst: true,
    cell: (row) => (row.group === null ? silent : <GroupWord group={row.group} />),
  },
  {
    id: 'subject',
    label: 'Subject',
    hint: 'Subject of the report.',
    size: 240,
    sortable: false,
    hiddenAtFirst: true,
    cell: (row) => <bdi>{row.subject ?? ''}</bdi>,
  },
]
