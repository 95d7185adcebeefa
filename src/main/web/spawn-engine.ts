/** The engine as a child process of Node, for the web host. */
import { fork } from 'node:child_process'
import { portToChild } from '../engine-port.ts'
import { ENGINE_ENV, ENGINE_FLAGS } from '../host/engine-flags.ts'
import type { EngineProcess } from '../host/engine-link.ts'

/** @param script the engine's entry. @param args its arguments (see `engine.ts`). */
export function forkEngine(script: string, args: readonly string[]): EngineProcess {
  const child = fork(script, args, {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Flags of a debugged host (its inspector port among them) are not the engine's.
    execArgv: [...ENGINE_FLAGS],
    env: { ...process.env, ...ENGINE_ENV },
  })
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
    // Not started at all: no `exit` follows.
    child.once('error', (error) => resolve(error.message))
  })
  return {
    port: portToChild(child),
    onExit: (listener) => void ended.then(listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
