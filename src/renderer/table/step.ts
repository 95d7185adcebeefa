/** Moving the cursor of the table from elsewhere: next and previous record. */
import { useCursor, useResult, useUi } from '../state/stores.ts'
import { indexOf, layOut, lineAt } from './layout.ts'

/** Asks the table to follow the cursor: scroll to it, and open its record. */
type Follower = () => void
let follower: Follower | null = null

export function onStep(follow: Follower): () => void {
  follower = follow
  return () => {
    if (follower === follow) follower = null
  }
}

/** Goes to the next (1) or previous (-1) row, past heads of sections. */
export function stepRecord(by: 1 | -1): void {
  const { summary } = useResult.getState()
  if (summary === null) return
  const layout = layOut(summary, new Set(useUi.getState().closed))
  const { line } = useCursor.getState()
  let index = (line === 'columns' ? null : indexOf(layout, line)) ?? -1
  for (index += by; index >= 0 && index < layout.lines; index += by) {
    const next = lineAt(layout, index)
    if (next?.is !== 'row') continue
    useCursor.setState({ line: next })
    follower?.()
    return
  }
}
