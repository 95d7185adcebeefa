import { describe, expect, it } from 'vitest'
import { decodeQuery, encodeQuery } from './hash.ts'
import { DEFAULT_QUERY, type Query } from './query.ts'

describe('query in the address', () => {
  it('comes back as it was, whatever the values hold', () => {
    const query: Query = {
      conditions: [
        { is: 'value', field: 'provider', value: 'gmail', exclude: false },
        { is: 'value', field: 'file', value: 'a b/ü&c=d#e.mbox', exclude: true },
        { is: 'value', field: 'replyCode', value: '', exclude: false },
        { is: 'text', text: 'quota & "more"' },
        { is: 'address', address: "o'hara+x@example.com" },
        { is: 'unrecognised' },
        { is: 'dates', from: '2026-01-01', to: null },
      ],
      sort: [
        { field: 'provider', descending: false },
        { field: 'reportedAt', descending: true },
      ],
    }
    expect(decodeQuery(`#${encodeQuery(query)}`)).toEqual(query)
  })

  it('is empty for the plain table', () => {
    expect(encodeQuery(DEFAULT_QUERY)).toBe('')
    expect(decodeQuery('')).toEqual(DEFAULT_QUERY)
  })

  it('leaves out what it does not know', () => {
    expect(decodeQuery('#colour=red&from=soon&sort=-size&q=+&not-=x')).toEqual(DEFAULT_QUERY)
  })
})
