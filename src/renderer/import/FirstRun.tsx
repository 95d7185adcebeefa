/** What a newcomer sees: what this does, where to drop, how to come by a mailbox, and what happens to it. */
import { useCommand } from '../commands/useCommand.ts'
import { Button } from '../ui/Button.tsx'
import { Inbox, Lock } from '../ui/icons.tsx'
import styles from './FirstRun.module.css'
import { Guides } from './Guides.tsx'
import { RecentFiles } from './RecentFiles.tsx'

export function FirstRun() {
  const open = useCommand('file.open')
  const folder = useCommand('file.folder')
  const sample = useCommand('file.sample')
  const explain = useCommand('help.explain')
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>Which addresses should go, and which should stay?</h1>
        <p className={styles.lead}>
          Bounce Triage reads the mailbox your bounces came back to. It says for every address whether to remove it or
          keep it, and what to fix.
        </p>
        <section className={styles.drop} aria-label="Open a mailbox">
          <Inbox />
          <p className={styles.dropText}>Drop mailbox files or folders here</p>
          <div className={styles.buttons}>
            <Button look="primary" disabled={!open.enabled} onClick={open.run}>
              {open.label}
            </Button>
            <Button disabled={!folder.enabled} onClick={folder.run}>
              {folder.label}
            </Button>
            <Button disabled={!sample.enabled} onClick={sample.run}>
              {sample.label}
            </Button>
          </div>
          <p className={styles.soft}>
            mbox, .eml and Maildir, also packed as .zip, .tgz or .gz. Nothing is changed in them.
          </p>
        </section>
        <p className={styles.promise}>
          <Lock />
          <span>
            <strong>Nothing leaves this computer.</strong> The program never goes online: no account, no upload, no
            look-ups.
          </span>
        </p>
        <p className={styles.soft}>
          Only one reply at hand?{' '}
          <button type="button" className={styles.link} disabled={!explain.enabled} onClick={explain.run}>
            {explain.label}
          </button>
        </p>
        <RecentFiles />
        <Guides />
      </div>
    </main>
  )
}
