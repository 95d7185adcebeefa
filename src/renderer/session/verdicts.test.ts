import { beforeEach, describe, expect, it } from 'vitest'
import { NO_HISTORY } from '../state/history.ts'
import { rowAt, storePage } from '../state/pages.ts'
import { DEFAULT_QUERY } from '../state/query.ts'
import { useHistory, useResult, useUi } from '../state/stores.ts'
import { fakeHost, makePage, makeSummary, type Pending } from '../testing/fakeHost.ts'
import { setHost } from './host.ts'
import { giveVerdict, redoVerdict, undoVerdict } from './verdicts.ts'

let pending: Pending[]

beforeEach(() => {
  const fake = fakeHost()
  pending = fake.pending
  setHost(fake.host)
  const pages = storePage(new Map(), 'hard', 0, makePage(['a@example.com', 'b@example.com']).rows, 1)
  useResult.setState({ shown: DEFAULT_QUERY, summary: makeSummary(2), pages, waiting: false })
  useHistory.setState(NO_HISTORY)
  useUi.setState({ notices: [] })
})

/** Answers the calls that come until nothing more comes; what verdicts were set, in order. */
async function letThrough(fail = false): Promise<unknown[]> {
  const set: unknown[] = []
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0))
    for (const { call, input, answer, fail: refuse } of pending.splice(0)) {
      quiet = 0
      if (call === 'setVerdict') set.push(input)
      if (call === 'setVerdict' && fail) refuse(new Error('no'))
      else if (call === 'summary') answer(makeSummary(2))
      else if (call === 'page') answer(makePage(['a@example.com', 'b@example.com']))
      else answer({ changed: 1 })
    }
  }
  return set
}

const verdictShown = () => rowAt(useResult.getState().pages, 'hard', 0)?.addressVerdict

describe('a verdict of one’s own', () => {
  it('shows at once, before the engine has confirmed it', async () => {
    void giveVerdict(new Map([['a@example.com', null]]), 'keep')
    expect(verdictShown()).toBe('keep')
    expect(rowAt(useResult.getState().pages, 'hard', 1)?.addressVerdict).toBe('remove')
    await letThrough(true)
  })

  it('can be undone before the engine has confirmed it, which hears of both in their order', async () => {
    void giveVerdict(new Map([['c@example.com', 'watch']]), 'keep')
    void undoVerdict()
    expect(await letThrough()).toEqual([
      { addresses: ['c@example.com'], verdict: 'keep' },
      { addresses: ['c@example.com'], verdict: 'watch' },
    ])
    expect(useHistory.getState().done).toEqual([])
  })

  it('can be undone to what stood before, and done again', async () => {
    void giveVerdict(
      new Map([
        ['a@example.com', 'watch'],
        ['b@example.com', null],
      ]),
      'keep',
    )
    await letThrough()
    void undoVerdict()
    expect(await letThrough()).toEqual([
      { addresses: ['a@example.com'], verdict: 'watch' },
      { addresses: ['b@example.com'], verdict: null },
    ])
    void redoVerdict()
    expect(await letThrough()).toEqual([{ addresses: ['a@example.com', 'b@example.com'], verdict: 'keep' }])
  })

  it('that was refused is told and leaves nothing to undo', async () => {
    void giveVerdict(new Map([['a@example.com', null]]), 'keep')
    await letThrough(true)
    expect(useUi.getState().notices.map((one) => one.tone)).toEqual(['error'])
    expect(useHistory.getState().done).toEqual([])
    expect(verdictShown()).toBe('remove')
  })
})
