import { describe, expect, it } from 'vitest'
import { KINDS, strongestKind } from '../../shared/bounce.ts'
import { detect } from './index.ts'
import { fixtureFolders, loadFixtures, parseBytes } from './testing/fixtures.ts'

const MUTATIONS = 10_000
const SEED = 20_261_103

/** A small generator of its own (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

type Mutation = (bytes: Buffer, random: (below: number) => number) => Buffer

const MUTATION_KINDS: readonly Mutation[] = [
  function flipBytes(bytes, random) {
    const out = Buffer.from(bytes)
    for (let i = 0; i < 8; i++) out[random(out.length)] = random(256)
    return out
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, random(bytes.length))
  },
  function cutOut(bytes, random) {
    const from = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + random(400)))])
  },
  function doubleLines(bytes, random) {
    const lines = bytes.toString('latin1').split('\n')
    const at = random(lines.length)
    lines.splice(at, 0, ...lines.slice(at, at + 1 + random(6)))
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  function dropLines(bytes, random) {
    const lines = bytes.toString('latin1').split('\n')
    lines.splice(random(lines.length), 1 + random(4))
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  function swapHalves(bytes, random) {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
  },
  function changeLineEnds(bytes, random) {
    const end = ['\r\n', '\r', '\r\r\n', '\n\n'][random(4)] ?? '\n'
    return Buffer.from(bytes.toString('latin1').replaceAll('\n', end), 'latin1')
  },
]

const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat()

describe('mutated messages', () => {
  it(`are read without a fault, ${MUTATIONS} of them`, { timeout: 120_000 }, async () => {
    const random = randomFrom(SEED)
    for (let i = 0; i < MUTATIONS; i++) {
      const fixture = fixtures[i % fixtures.length]
      const mutate = MUTATION_KINDS[random(MUTATION_KINDS.length)]
      if (!fixture || !mutate) throw new Error('no fixtures')
      const bytes = mutate(Buffer.from(fixture.bytes), random)
      const where = `${fixture.detector}/${fixture.row.file}, mutation ${i} (${mutate.name})`
      const statements = await parseBytes(bytes)
        .then(detect)
        .catch((error: unknown) => Promise.reject(new Error(where, { cause: error })))
      expect(statements.length, where).toBeGreaterThan(0)
      // Each message counts once, under one kind.
      expect(KINDS, where).toContain(strongestKind(statements.map(({ kind }) => kind)))
      for (const { recipient } of statements) if (recipient !== null) expect(recipient, where).toMatch(/^.+@[^@\s]+$/s)
      const keys = statements.map(({ kind, recipient }) => `${kind} ${recipient?.toLowerCase()}`)
      expect(new Set(keys).size, where).toBe(keys.length)
    }
  })
})
