/** Verdicts the person gave, so that they can be undone and done again. Pure transitions. */
import type { Verdict } from '../../shared/bounce.ts'

/** Null: the rules' verdict. */
export type OwnVerdict = Verdict | null

/** One act: these addresses, each with the person's verdict before it, got `after`. */
export interface VerdictChange {
  before: ReadonlyMap<string, OwnVerdict>
  after: OwnVerdict
}

export interface History {
  done: readonly VerdictChange[]
  undone: readonly VerdictChange[]
}

/** Acts kept: enough for any change of mind, few enough to hold large selections. */
export const MAX_ACTS = 50

export const NO_HISTORY: History = { done: [], undone: [] }

export function recorded(history: History, change: VerdictChange): History {
  return { done: [...history.done, change].slice(-MAX_ACTS), undone: [] }
}

/** The history without an act that could not be done. */
export function forgotten(history: History, change: VerdictChange): History {
  const others = (changes: readonly VerdictChange[]) => changes.filter((one) => one !== change)
  return { done: others(history.done), undone: others(history.undone) }
}

export function undo(history: History): { history: History; change: VerdictChange } | null {
  const change = history.done.at(-1)
  if (!change) return null
  return { change, history: { done: history.done.slice(0, -1), undone: [...history.undone, change] } }
}

export function redo(history: History): { history: History; change: VerdictChange } | null {
  const change = history.undone.at(-1)
  if (!change) return null
  return { change, history: { done: [...history.done, change], undone: history.undone.slice(0, -1) } }
}

/** The calls that bring the former verdicts back: addresses by the verdict each had. */
export function restoring(change: VerdictChange): { verdict: OwnVerdict; addresses: string[] }[] {
  const byVerdict = new Map<OwnVerdict, string[]>()
  for (const [address, verdict] of change.before) {
    const addresses = byVerdict.get(verdict)
    if (addresses) addresses.push(address)
    else byVerdict.set(verdict, [address])
  }
  return [...byVerdict].map(([verdict, addresses]) => ({ verdict, addresses }))
}
