import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_RECORD, useRecord } from '../state/stores.ts'
import { fakeHost, type Pending } from '../testing/fakeHost.ts'
import { setHost } from './host.ts'
import { closeRecord, openRecord } from './record.ts'

let pending: Pending[]

beforeEach(() => {
  const fake = fakeHost()
  pending = fake.pending
  setHost(fake.host)
  useRecord.setState(NO_RECORD)
  vi.useFakeTimers()
  return () => {
    closeRecord()
    vi.useRealTimers()
  }
})

describe('opening a record', () => {
  it('fetches only the one that a held arrow key stops at', async () => {
    for (const id of ['a', 'b', 'c']) openRecord(id)
    await vi.runAllTimersAsync()
    expect(pending.map((one) => one.input)).toEqual([{ id: 'c' }])
  })

  it('drops the answer for a record that is no longer open', async () => {
    openRecord('a')
    await vi.runAllTimersAsync()
    openRecord('b')
    await vi.runAllTimersAsync()
    pending[1]?.answer({ record: { id: 'b' } })
    pending[0]?.answer({ record: { id: 'a' } })
    await vi.runAllTimersAsync()
    expect(useRecord.getState().detail?.record.id).toBe('b')
  })

  it('says why where it cannot be read', async () => {
    openRecord('a')
    await vi.runAllTimersAsync()
    pending[0]?.fail(new Error('gone'))
    await vi.runAllTimersAsync()
    expect(useRecord.getState()).toMatchObject({ detail: null, failed: expect.any(String) })
  })
})
