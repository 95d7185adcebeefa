/**
 * `npm test`: type check, lint, unit tests, build, end-to-end tests, one after the other. Goes on after a failure, so
 * that one run tells everything; the last line is the total. Exit code 1 on any failure.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, installBrowser } from './find-browser.ts'
import { add, line, NOTHING, playwrightTotals, single, type Totals, vitestTotals } from './test-totals.ts'

/** A step that takes longer hangs; it is ended, so that the total is printed in any case. */
const STEP_TIMEOUT_MS = 1_200_000
/** Time for a step to end by itself once asked to. */
const GRACE_MS = 5_000

const PARTS = ['shared', 'node', 'preload', 'renderer']

function heading(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`)
}

/** Ends a step and all that it started. */
function end(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** Runs a program of node_modules/.bin, its output on ours. True where it exits with 0 in time. */
function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32'
    const child = spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: !windows,
      shell: windows,
    })
    const limit = setTimeout(() => {
      console.error(`${program} did not end within ${STEP_TIMEOUT_MS / 60_000} minutes and is stopped.`)
      end(child, 'SIGTERM')
      setTimeout(() => end(child, 'SIGKILL'), GRACE_MS).unref()
    }, STEP_TIMEOUT_MS)
    child.on('error', (error) => {
      clearTimeout(limit)
      console.error(`${program} could not be started: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => {
      clearTimeout(limit)
      resolve(code === 0)
    })
  })
}

function report<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

const reports = mkdtempSync(join(tmpdir(), 'bounce-triage-tests-'))

async function typeCheck(): Promise<Totals> {
  let totals = NOTHING
  for (const part of PARTS) {
    const ok = await run('tsc', ['-p', `tsconfig.${part}.json`])
    console.log(`${ok ? 'passed' : 'FAILED'}: ${part}`)
    totals = add(totals, single(ok))
  }
  return totals
}

async function unitTests(): Promise<Totals> {
  const file = join(reports, 'unit.json')
  const ok = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return vitestTotals(report(file), ok)
}

async function endToEnd(): Promise<Totals> {
  const browser = findBrowser() ?? installBrowser()
  if (browser === null) {
    console.error('No browser could be found or installed: the end-to-end tests did not run, and count as failed.')
    return single(false)
  }
  console.log(`Browser: ${browser}`)
  const file = join(reports, 'e2e.json')
  const ok = await run('playwright', ['test', '--reporter=list,json'], {
    E2E_BROWSER: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  return playwrightTotals(report(file), ok)
}

const STEPS: { name: string; run: () => Promise<Totals> }[] = [
  { name: 'Type check', run: typeCheck },
  { name: 'Lint', run: async () => single(await run('biome', ['check', '--error-on-warnings', '.'])) },
  { name: 'Unit tests', run: unitTests },
  { name: 'Build', run: async () => single(await run('electron-vite', ['build', '--logLevel', 'warn'])) },
  { name: 'End-to-end tests', run: endToEnd },
]

let total = NOTHING
const summary: string[] = []
for (const step of STEPS) {
  heading(step.name)
  const started = Date.now()
  const totals = await step.run()
  summary.push(`${step.name}: ${line(totals)} (${Math.round((Date.now() - started) / 1000)} s)`)
  total = add(total, totals)
}
rmSync(reports, { recursive: true, force: true })

heading('Total')
for (const text of summary) console.log(text)
process.exitCode = total.failed > 0 ? 1 : 0
console.log(line(total))
