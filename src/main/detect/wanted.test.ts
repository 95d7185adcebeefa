import { describe, expect, it } from 'vitest'
import { DETECTORS } from './registry.ts'
import { fixtureFolders, loadFixtures, parseBytes } from './testing/fixtures.ts'
import { mayConcern } from './wanted.ts'
import { shortened } from './words.ts'

const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat()
const messages = await Promise.all(fixtures.map(({ bytes }) => parseBytes(bytes)))

describe('mayConcern', () => {
  it.each(DETECTORS.map((detector) => [detector.name, detector] as const))(
    'passes over %s where its gate is closed, nowhere else',
    (_, detector) => {
      for (const message of messages) {
        const seen = shortened(message)
        if (detector.gate(seen)) expect(mayConcern(detector, seen.text)).toBe(true)
        if (detector.words?.some((words) => new RegExp(words.source, words.flags).test(seen.text)))
          expect(mayConcern(detector, seen.text)).toBe(true)
      }
    },
  )

  it('passes over most detectors that name their words', () => {
    const naming = DETECTORS.filter(({ words }) => words !== undefined)
    const concerned = messages.flatMap(({ text }) => naming.filter((detector) => mayConcern(detector, text)))
    expect(concerned.length).toBeLessThan((messages.length * naming.length) / 10)
  })
})
