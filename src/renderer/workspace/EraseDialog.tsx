/** Asks before everything is erased. */

import { closeDialog } from '../app/Dialogs.tsx'
import { countOf } from '../lib/format.ts'
import { closeRecord } from '../session/record.ts'
import { forgetAllFilters } from '../session/saved.ts'
import { eraseAll } from '../session/workspace.ts'
import { NO_HISTORY } from '../state/history.ts'
import { useHistory, useImports } from '../state/stores.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNeverRemoveDraft } from './neverRemoveDraft.ts'

export default function EraseDialog() {
  const records = useImports((state) => state.workspace?.records ?? 0)
  const imports = useImports((state) => state.workspace?.imports.length ?? 0)

  async function erase(): Promise<void> {
    closeDialog()
    closeRecord()
    if (!(await eraseAll())) return
    useHistory.setState(NO_HISTORY)
    useNeverRemoveDraft.setState({ text: null })
    forgetAllFilters()
  }

  return (
    <Dialog
      open
      onClose={closeDialog}
      size="small"
      title="Erase everything?"
      footer={
        <>
          <Button onClick={closeDialog}>Keep it</Button>
          <Button look="danger" onClick={() => void erase()}>
            Erase everything
          </Button>
        </>
      }
    >
      <p>
        {countOf(imports, 'import')} with {countOf(records, 'record')}, your own verdicts, the policy, the never-remove
        list, saved filters and the list of files opened last go. This cannot be undone. Your mailbox files and exported
        lists are not touched.
      </p>
    </Dialog>
  )
}
