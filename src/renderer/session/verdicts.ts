/** Giving addresses the person's own verdict, and taking it back. Shown at once, confirmed by the engine. */

import { verdictLabel } from '../../shared/knowledge/labels.ts'
import { countOf } from '../lib/format.ts'
import { forgotten, type OwnVerdict, recorded, redo, restoring, undo, type VerdictChange } from '../state/history.ts'
import { patchRows } from '../state/pages.ts'
import { useHistory, useResult, useUi } from '../state/stores.ts'
import { withoutOffer } from '../state/ui.ts'
import { readFindings } from './findings.ts'
import { api } from './host.ts'
import { notify, notifyError } from './notices.ts'
import { rereadRecord } from './record.ts'
import { reread } from './results.ts'

/** Addresses in one call: the contract's longest list. */
const MAX_ADDRESSES = 100_000

/** Verdicts given in this window: newer than what a selection remembers. */
const given = new Map<string, OwnVerdict>()

/** Gives these addresses a verdict, or the rules' own with null. `own` holds the person's verdict for each before. */
export async function giveVerdict(own: ReadonlyMap<string, OwnVerdict>, after: OwnVerdict): Promise<void> {
  if (own.size === 0) return
  const before = new Map([...own].map(([address, verdict]) => [address, given.get(address) ?? verdict]))
  const change = { before, after }
  // At once, for what is shown at once can be undone at once.
  useHistory.setState(recorded(useHistory.getState(), change))
  if (!(await apply(change))) {
    useHistory.setState((history) => forgotten(history, change))
    return
  }
  const who = own.size === 1 ? ([...own.keys()][0] ?? '') : countOf(own.size, 'address', 'addresses')
  const what = after === null ? 'judged by the rules again' : `set to ${verdictLabel(after).toLowerCase()}`
  notify(`${who}: ${what}.`, { label: 'Undo', command: 'edit.undo' })
}

export async function undoVerdict(): Promise<void> {
  const back = undo(useHistory.getState())
  if (!back) return
  useHistory.setState(back.history)
  useUi.setState((state) => withoutOffer(state, 'edit.undo'))
  await inTurn(async () => {
    for (const { verdict, addresses } of restoring(back.change)) await set(addresses, verdict)
    await refresh()
  })
}

export async function redoVerdict(): Promise<void> {
  const again = redo(useHistory.getState())
  if (!again) return
  useHistory.setState(again.history)
  await apply(again.change)
}

let last: Promise<unknown> = Promise.resolve()

/** Changes reach the engine in the order in which they were made, however fast they follow each other. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}

async function apply(change: VerdictChange): Promise<boolean> {
  const addresses = [...change.before.keys()]
  const { after } = change
  if (after !== null) {
    const touched = new Set(addresses)
    useResult.setState(({ pages }) => ({
      pages: patchRows(pages, touched, (row) => ({ ...row, addressVerdict: after, overridden: true })),
    }))
  }
  return inTurn(async () => {
    const made = await set(addresses, after)
    await refresh()
    return made
  })
}

async function set(addresses: string[], verdict: OwnVerdict): Promise<boolean> {
  try {
    for (let at = 0; at < addresses.length; at += MAX_ADDRESSES) {
      const part = addresses.slice(at, at + MAX_ADDRESSES)
      await api().setVerdict({ addresses: part, verdict })
      for (const address of part) given.set(address, verdict)
    }
    return true
  } catch (error) {
    notifyError(error)
    return false
  }
}

async function refresh(): Promise<void> {
  await Promise.all([reread(), rereadRecord(), readFindings()])
}
