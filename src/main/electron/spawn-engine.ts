/** The engine as a utility process of Electron: a fault in it ends neither app nor window. */
import { utilityProcess } from 'electron'
import { portOf } from '../engine-port.ts'
import type { EngineProcess } from '../host/engine-link.ts'

/** @param script the engine's entry. @param args its arguments (see `engine.ts`). */
export function spawnUtility(script: string, args: readonly string[]): EngineProcess {
  const child = utilityProcess.fork(script, [...args], { serviceName: 'Bounce Triage engine', stdio: 'inherit' })
  const ended = new Promise<string>((resolve) => child.once('exit', (code) => resolve(`exit code ${code}`)))
  const port = portOf({
    send: (data) => child.postMessage(data),
    onMessage: (listener) => void child.on('message', listener),
    onClose: (listener) => void child.once('exit', listener),
  })
  return { port, onExit: (listener) => void ended.then(listener), kill: () => void child.kill() }
}
