import { describe, expect, it } from 'vitest'
import { rememberMany } from './remember.ts'

describe('rememberMany', () => {
  it('answers as the function itself does, in whatever order and however often it is asked', () => {
    const measure = rememberMany((text) => `${text.length}/${text.at(-1)}`)
    const texts = Array.from({ length: 5_000 }, (_, index) => `550 5.1.1 user ${index} unknown`)
    const asked = [...texts, ...texts.toReversed(), ...texts.filter((_, index) => index % 3 === 0)]
    for (const text of asked) expect(measure(text)).toBe(`${text.length}/${text.at(-1)}`)
  })

  it('reads a text once while it is asked again and again, an answer of null too', () => {
    let read = 0
    const nothing = rememberMany(() => {
      read++
      return null
    })
    for (let index = 0; index < 10_000; index++) {
      expect(nothing('always')).toBeNull()
      nothing(`other ${index}`)
    }
    expect(read).toBe(10_001)
  })

  it('forgets what was not asked for long, and keeps no long text but the last', () => {
    const asked: string[] = []
    const remember = rememberMany((text) => asked.push(text))
    const long = 'x'.repeat(5_000)
    remember('early')
    for (let index = 0; index < 5_000; index++) remember(`${index}`)
    for (const text of ['early', long, long, `${long}y`, long]) remember(text)
    expect(asked.filter((text) => text === 'early')).toHaveLength(2)
    expect(asked.filter((text) => text === long)).toHaveLength(2)
  })
})
