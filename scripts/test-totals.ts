/** What the test runners said, added up. Pure: reports in, totals out. */

export interface Totals {
  passed: number
  failed: number
  skipped: number
}

export const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0 }

export function add(one: Totals, other: Totals): Totals {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** A step that either works or does not: a type check, a build. */
export function single(ok: boolean): Totals {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** `12 passed, 0 failed`, with the skipped ones where there are any. */
export function line(totals: Totals): string {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
  return `${totals.passed} passed, ${totals.failed} failed${skipped}`
}

/** A runner that ended badly without naming a failed test failed all the same: it counts as one. */
function atLeastOneFailure(totals: Totals, ok: boolean): Totals {
  return ok || totals.failed > 0 ? totals : add(totals, single(false))
}

interface VitestReport {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Totals of vitest's JSON report; a file that could not be loaded counts as one failure. Null: it wrote none. */
export function vitestTotals(report: VitestReport | null, ok: boolean): Totals {
  if (report === null) return single(false)
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const totals = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return atLeastOneFailure(totals, ok)
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Totals of Playwright's JSON report. One that only passed at a second try did not pass. */
export function playwrightTotals(report: PlaywrightReport | null, ok: boolean): Totals {
  if (report === null) return single(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped }, ok)
}
