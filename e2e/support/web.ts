/** The web host as a process, started and ended for one test. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { built, ROOT } from './paths.ts'

/** A cold start on a busy machine. */
const START_MS = 30_000
/** An orderly end closes the database; after that it is killed. */
const END_MS = 10_000

export interface WebHostProcess {
  /** With the token. */
  url: string
  enginePid: () => number
  stop: () => Promise<void>
}

/** Starts it on a free port with its data in `folder`. */
export async function startWebHost(folder: string, args: readonly string[] = []): Promise<WebHostProcess> {
  const child = spawn(process.execPath, [built('web.js'), '--no-open', '--port', '0', ...args], {
    cwd: ROOT,
    env: { ...process.env, BOUNCE_TRIAGE_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  const url = await addressOf(child, errors)
  return {
    url,
    enginePid: () => engineOf(child.pid ?? 0),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      const limit = setTimeout(() => child.kill('SIGKILL'), END_MS)
      child.kill('SIGTERM')
      await ended
      clearTimeout(limit)
    },
  }
}

async function addressOf(child: ChildProcess, errors: string[]): Promise<string> {
  if (!child.stdout) throw new Error('The web host has no output.')
  const limit = setTimeout(() => child.kill('SIGKILL'), START_MS)
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /https?:\/\/\S+/.exec(line)?.[0]
      if (url) return url
    }
  } finally {
    clearTimeout(limit)
    // Keeps flowing, so that the host never waits for somebody to read it.
    child.stdout.resume()
  }
  throw new Error(`The web host did not start: ${errors.join('') || 'it said nothing.'}`)
}

/** The engine: the only child process of the host. */
function engineOf(parent: number): number {
  const found = processes().find(({ ppid, command }) => ppid === parent && command.includes('engine.js'))
  if (!found) throw new Error('No engine runs under the web host.')
  return found.pid
}

interface Process {
  pid: number
  ppid: number
  command: string
}

/** Slim machines have no `ps`, others no /proc. */
function processes(): Process[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n')
    return lines.flatMap((line) => {
      const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return command === undefined ? [] : [{ pid: Number(pid), ppid: Number(ppid), command }]
    })
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const ppid = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return [{ pid: Number(name), ppid: Number(ppid), command }]
      } catch {
        return [] // It ended while we looked.
      }
    })
}
