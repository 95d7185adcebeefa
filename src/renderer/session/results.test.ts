import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rowAt } from '../state/pages.ts'
import { DEFAULT_QUERY, setText } from '../state/query.ts'
import { useQuery, useResult } from '../state/stores.ts'
import { fakeHost, makePage, makeSummary, type Pending } from '../testing/fakeHost.ts'
import { setHost } from './host.ts'
import { ask, reread, want } from './results.ts'

let pending: Pending[]

beforeEach(() => {
  const fake = fakeHost()
  pending = fake.pending
  setHost(fake.host)
  useQuery.setState(DEFAULT_QUERY)
  useResult.setState(useResult.getInitialState())
})

/** Answers the oldest calls of these names that wait. */
async function give(answers: Record<string, unknown>): Promise<void> {
  for (const [call, value] of Object.entries(answers)) {
    const at = pending.findIndex((one) => one.call === call)
    expect(at, `a call of ${call}`).toBeGreaterThanOrEqual(0)
    pending.splice(at, 1)[0]?.answer(value)
    await settled()
  }
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
}

const firstRecipient = () => rowAt(useResult.getState().pages, 'hard', 0)?.recipient

describe('asking', () => {
  it('shows the answer', async () => {
    void ask()
    await give({ page: makePage(['a@example.com']), summary: makeSummary(1) })
    expect(firstRecipient()).toBe('a@example.com')
    expect(useResult.getState().waiting).toBe(false)
  })

  it('drops the answer to a question that is no longer asked, however late it comes', async () => {
    useQuery.setState({ conditions: setText([], 'old') })
    void ask()
    const old = pending.splice(0)
    useQuery.setState({ conditions: setText([], 'new') })
    void ask()
    expect(old.every((one) => one.signal?.aborted)).toBe(true)
    await give({ page: makePage(['new@example.com']), summary: makeSummary(1) })
    for (const one of old) one.answer(one.call === 'summary' ? makeSummary(9) : makePage(['old@example.com']))
    await settled()
    expect(firstRecipient()).toBe('new@example.com')
    expect(useResult.getState().summary?.records).toBe(1)
  })

  it('keeps the former rows until the new ones are there', async () => {
    void ask()
    await give({ page: makePage(['a@example.com']), summary: makeSummary(1) })
    useQuery.setState({ conditions: setText([], 'b') })
    void ask()
    expect(firstRecipient()).toBe('a@example.com')
    expect(useResult.getState().waiting).toBe(true)
  })

  it('does not count again when only the order changed', async () => {
    void ask()
    await give({ page: makePage(['a@example.com']), summary: makeSummary(1), facets: {} })
    pending.length = 0
    useQuery.setState({ sort: [{ field: 'recipient', descending: false }] })
    void ask()
    await give({ page: makePage(['b@example.com']) })
    expect(firstRecipient()).toBe('b@example.com')
    expect(pending).toEqual([])
  })

  it('shows rows before anything is counted, and counts that a quick second question left open', async () => {
    void ask()
    await give({ page: makePage(['a@example.com']), summary: makeSummary(1), facets: {} })
    useQuery.setState({ conditions: setText([], 'b') })
    void ask()
    await give({ page: makePage(['b@example.com', 'bb@example.com']) })
    expect(firstRecipient()).toBe('b@example.com')
    expect(useResult.getState().summary?.sections.find((one) => one.section === 'hard')?.records).toBe(2)
    pending.length = 0
    useQuery.setState({ sort: [{ field: 'recipient', descending: false }] })
    void ask()
    await give({ page: makePage(['b@example.com', 'bb@example.com']), summary: makeSummary(2), facets: { cause: [] } })
    expect(useResult.getState().summary?.addresses).toBe(2)
    expect(useResult.getState().facets).toEqual({ cause: [] })
  })

  it('changes rows, messages and addresses above the table together, once all are counted', async () => {
    const told = () => {
      const { counted } = useResult.getState()
      return [counted?.records, counted?.messages, counted?.addresses]
    }
    void ask()
    await give({ page: makePage(['a@example.com'], 9), summary: makeSummary(9), facets: {} })
    pending.length = 0
    const before = told()
    expect(before[0]).toBe(9)
    useQuery.setState({ conditions: setText([], 'b') })
    void ask()
    await give({ page: makePage(['b@example.com'], 2) })
    expect(told()).toEqual(before)
    await give({ summary: makeSummary(2) })
    expect(told()[0]).toBe(2)
  })

  it('keeps the numbers of the strip in step with the heads of the sections', async () => {
    const hard = () => {
      const { summary, byGroup } = useResult.getState()
      return [summary, byGroup].map((one) => one?.sections.find(({ section }) => section === 'hard')?.records)
    }
    void ask()
    await give({ page: makePage(['a@example.com']), summary: makeSummary(1), facets: {} })
    pending.length = 0
    void reread()
    await give({ page: makePage(['a@example.com'], 7) })
    expect(hard()).toEqual([7, 7])
    await give({ summary: makeSummary(8) })
    expect(hard()).toEqual([8, 8])
    // A group that the filter leaves out keeps the number it would have.
    pending.length = 0
    useQuery.setState({ conditions: [{ is: 'value', field: 'group', value: 'soft', exclude: false }] })
    void ask()
    await give({ page: makePage([]) })
    expect(hard()).toEqual([0, 8])
  })

  it('says what went wrong, and tries again when asked', async () => {
    void ask()
    for (const one of pending.splice(0)) one.fail(new Error('boom'))
    await settled()
    expect(useResult.getState().failed).not.toBeNull()
    void ask()
    await give({ page: makePage([]), summary: makeSummary(0) })
    expect(useResult.getState().failed).toBeNull()
  })
})

