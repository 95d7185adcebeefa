/** The preview of what would be written, asked anew with every change of the choices. */
import { useEffect, useState } from 'react'
import type { ExportPreview, ExportRequest } from '../../shared/api.ts'
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { api } from '../session/host.ts'

export interface PreviewState {
  preview: ExportPreview | null
  failed: string | null
}

export function usePreview(request: ExportRequest): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, failed: null })
  const key = JSON.stringify(request)
  useEffect(() => {
    const abort = new AbortController()
    const asked = JSON.parse(key) as ExportRequest
    api()
      .exportPreview(asked, { signal: abort.signal })
      .then((preview) => {
        if (!abort.signal.aborted) setState({ preview, failed: null })
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted && !isAbort(error)) setState({ preview: null, failed: sentenceOf(error) })
      })
    return () => abort.abort()
  }, [key])
  return state
}
