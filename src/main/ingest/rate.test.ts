import { describe, expect, it } from 'vitest'
import { RateMeter } from './rate.ts'

describe('RateMeter', () => {
  it('gives messages a second', () => {
    const meter = new RateMeter()
    expect(meter.read(500, 1_000)).toBe(500)
  })

  it('forgets what lies more than a few seconds back', () => {
    const meter = new RateMeter()
    for (let second = 1; second <= 10; second++) meter.read(second * 1_000, second * 1_000)
    let rate = 0
    for (let second = 11; second <= 20; second++) rate = meter.read(10_000 + (second - 10) * 10, second * 1_000)
    expect(rate).toBe(10)
  })

  it('says 0 before any time has passed', () => {
    expect(new RateMeter().read(5, 0)).toBe(0)
  })
})
