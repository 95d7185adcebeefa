import { describe, expect, it } from 'vitest'
import { MAX_ACTS, NO_HISTORY, recorded, redo, restoring, undo, type VerdictChange } from './history.ts'

const change: VerdictChange = {
  before: new Map([
    ['a@example.com', null],
    ['b@example.com', 'keep' as const],
    ['c@example.com', null],
  ]),
  after: 'remove',
}

describe('undo and redo', () => {
  it('go back and forth over the same acts', () => {
    const back = undo(recorded(NO_HISTORY, change))
    expect(back?.change).toBe(change)
    expect(back && undo(back.history)).toBeNull()
    expect(back && redo(back.history)?.history.done).toEqual([change])
  })

  it('forget what was undone once something new is done', () => {
    const back = undo(recorded(NO_HISTORY, change))
    expect(back && redo(recorded(back.history, change))).toBeNull()
  })

  it('keep no more acts than they promise', () => {
    let history = NO_HISTORY
    for (let act = 0; act < MAX_ACTS + 5; act += 1) history = recorded(history, change)
    expect(history.done).toHaveLength(MAX_ACTS)
  })

  it('give every address back the verdict it had', () => {
    expect(restoring(change)).toEqual([
      { verdict: null, addresses: ['a@example.com', 'c@example.com'] },
      { verdict: 'keep', addresses: ['b@example.com'] },
    ])
  })
})
