/** The built command line, as a person runs it. */
import { spawnSync } from 'node:child_process'
import type { Accounting, BounceRecord, Group, Verdict } from '../../src/shared/bounce.ts'
import { built, ROOT } from './paths.ts'

export interface CliRun {
  code: number | null
  out: string
  err: string
}

export function runCli(args: string[], input = '', env: Record<string, string> = {}): CliRun {
  const run = spawnSync(process.execPath, [built('cli.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** What `--format json-summary` prints. */
export interface JsonSummary extends Omit<Accounting, 'unrecognised'> {
  groups: Record<Group, number>
  verdicts: Record<Verdict, number>
  addressVerdicts: Record<Verdict, number>
}

export function recordsOf(run: CliRun): BounceRecord[] {
  return run.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BounceRecord)
}
