import { describe, expect, it } from 'vitest'
import { emptyAccounting } from '../../shared/bounce.ts'
import { makeImport, makeProgress, makeWorkspace } from '../testing/imports.ts'
import { begun, fractionRead, NO_IMPORTS, quartersRead, totalAccounting, withEvent } from './imports.ts'

describe('an import', () => {
  it('shows from the moment it was asked for and keeps what is already known', () => {
    const asked = begun(NO_IMPORTS, 'one')
    expect(asked.running).toMatchObject({ importId: 'one', messages: 0 })
    const running = withEvent(asked, { type: 'progress', progress: makeProgress() })
    expect(begun(running, 'one').running?.messages).toBe(10)
  })

  it('ends with what is known of it, and a late tick does not start it again', () => {
    const info = makeImport({ state: 'cancelled' })
    const ended = withEvent(begun(NO_IMPORTS, 'one'), { type: 'import-ended', info })
    expect(ended).toMatchObject({ running: null, ended: { state: 'cancelled' } })
    const late = withEvent(ended, { type: 'progress', progress: makeProgress({ state: 'cancelled' }) })
    expect(late.running).toBeNull()
  })

  it('that is over before the asking is answered does not run for ever', () => {
    const before = { ...NO_IMPORTS, workspace: makeWorkspace() }
    const ended = withEvent(before, { type: 'import-ended', info: makeImport() })
    expect(begun(ended, makeImport().id).running).toBeNull()
    expect(begun(ended, 'another').running).toMatchObject({ importId: 'another' })
  })

  it('counts in the accounting as soon as it has ended', () => {
    const before = { ...NO_IMPORTS, workspace: makeWorkspace([makeImport({ state: 'running' })]) }
    const info = makeImport({ accounting: { ...emptyAccounting(), messages: 7 } })
    const ended = withEvent(before, { type: 'import-ended', info })
    expect(totalAccounting(ended.workspace?.imports ?? []).messages).toBe(7)
  })

  it('that the engine took down with it is shown as interrupted', () => {
    const interrupted = makeImport({ state: 'interrupted', lastFile: 'big.mbox' })
    const state = withEvent(begun(NO_IMPORTS, 'one'), { type: 'engine-restarted', interrupted, message: 'It is back.' })
    expect(state).toMatchObject({ running: null, ended: { lastFile: 'big.mbox' } })
  })
})

describe('accounting of the workspace', () => {
  it('is the sum over its imports', () => {
    const first = { ...emptyAccounting(), messages: 3, duplicates: 1 }
    first.kinds = { ...first.kinds, bounce: 2, other: 1 }
    const second = { ...emptyAccounting(), messages: 1, unread: [{ file: 'a', place: 'byte 1', why: 'No.' }] }
    second.kinds = { ...second.kinds, bounce: 1 }
    const total = totalAccounting([makeImport({ accounting: first }), makeImport({ accounting: second })])
    expect(total).toMatchObject({ messages: 4, duplicates: 1, kinds: { bounce: 3, other: 1 } })
    expect(total.unread).toHaveLength(1)
    expect(Object.values(total.kinds).reduce((sum, count) => sum + count, 0)).toBe(total.messages)
  })
})

describe('how far', () => {
  it('is unknown while the whole is unknown, and never beyond the whole', () => {
    expect(fractionRead(makeProgress({ totalBytes: null }))).toBeNull()
    expect(fractionRead(makeProgress({ bytes: 1200, totalBytes: 1000 }))).toBe(1)
    expect(quartersRead(makeProgress({ bytes: 760 }))).toBe(3)
  })
})
