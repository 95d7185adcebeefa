/** What stands in the place of a part of the window that could not be drawn, with the way back. */
import type { ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { Button } from '../ui/Button.tsx'
import styles from './Failed.module.css'

/** Keeps a mistake in `children` from blanking the whole window. */
export function Guarded({ children }: { children: ReactNode }) {
  return <ErrorBoundary FallbackComponent={Failed}>{children}</ErrorBoundary>
}

function Failed({ error, resetErrorBoundary }: FallbackProps) {
  return (
    <div role="alert" className={styles.failed}>
      <h2>This part of the window failed</h2>
      <p>A mistake in Bounce Triage, not in your mail: what was read and decided is stored.</p>
      <Button look="primary" onClick={resetErrorBoundary}>
        Show it again
      </Button>
      <details>
        <summary>For a report</summary>
        <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </div>
  )
}
