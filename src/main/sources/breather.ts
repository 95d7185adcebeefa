import { setImmediate } from 'node:timers/promises'
import { BREATH_MS } from './limits.ts'

/** Lets the thread hear other events now and then, though small files are read without waiting. */
export function breather(): () => Promise<void> | undefined {
  let last = performance.now()
  return () => {
    if (performance.now() - last < BREATH_MS) return undefined
    return setImmediate().then(() => {
      last = performance.now()
    })
  }
}
