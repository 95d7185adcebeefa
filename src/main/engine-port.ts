/**
 * One shape for the pipes between a host and its engine: Node's IPC channel, Electron's utility process and a message
 * port all become an `EnginePort`, which is what oRPC's message-port adapter speaks.
 */
import type { ChildProcess } from 'node:child_process'

/** Structured-clone messages both ways; `close` comes once, when the other side is gone. */
export interface EnginePort {
  // biome-ignore lint/suspicious/noExplicitAny: the adapter's own signature
  on: (event: string, callback: (event?: { data: any }) => void) => void
  postMessage: (data: unknown) => void
}

/** What the engine says before it serves calls. Calls themselves are strings or bytes, never such objects. */
export type Handshake = { engine: 'ready' } | { engine: 'failed'; message: string }

export function isHandshake(data: unknown): data is Handshake {
  return typeof data === 'object' && data !== null && 'engine' in data
}

interface Pipe {
  send: (data: unknown) => void
  onMessage: (listener: (data: unknown) => void) => void
  onClose: (listener: () => void) => void
}

/** Adapts a pipe. Sending after it closed throws, so that the caller's promise is rejected instead of hanging. */
export function portOf(pipe: Pipe): EnginePort {
  let open = true
  pipe.onClose(() => {
    open = false
  })
  return {
    on(event, callback) {
      if (event === 'message') pipe.onMessage((data) => callback({ data }))
      if (event === 'close') pipe.onClose(() => callback())
    },
    postMessage(data) {
      if (!open) throw new Error('The other process is gone.')
      pipe.send(data)
    },
  }
}

/** The pipe to a process started with `fork` (serialization `advanced`). */
export function portToChild(child: ChildProcess): EnginePort {
  return portOf({
    // The callback takes the error of a pipe that breaks while writing; the close that follows rejects the calls.
    send: (data) => void child.send(data as object, () => {}),
    onMessage: (listener) => void child.on('message', listener),
    onClose: (listener) => {
      child.once('disconnect', listener)
      child.once('exit', listener)
    },
  })
}

/** Electron's `process.parentPort` inside a utility process; its types exist only there. */
interface ParentPort {
  on: (event: 'message', listener: (event: { data: unknown }) => void) => void
  postMessage: (data: unknown) => void
}

/**
 * The pipe to the process that started this one.
 * @throws Error when it was started by hand, without a parent to serve.
 */
export function portToParent(): EnginePort {
  const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort
  if (parentPort) {
    return portOf({
      send: (data) => parentPort.postMessage(data),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
      // Electron ends its utility processes itself when the app goes.
      onClose: () => {},
    })
  }
  const send = process.send?.bind(process)
  if (!send) throw new Error('The engine is started by Bounce Triage, not by hand.')
  return portOf({
    send: (data) => void send(data, undefined, undefined, () => {}),
    onMessage: (listener) => void process.on('message', listener),
    onClose: (listener) => void process.once('disconnect', listener),
  })
}
