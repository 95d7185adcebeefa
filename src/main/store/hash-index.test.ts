import { describe, expect, it } from 'vitest'
import { hashNumber } from './columns.ts'
import { HashIndex } from './hash-index.ts'
import { hashOf } from './testing/records.ts'

describe('the hash index', () => {
  it('knows each of many hashes and no other', () => {
    const index = new HashIndex()
    for (let n = 0; n < 20_000; n++) index.set(hashNumber(hashOf(`in ${n}`)), n)
    expect(index.size).toBe(20_000)
    for (let n = 0; n < 20_000; n++) {
      expect(index.get(hashNumber(hashOf(`in ${n}`)))).toBe(n)
      expect(index.get(hashNumber(hashOf(`out ${n}`)))).toBeNull()
    }
  })

  it('tells hashes apart that differ in one bit only', () => {
    const index = new HashIndex()
    const base = hashNumber('0123456789abcdef0123456789abcdef')
    for (let bit = 0n; bit < 128n; bit++) index.set(base ^ (1n << bit), Number(bit))
    expect(index.get(base)).toBeNull()
    for (let bit = 0n; bit < 128n; bit++) expect(index.get(base ^ (1n << bit))).toBe(Number(bit))
    index.set(0n, 4_000_000_000)
    expect(index.get(0n)).toBe(4_000_000_000)
  })
})
