/** Starts the fake engine as a real process, and lets a test count, kill and await it. */
import { join } from 'node:path'
import { forkEngine } from '../../web/spawn-engine.ts'
import type { EngineProcess, SpawnEngine } from '../engine-link.ts'

const SCRIPT = join(import.meta.dirname, 'fake-engine.ts')

interface FakeEngines {
  spawn: SpawnEngine
  started: () => number
  /** Ends the newest engine as a native fault would. */
  kill: () => void
  /** Resolves when the newest engine has ended. */
  ended: () => Promise<void>
}

export function spawnFake(workspace: string): FakeEngines {
  const all: EngineProcess[] = []
  return {
    spawn() {
      const engine = forkEngine(SCRIPT, ['--workspace', workspace])
      all.push(engine)
      return engine
    },
    started: () => all.length,
    kill: () => all.at(-1)?.kill(),
    ended: () => new Promise((resolve) => all.at(-1)?.onExit(() => resolve())),
  }
}
