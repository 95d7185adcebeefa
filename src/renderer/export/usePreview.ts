/** The preview of what would be written, asked anew with every change of the choices. */
import { useEffect, useState } from 'react'
import type { ExportPreview, ExportRequest } from '../../shared/api.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { api } from '../session/host.ts'

export interface PreviewState {
  /** The last one that came: while another is waited for it answers older choices. */
  preview: ExportPreview | null
  waiting: boolean
  failed: string | null
}

export function usePreview(request: ExportRequest): PreviewState {
  const [state, setState] = useState<Omit<PreviewState, 'waiting'> & { of: string }>({
    of: '',
    preview: null,
    failed: null,
  })
  const key = JSON.stringify(request)
  useEffect(() => {
    const abort = new AbortController()
    const asked = JSON.parse(key) as ExportRequest
    api()
      .exportPreview(asked, { signal: abort.signal })
      .then((preview) => {
        if (!abort.signal.aborted) setState({ of: key, preview, failed: null })
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted && !isAbort(error)) setState({ of: key, preview: null, failed: sentenceOf(error) })
      })
    return () => abort.abort()
  }, [key])
  return { preview: state.preview, waiting: state.of !== key, failed: state.failed }
}
