/** Which addresses, in which form, where to: with a preview of what will stand in the file. */
import { useEffect, useState } from 'react'
import type { ExportResult } from '../../shared/api.ts'
import { EXPORT_FORMATS, LINE_ENDS } from '../../shared/api-words.ts'
import { VERDICTS } from '../../shared/bounce.ts'
import { verdictLabel } from '../../shared/knowledge/labels.ts'
import { EMPTY_FILTER, type Summary } from '../../shared/query.ts'
import { closeDialog } from '../app/Dialogs.tsx'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { api } from '../session/host.ts'
import { useQuery } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { VerdictMark } from '../ui/Marks.tsx'
import styles from './Export.module.css'
import { Preview } from './Preview.tsx'
import { type ExportChoices, FIRST_CHOICES, FORMAT_WORDS, toggleVerdict, toRequest, withFormat } from './request.ts'
import { usePreview } from './usePreview.ts'

const LINE_END_WORDS = { lf: 'LF (Linux, macOS)', crlf: 'CRLF (Windows, RFC 4180)' } as const

export default function ExportDialog() {
  const onClose = closeDialog
  const conditions = useQuery((query) => query.conditions)
  const [choices, setChoices] = useState<ExportChoices>(FIRST_CHOICES)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<ExportResult | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const request = toRequest(choices, conditions)
  const { preview, failed: previewFailed } = usePreview(request)
  const summary = useScopeSummary(request.filter)

  function choose(next: ExportChoices): void {
    setChoices(next)
    setSaved(null)
    setFailed(null)
  }

  async function save(): Promise<void> {
    setSaving(true)
    setFailed(null)
    try {
      const result = await api().exportSave(request)
      if (result.download !== null) download(result.download)
      setSaved(result.saved)
    } catch (error) {
      if (!isAbort(error)) setFailed(sentenceOf(error))
    } finally {
      setSaving(false)
    }
  }

  const problem = failed ?? previewFailed
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title="Export"
      description="A list for your mail system, or the whole record for your files."
      footer={
        <>
          <p className={styles.outcome} role="status">
            {problem !== null && <span className={styles.problem}>{problem}</span>}
            {saved !== null && problem === null && (
              <>
                {countOf(saved.addresses, 'address', 'addresses')} saved to <bdi>{saved.file}</bdi>
                {saved.rejectedTotal > 0 && `, ${formatCount(saved.rejectedTotal)} left out`}
              </>
            )}
          </p>
          <Button onClick={onClose}>{saved === null ? 'Cancel' : 'Done'}</Button>
          <Button
            look="primary"
            disabled={saving || preview === null || preview.count === 0}
            onClick={() => void save()}
          >
            Save…
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.choices}>
          {conditions.length > 0 && (
            <fieldset className={styles.field}>
              <legend>From</legend>
              <Radio
                name="scope"
                label="Everything"
                checked={choices.scope === 'all'}
                onChange={() => choose({ ...choices, scope: 'all' })}
              />
              <Radio
                name="scope"
                label="What the filters show"
                checked={choices.scope === 'filter'}
                onChange={() => choose({ ...choices, scope: 'filter' })}
              />
            </fieldset>
          )}
          <fieldset className={styles.field}>
            <legend>Addresses to</legend>
            {VERDICTS.map((verdict) => (
              <label key={verdict} className={styles.option}>
                <input
                  type="checkbox"
                  checked={choices.verdicts.includes(verdict)}
                  onChange={() => choose(toggleVerdict(choices, verdict))}
                />
                <VerdictMark verdict={verdict} />
                <span className={styles.optionLabel}>{verdictLabel(verdict)}</span>
                <span className={styles.number}>
                  {summary === null ? '' : formatCount(summary.addressVerdicts[verdict])}
                </span>
              </label>
            ))}
          </fieldset>
          <fieldset className={styles.field}>
            <legend>Format</legend>
            {EXPORT_FORMATS.map((format) => (
              <Radio
                key={format}
                name="format"
                label={FORMAT_WORDS[format].label}
                hint={FORMAT_WORDS[format].hint}
                checked={choices.format === format}
                onChange={() => choose(withFormat(choices, format))}
              />
            ))}
          </fieldset>
          <fieldset className={styles.field}>
            <legend>Line ends</legend>
            {LINE_ENDS.map((lineEnd) => (
              <Radio
                key={lineEnd}
                name="line-end"
                label={LINE_END_WORDS[lineEnd]}
                checked={choices.lineEnd === lineEnd}
                onChange={() => choose({ ...choices, lineEnd })}
              />
            ))}
          </fieldset>
        </div>
        <Preview preview={preview} format={choices.format} />
      </div>
    </Dialog>
  )
}

interface RadioProps {
  name: string
  label: string
  hint?: string
  checked: boolean
  onChange(): void
}

function Radio({ name, label, hint, checked, onChange }: RadioProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} checked={checked} onChange={onChange} />
      <span className={styles.optionLabel}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  )
}

/** How many addresses each verdict has within what is to be exported. */
function useScopeSummary(filter: ReturnType<typeof toRequest>['filter']): Summary | null {
  const [summary, setSummary] = useState<Summary | null>(null)
  const key = JSON.stringify(filter ?? EMPTY_FILTER)
  useEffect(() => {
    let current = true
    api()
      .summary({ filter: JSON.parse(key) })
      .then((found) => current && setSummary(found))
      .catch(() => current && setSummary(null))
    return () => {
      current = false
    }
  }, [key])
  return summary
}

/** Hands a file of the web host to the browser's downloads. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
