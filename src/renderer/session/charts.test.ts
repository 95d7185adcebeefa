import { afterEach, beforeEach, expect, it } from 'vitest'
import { FACET_FIELDS, type Facets } from '../../shared/query.ts'
import { DEFAULT_QUERY, type Query, setText } from '../state/query.ts'
import { useCharts, useResult, useUi } from '../state/stores.ts'
import { fakeHost, type Pending } from '../testing/fakeHost.ts'
import { followResults } from './charts.ts'
import { setHost } from './host.ts'

const CHARTS = { days: [], frame: null, undated: 3, cells: [] }
let pending: Pending[]
let end: () => void

beforeEach(() => {
  const fake = fakeHost()
  pending = fake.pending
  setHost(fake.host)
  useResult.setState(useResult.getInitialState())
  useCharts.setState({ charts: null })
  useUi.setState({ charts: true })
  end = followResults()
})
afterEach(() => end())

const counted = (): Facets => Object.fromEntries(FACET_FIELDS.map((field) => [field, []])) as unknown as Facets
const shows = (shown: Query, version: number) => useResult.setState({ shown, version, waiting: false })
const asked = () => pending.map(({ call, input }) => [call, (input as { filter: { text: string } }).filter.text])

it('come after the counts, once for each question', () => {
  shows(DEFAULT_QUERY, 101)
  expect(asked()).toEqual([])
  useResult.setState({ facets: counted() })
  useResult.setState({ pages: new Map() })
  expect(asked()).toEqual([['charts', '']])
  const searched = { ...DEFAULT_QUERY, conditions: setText([], 'quota') }
  shows(searched, 101)
  expect(asked()).toHaveLength(1)
  useResult.setState({ facets: counted() })
  expect(asked()).toEqual([
    ['charts', ''],
    ['charts', 'quota'],
  ])
  expect(pending[0]?.signal?.aborted).toBe(true)
})

it('are not asked for while they are put away, but when they are opened', async () => {
  useUi.setState({ charts: false })
  shows(DEFAULT_QUERY, 102)
  useResult.setState({ facets: counted() })
  expect(asked()).toEqual([])
  useUi.setState({ charts: true })
  expect(asked()).toEqual([['charts', '']])
  pending[0]?.answer(CHARTS)
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(useCharts.getState().charts).toEqual(CHARTS)
})
