/** The workspace: what was read into it, who is never removed, how strictly it judges, where it lies. */
import { Tabs } from '@base-ui/react/tabs'
import { closeDialog } from '../app/Dialogs.tsx'
import { useUi } from '../state/stores.ts'
import type { WorkspaceTab } from '../state/ui.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DataPlace } from './DataPlace.tsx'
import { Imports } from './Imports.tsx'
import { NeverRemove } from './NeverRemove.tsx'
import { useNeverRemoveDraft } from './neverRemoveDraft.ts'
import { PolicyChoice } from './PolicyChoice.tsx'
import styles from './Workspace.module.css'

const TABS: { tab: WorkspaceTab; label: string }[] = [
  { tab: 'imports', label: 'Imports' },
  { tab: 'never-remove', label: 'Never remove' },
  { tab: 'policy', label: 'Policy' },
  { tab: 'data', label: 'Data' },
]

export default function WorkspaceDialog() {
  const tab = useUi((state) => state.workspaceTab)
  const unsaved = useNeverRemoveDraft((state) => state.text !== null)
  return (
    <Dialog open onClose={closeDialog} title="Workspace">
      <Tabs.Root value={tab} onValueChange={(value) => useUi.setState({ workspaceTab: value as WorkspaceTab })}>
        <Tabs.List className={styles.tabList}>
          {TABS.map((one) => (
            <Tabs.Tab key={one.tab} value={one.tab} className={styles.tab}>
              {one.label}
              {one.tab === 'never-remove' && unsaved && (
                <>
                  {' '}
                  <span className={styles.unsaved}>not saved</span>
                </>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="imports" className={styles.panel}>
          <Imports />
        </Tabs.Panel>
        <Tabs.Panel value="never-remove" className={styles.panel}>
          <NeverRemove />
        </Tabs.Panel>
        <Tabs.Panel value="policy" className={styles.panel}>
          <PolicyChoice />
        </Tabs.Panel>
        <Tabs.Panel value="data" className={styles.panel}>
          <DataPlace />
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  )
}
