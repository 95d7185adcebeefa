import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { DETECTORS } from './registry.ts'
import { fixtureFiles, fixtureFolders, loadFixtures, parseBytes } from './testing/fixtures.ts'

const folders = fixtureFolders()
const fixtures = (await Promise.all(folders.map(loadFixtures))).flat()
const tierOf = new Map(DETECTORS.map((detector) => [detector.name, detector.tier]))

describe('fixtures', () => {
  it.each(DETECTORS.map((detector) => detector.name))('%s has two messages and a near miss', (name) => {
    const mine = fixtures.filter((fixture) => fixture.detector === name)
    expect(mine.filter(({ row }) => !row.nearMiss).length, 'messages').toBeGreaterThanOrEqual(2)
    expect(mine.filter(({ row }) => row.nearMiss).length, 'near misses').toBeGreaterThanOrEqual(1)
  })

  it.each(folders)('every file in %s has its row', (folder) => {
    const rows = fixtures.filter((fixture) => fixture.detector === folder).map(({ row }) => row.file)
    expect(rows.toSorted()).toEqual(fixtureFiles(folder))
  })

  it.each(fixtures.map((fixture) => [`${fixture.detector}/${fixture.row.file}`, fixture] as const))(
    '%s gives what its row says',
    async (_, { row, bytes }) => {
      const statements = detect(await parseBytes(bytes))
      const seen = statements.map((statement, index) => {
        const wanted: Record<string, unknown> = { ...row.records[index] }
        const { evidence, ...fields } = statement
        return Object.fromEntries(
          Object.entries({ ...fields, rule: evidence.rule }).filter(
            ([key]) => key === 'kind' || key === 'recipient' || key in wanted,
          ),
        )
      })
      expect(seen).toEqual(row.records)
    },
  )

  it.each(fixtures.map((fixture) => [`${fixture.detector}/${fixture.row.file}`, fixture] as const))(
    '%s: every detector that is not meant stays silent',
    async (_, { detector: folder, row, bytes }) => {
      const message = await parseBytes(bytes)
      const spoke = DETECTORS.filter((detector) => detector.gate(message) && detector.detect(message).length > 0).map(
        (detector) => detector.name,
      )
      // The last resort may know a sentence in any report; what it says counts only where all others are silent.
      const others = spoke.filter(
        (name) => name !== folder && !['last', 'unnamed'].includes(tierOf.get(name) ?? '') && !row.also?.includes(name),
      )
      expect(others).toEqual([])
      if (tierOf.has(folder)) expect(spoke.includes(folder)).toBe(!row.nearMiss)
    },
  )
})
