/** Telling the person something, for a while. */
import { isAbort, sentenceOf } from '../lib/errors.ts'
import { useUi } from '../state/stores.ts'
import { type Notice, withNotice, withoutNotice } from '../state/ui.ts'

/** How long a notice stays when nothing is wrong, in ms: time to read a sentence and reach for its button. */
const NOTICE_MS = 8000

let lastId = 0

export function notify(text: string, action: Notice['action'] = null): void {
  const id = ++lastId
  useUi.setState((state) => withNotice(state, { id, tone: 'info', text, action }))
  setTimeout(() => dismissNotice(id), NOTICE_MS)
}

/** Errors stay until they are waved away. What was merely given up is no error. */
export function notifyError(error: unknown): void {
  if (isAbort(error)) return
  notifyProblem(sentenceOf(error))
}

export function notifyProblem(text: string): void {
  useUi.setState((state) => withNotice(state, { id: ++lastId, tone: 'error', text, action: null }))
}

export function dismissNotice(id: number): void {
  useUi.setState((state) => withoutNotice(state, id))
}
