import { describe, expect, it } from 'vitest'
import { add, line, NOTHING, playwrightTotals, single, vitestTotals } from './test-totals.ts'

describe('the last line of npm test', () => {
  it('adds up what every runner said', () => {
    const unit = vitestTotals(
      {
        numPassedTests: 40,
        numPendingTests: 1,
        numTodoTests: 1,
        numFailedTests: 2,
        testResults: [{ status: 'failed', assertionResults: [{}, {}] }],
      },
      false,
    )
    const e2e = playwrightTotals({ stats: { expected: 9, unexpected: 1, flaky: 0, skipped: 0 } }, false)
    expect(line([unit, e2e, single(true)].reduce(add, NOTHING))).toBe('50 passed, 3 failed, 2 skipped')
  })

  it('leaves the skipped ones out where there are none', () => {
    expect(line(single(true))).toBe('1 passed, 0 failed')
  })

  it('counts a runner that wrote no report as failed', () => {
    expect(vitestTotals(null, true).failed).toBe(1)
    expect(playwrightTotals(null, true).failed).toBe(1)
  })

  it('counts a test file that could not be loaded', () => {
    const report = {
      numPassedTests: 5,
      numPendingTests: 0,
      numTodoTests: 0,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    }
    expect(vitestTotals(report, false)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  it('counts a runner that failed without naming a test', () => {
    expect(playwrightTotals({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }, false).failed).toBe(1)
  })

  it('does not let a second try hide a failure', () => {
    expect(playwrightTotals({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }, true).failed).toBe(1)
  })
})