describe('scrolling', () => {
  beforeEach(async () => {
    void ask()
    await give({ page: makePage(['a@example.com'], 10_000), summary: makeSummary(10_000) })
    pending.length = 0
    vi.useFakeTimers()
  })

  it('fetches the pages on screen once it rests, and gives up those that went by', async () => {
    want(5000, 5030)
    want(7000, 7030)
    await vi.runAllTimersAsync()
    const offsets = pending.map((one) => (one.input as { offset: number }).offset)
    expect(offsets).toEqual([6900, 7000])
    want(100, 130)
    expect(pending.every((one) => one.signal?.aborted)).toBe(true)
    vi.useRealTimers()
  })
})

describe('rows that are fetched while another question is on its way', () => {
  it('are never shown as its answer', async () => {
    void ask()
    await give({ page: makePage(['a@example.com'], 900), summary: makeSummary(900) })
    useQuery.setState({ conditions: setText([], 'b') })
    void ask()
    // The window moves before the answer is there, and asks for rows under the former question.
    vi.useFakeTimers()
    want(300, 330)
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    const former = pending.filter(({ call, input }) => call === 'page' && (input as { offset: number }).offset > 0)
    expect(former.length).toBeGreaterThan(0)
    pending = pending.filter((one) => !former.includes(one) && one.call === 'page' && !one.signal?.aborted)
    await give({ page: makePage(['b@example.com'], 900) })
    for (const one of former)
      one.answer(
        makePage(
          Array.from({ length: 100 }, () => 'a@example.com'),
          900,
        ),
      )
    await settled()
    const { pages } = useResult.getState()
    expect([rowAt(pages, 'hard', 0)?.recipient, rowAt(pages, 'hard', 300)?.recipient]).toEqual([
      'b@example.com',
      undefined,
    ])
  })
})

describe('data that changed', () => {
  it('is read again while the former rows stay', async () => {
    void ask()
    await give({ page: makePage(['a@example.com']), summary: makeSummary(1) })
    pending.length = 0
    void reread()
    expect(firstRecipient()).toBe('a@example.com')
    await give({ page: makePage(['b@example.com', 'a@example.com']), summary: makeSummary(2) })
    expect(firstRecipient()).toBe('b@example.com')
    expect(useResult.getState().summary?.records).toBe(2)
  })
})
