/** A host whose answers a test gives one by one, in the order it likes. */
import type { Page, Summary } from '../../shared/query.ts'
import type { Host, TriageApi } from '../host/host.ts'
import { makeRow } from './rows.ts'

export interface Pending {
  call: string
  input: unknown
  signal: AbortSignal | undefined
  answer(value: unknown): void
  fail(error: unknown): void
}

/** Every call waits in `pending` until the test answers it. */
export function fakeHost(): { host: Host; pending: Pending[] } {
  const pending: Pending[] = []
  const api = new Proxy({} as TriageApi, {
    get: (_, call: string) => (input: unknown, options?: { signal?: AbortSignal }) =>
      new Promise((answer, fail) => pending.push({ call, input, signal: options?.signal, answer, fail })),
  })
  const none = async () => []
  return { host: { kind: 'web', api, grantDrop: none, grantFiles: none, listen: () => () => {} }, pending }
}

export function makeSummary(hard: number): Summary {
  return {
    sections: [{ section: 'hard', records: hard, addresses: hard }],
    records: hard,
    messages: hard,
    addresses: hard,
    addressVerdicts: { remove: hard, review: 0, watch: 0, keep: 0 },
  }
}

export function makePage(recipients: string[], total = recipients.length): Page {
  const rows = recipients.map((recipient) => makeRow({ id: recipient, recipient, address: recipient }))
  const records = { hard: total, soft: 0, timeout: 0, delayed: 0, complaint: 0, 'not-bounce': 0 }
  return { rows, section: total > 0 ? 'hard' : null, total, records }
}
