/** Always there: every message accounted for, and where the data lies. */

import { accountingLine, leftOutLine } from '../../shared/accounting.ts'
import { countOf } from '../lib/format.ts'
import { setConditions } from '../session/query.ts'
import { begin } from '../session/start.ts'
import { totalAccounting } from '../state/imports.ts'
import { useConnection, useImports, useUi } from '../state/stores.ts'
import { Lock, Warning } from '../ui/icons.tsx'
import styles from './StatusBar.module.css'

export function StatusBar() {
  const workspace = useImports((state) => state.workspace)
  const { status, message } = useConnection()
  const accounting = totalAccounting(workspace?.imports ?? [])
  const left = leftOutLine(accounting)
  const unread = accounting.unread.length
  return (
    <section className={styles.bar} aria-label="Accounting">
      {status === 'lost' && (
        <span className={styles.lost}>
          <Warning />
          {message}
          <button type="button" className={styles.unread} onClick={() => void begin()}>
            Try again
          </button>
        </span>
      )}
      {workspace !== null && (
        <p className={styles.text}>
          <span>{workspace.imports.length > 0 ? accountingLine(accounting) : 'Nothing read yet'}</span>
          <span className={styles.rest}>
            {left !== '' && <span className={styles.soft}>{left}</span>}
            {accounting.unrecognised > 0 && (
              <button
                type="button"
                className={styles.unread}
                title="Shows them: they look like bounces, but say in no known form whom they are about"
                onClick={() => setConditions([{ is: 'unrecognised' }])}
              >
                {countOf(accounting.unrecognised, 'bounce')} not recognised
              </button>
            )}
            {unread > 0 && (
              <button type="button" className={styles.unread} onClick={() => useUi.setState({ dialog: 'unread' })}>
                {countOf(unread, 'place')} could not be read
              </button>
            )}
          </span>
        </p>
      )}
      <button
        type="button"
        className={styles.local}
        title="The program never goes online. Where the data lies…"
        onClick={() => useUi.setState({ dialog: 'workspace', workspaceTab: 'data' })}
      >
        <Lock />
        <span className={styles.localWords}>Stays on this computer</span>
      </button>
    </section>
  )
}
