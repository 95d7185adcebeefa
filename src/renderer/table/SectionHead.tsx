// biome-ignore-all lint/a11y/useSemanticElements: a grid of its own making, after the WAI-ARIA grid pattern
// biome-ignore-all lint/a11y/useFocusableInteractive: in that pattern cells take the focus, rows do not
/** The head of a section: its mark, its name, how much is in it; pressed, it opens or closes. */
import { countOf, formatCount } from '../lib/format.ts'
import { ChevronDown, ChevronRight } from '../ui/icons.tsx'
import { GroupMark } from '../ui/Marks.tsx'
import type { SectionSpan } from './layout.ts'
import { groupOf, SECTION_WORDS } from './sections.ts'
import styles from './Table.module.css'

interface SectionHeadProps {
  span: SectionSpan
  columns: number
  /** Distance from the top; null where it sticks below the column heads. */
  top: number | null
  focusable: boolean
  onToggle(): void
}

export function SectionHead({ span, columns, top, focusable, onToggle }: SectionHeadProps) {
  const { label, hint } = SECTION_WORDS[span.section]
  const group = groupOf(span.section)
  return (
    <div
      role="row"
      aria-rowindex={span.start + 2}
      data-line={span.start}
      className={`${styles.sectionRow} ${top === null ? styles.stuck : styles.placed}`}
      style={top === null ? undefined : { transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colspan={columns} className={styles.sectionCell}>
        <button
          type="button"
          className={styles.section}
          aria-expanded={span.open}
          data-column={0}
          tabIndex={focusable ? 0 : -1}
          onClick={onToggle}
        >
          {span.open ? <ChevronDown /> : <ChevronRight />}
          {group && <GroupMark group={group} />}
          <span className={styles.sectionName}>{label}</span>
          <span className={styles.sectionCount}>{formatCount(span.records)}</span>
          <span className={styles.sectionHint}>
            {hint}
            {span.addresses > 0 && ` · ${countOf(span.addresses, 'address', 'addresses')}`}
          </span>
        </button>
      </div>
    </div>
  )
}
