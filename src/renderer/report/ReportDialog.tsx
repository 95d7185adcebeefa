/** Unrecognised bounces, saved so that others can learn their form: what is replaced, what stays, and the text itself. */
import { useEffect, useState } from 'react'
import type { ReportPreview, ReportResult } from '../../shared/api.ts'
import { closeDialog } from '../app/Dialogs.tsx'
import { fetchDownload } from '../lib/download.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { countOf, formatCount } from '../lib/format.ts'
import { api } from '../session/host.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Report.module.css'

export default function ReportDialog() {
  const [preview, setPreview] = useState<ReportPreview | null>(null)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<ReportResult | null>(null)
  const [failed, setFailed] = useState<string | null>(null)

  useEffect(() => {
    const abort = new AbortController()
    api()
      .reportPreview(undefined, { signal: abort.signal })
      .then((found) => !abort.signal.aborted && setPreview(found))
      .catch((error: unknown) => !abort.signal.aborted && !isAbort(error) && setFailed(sentenceOf(error)))
    return () => abort.abort()
  }, [])

  async function save(): Promise<void> {
    setSaving(true)
    setFailed(null)
    try {
      const result = await api().reportSave()
      if (result.download !== null) fetchDownload(result.download)
      setSaved(result.saved)
    } catch (error) {
      if (!isAbort(error)) setFailed(sentenceOf(error))
    } finally {
      setSaving(false)
    }
  }

  return (
    <Dialog
      open
      onClose={closeDialog}
      size="large"
      title="Save for a report"
      description="Addresses and the names beside them become pseudonyms, attachments go; header fields, server names, codes and all other words stay. Nothing is sent: look through it, and pass it on yourself."
      footer={
        <>
          <p className={styles.outcome} role="status">
            {failed !== null && <span className={styles.problem}>{failed}</span>}
            {saved !== null && failed === null && (
              <>
                {countOf(saved.count, 'bounce')} saved to <bdi>{saved.files[0]}</bdi>
              </>
            )}
          </p>
          <Button onClick={closeDialog}>{saved === null ? 'Cancel' : 'Done'}</Button>
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
      {preview === null ? (
        <section className={styles.preview} aria-label="Preview" aria-busy={failed === null} />
      ) : (
        <Preview preview={preview} />
      )}
    </Dialog>
  )
}

function Preview({ preview: { count, left, text, truncated, fileName } }: { preview: ReportPreview }) {
  return (
    <section className={styles.preview} aria-label="Preview">
      <p className={styles.total}>
        <strong>{countOf(count, 'bounce')}</strong>
        <span className={styles.soft}>{fileName}</span>
        {left > 0 && (
          <span className={styles.soft}>{formatCount(left)} left out: moved, changed, or too many for one report</span>
        )}
      </p>
      {count > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles.text} tabIndex={0} aria-label="Text of the report">
          <pre>
            {text}
            {truncated && <span className={styles.soft}>{'\n…'}</span>}
          </pre>
        </section>
      )}
    </section>
  )
}
