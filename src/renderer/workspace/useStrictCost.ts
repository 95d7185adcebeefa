/** What the strict policy would cost, read anew whenever the workspace is. */
import { useEffect, useState } from 'react'
import type { StrictCost } from '../../shared/api.ts'
import { api } from '../session/host.ts'
import { notifyError } from '../session/notices.ts'
import { useImports } from '../state/stores.ts'

/** Null until it is known, and where it cannot be read. */
export function useStrictCost(): StrictCost | null {
  const workspace = useImports((state) => state.workspace)
  const [cost, setCost] = useState<StrictCost | null>(null)
  useEffect(() => {
    if (workspace === null) return
    let stale = false
    const read = async () => {
      try {
        const answer = await api().strictCost()
        if (!stale) setCost(answer)
      } catch (error) {
        if (!stale) notifyError(error)
      }
    }
    void read()
    return () => {
      stale = true
    }
  }, [workspace])
  return cost
}
