/** In which form, and where it goes then. */
import { useId } from 'react'
import { EXPORT_FORMATS, type ExportFormat, LINE_ENDS } from '../../shared/api-words.ts'
import { carriesResend, FORMAT_INFO, type FormatInfo } from '../../shared/knowledge/exportFormats/index.ts'
import { limitOf, STANDING_WARNINGS, STANDING_WORDS } from '../../shared/knowledge/exportFormats/words.ts'
import { Warning } from '../ui/icons.tsx'
import styles from './Export.module.css'
import { type ExportChoices, withFormat } from './request.ts'

const GROUPS: { group: FormatInfo['group']; label: string }[] = [
  { group: 'list', label: 'Lists' },
  { group: 'service', label: 'Services' },
  { group: 'file', label: 'Files' },
]
const LINE_END_WORDS = { lf: 'LF (Linux, macOS)', crlf: 'CRLF (Windows, RFC 4180)' } as const

interface FormatChoiceProps {
  choices: ExportChoices
  choose(next: ExportChoices): void
}

export function FormatChoice({ choices, choose }: FormatChoiceProps) {
  const [format, lineEnd, about] = [useId(), useId(), useId()]
  const offered = EXPORT_FORMATS.filter((name) => choices.list === 'remove' || carriesResend(name))
  return (
    <div className={styles.field}>
      <label htmlFor={format}>Format</label>
      <select
        id={format}
        className={styles.select}
        value={choices.format}
        aria-describedby={about}
        onChange={(event) => choose(withFormat(choices, event.target.value as ExportFormat))}
      >
        {GROUPS.map(({ group, label }) => {
          const names = offered.filter((name) => FORMAT_INFO[name].group === group)
          return (
            names.length > 0 && (
              <optgroup key={group} label={label}>
                {names.map((name) => (
                  <option key={name} value={name}>
                    {optionLabel(FORMAT_INFO[name])}
                  </option>
                ))}
              </optgroup>
            )
          )
        })}
      </select>
      <label className={styles.inline} htmlFor={lineEnd}>
        <span>Line ends</span>
        <select
          id={lineEnd}
          className={styles.select}
          value={choices.lineEnd}
          onChange={(event) => choose({ ...choices, lineEnd: event.target.value as ExportChoices['lineEnd'] })}
        >
          {LINE_ENDS.map((one) => (
            <option key={one} value={one}>
              {LINE_END_WORDS[one]}
            </option>
          ))}
        </select>
      </label>
      <About id={about} info={FORMAT_INFO[choices.format]} />
    </div>
  )
}

function optionLabel({ label, standing }: FormatInfo): string {
  return standing === 'documented' ? label : `${label} – ${STANDING_WORDS[standing].toLowerCase()}`
}

function About({ id, info }: { id: string; info: FormatInfo }) {
  const { hint, upload, note, standing } = info
  const warning = STANDING_WARNINGS[standing]
  const limit = limitOf(info)
  return (
    <div id={id} className={styles.about}>
      <p>{hint}</p>
      {upload !== null && (
        <p>
          <span className={styles.aboutHead}>Where it goes:</span> {upload}
        </p>
      )}
      {limit !== null && <p>{limit}</p>}
      {note !== null && <p>{note}</p>}
      {warning !== null && (
        <p className={styles.doubt}>
          <Warning />
          <span>{warning}</span>
        </p>
      )}
    </div>
  )
}
