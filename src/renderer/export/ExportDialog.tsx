/** Which addresses, in which form, where to: with a preview of what will stand in the file. */
import { useState } from 'react'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/api-words.ts'
import { closeDialog } from '../app/Dialogs.tsx'
import { fetchDownload } from '../lib/download.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { loadPreference, savePreference } from '../lib/preferences.ts'
import { api } from '../session/host.ts'
import { countSelected } from '../state/selection.ts'
import { useQuery, useResult, useSelection } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Choices } from './Choices.tsx'
import styles from './Export.module.css'
import { FormatChoice } from './FormatChoice.tsx'
import { type Ended, Outcome } from './Outcome.tsx'
import { Preview } from './Preview.tsx'
import { type ExportChoices, firstChoices, toRequest } from './request.ts'
import { usePreview } from './usePreview.ts'

/** The format that was used last: most people feed one service. */
const KEPT = { format: 'plain' as string }

/** Enter saves, wherever the keyboard is among the choices. */
const FORM = 'export'

export default function ExportDialog() {
  const onClose = closeDialog
  const conditions = useQuery((query) => query.conditions)
  const selection = useSelection((state) => state.selection)
  const matching = useResult((result) => result.summary?.records ?? 0)
  const selected = countSelected(selection, matching)
  const [choices, setChoices] = useState(() => firstChoices(selected, lastFormat()))
  const [saving, setSaving] = useState(false)
  const [ended, setEnded] = useState<Ended | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const request = toRequest(choices, conditions, selection)
  const { preview, waiting, failed: previewFailed } = usePreview(request)

  function choose(next: ExportChoices): void {
    setChoices(next)
    setEnded(null)
    setFailed(null)
  }

  async function save(): Promise<void> {
    setSaving(true)
    setEnded(null)
    setFailed(null)
    try {
      const { saved, download, shown } = await api().exportSave(request)
      if (download !== null) fetchDownload(download)
      if (saved !== null) {
        savePreference('export', { format: request.format })
        setEnded({ saved, download, shown })
      }
    } catch (error) {
      if (!isAbort(error)) setFailed(sentenceOf(error))
    } finally {
      setSaving(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title="Export"
      description="A list for your mail system, or the whole record for your files."
      footer={
        <>
          <Outcome ended={ended} problem={failed ?? previewFailed} />
          <Button onClick={onClose}>{ended === null ? 'Cancel' : 'Done'}</Button>
          <Button look="primary" type="submit" form={FORM} disabled={saving || preview === null || preview.count === 0}>
            {saving ? 'Saving…' : 'Save…'}
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles.choices}>
          <Choices
            choices={choices}
            choose={choose}
            selected={selected}
            filtered={conditions.length > 0}
            sizes={preview?.sizes ?? null}
          />
          <FormatChoice choices={choices} choose={choose} />
        </div>
        <Preview preview={preview} request={request} waiting={waiting} />
      </form>
    </Dialog>
  )
}

function lastFormat(): ExportFormat {
  const { format } = loadPreference('export', KEPT)
  return EXPORT_FORMATS.find((name) => name === format) ?? 'plain'
}
