/** Opening one record and its message. Answers for a record that is no longer open are dropped. */
import { sentenceOf } from '../lib/errors.ts'
import { NO_RECORD, useRecord } from '../state/stores.ts'
import { api } from './host.ts'

/** Pause before a record is fetched, in ms: a held arrow key passes many by. */
const SETTLE_MS = 60

let settle: ReturnType<typeof setTimeout> | undefined

/** Opens a record; the former one stays on screen until this one is there. */
export function openRecord(id: string): void {
  if (useRecord.getState().id === id) return
  useRecord.setState({ id, failed: null, source: null, sourceFailed: null })
  clearTimeout(settle)
  settle = setTimeout(() => void readRecord(id), SETTLE_MS)
}

export function closeRecord(): void {
  clearTimeout(settle)
  useRecord.setState(NO_RECORD)
}

/** Reads the open record again after its verdict or its data changed. */
export async function rereadRecord(): Promise<void> {
  const { id } = useRecord.getState()
  if (id !== null) await readRecord(id)
}

async function readRecord(id: string): Promise<void> {
  try {
    const detail = await api().record({ id })
    if (useRecord.getState().id === id) useRecord.setState({ detail, failed: null })
  } catch (error) {
    if (useRecord.getState().id === id) useRecord.setState({ detail: null, failed: sentenceOf(error) })
  }
}

/** Reads the message of the open record, once. */
export async function readSource(): Promise<void> {
  const { id, source } = useRecord.getState()
  if (id === null || source !== null) return
  try {
    const read = await api().messageSource({ id })
    if (useRecord.getState().id === id) useRecord.setState({ source: read, sourceFailed: null })
  } catch (error) {
    if (useRecord.getState().id === id) useRecord.setState({ sourceFailed: sentenceOf(error) })
  }
}
