import { beforeEach, describe, expect, it } from 'vitest'
import type { OverviewFinding } from '../../shared/overview.ts'
import { EMPTY_FILTER } from '../../shared/query.ts'
import { DEFAULT_QUERY, fromFilter, toFilter } from '../state/query.ts'
import { useFindings, useQuery } from '../state/stores.ts'
import { fakeHost, type Pending } from '../testing/fakeHost.ts'
import { readFindings } from './findings.ts'
import { setHost } from './host.ts'

let pending: Pending[]

beforeEach(() => {
  const fake = fakeHost()
  pending = fake.pending
  setHost(fake.host)
  useQuery.setState(DEFAULT_QUERY)
  useFindings.setState({ findings: [] })
})

function finding(title: string): OverviewFinding {
  const numbers = { count: 3, share: 0.1 }
  return {
    id: title,
    kind: 'complaints',
    severity: 'urgent',
    ...numbers,
    provider: null,
    cause: null,
    title,
    action: '',
    filter: null,
  }
}

describe('the findings', () => {
  it('are those of the latest question, whichever is answered last', async () => {
    const older = readFindings()
    const newer = readFindings()
    pending[1]?.answer([finding('now')])
    await newer
    pending[0]?.answer([finding('before')])
    await older
    expect(useFindings.getState().findings.map(({ title }) => title)).toEqual(['now'])
  })

  it('stand while they cannot be read again', async () => {
    useFindings.setState({ findings: [finding('known')] })
    const reading = readFindings()
    pending[0]?.fail(new Error('gone'))
    await reading
    expect(useFindings.getState().findings).toHaveLength(1)
  })
})

describe('a filter made into conditions', () => {
  it('asks for the same records', () => {
    const filter = {
      ...EMPTY_FILTER,
      include: { provider: ['gmail'], cause: ['spam', 'content'] },
      exclude: { kind: ['delay'] },
      text: 'quota',
      from: '2026-01-01',
      address: 'a@example.com',
    }
    expect(toFilter(fromFilter(filter))).toEqual(filter)
    expect(fromFilter(EMPTY_FILTER)).toEqual([])
  })
})
