/** One of several choices, with a line about it. */
import styles from './Export.module.css'

interface RadioProps {
  name: string
  label: string
  hint?: string
  /** How many it stands for. */
  number?: string
  checked: boolean
  onChange(): void
}

export function Radio({ name, label, hint, number, checked, onChange }: RadioProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} aria-label={label} checked={checked} onChange={onChange} />
      <span className={styles.optionLabel}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      {number !== undefined && <span className={styles.number}>{number}</span>}
    </label>
  )
}
