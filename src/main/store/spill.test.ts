import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { passingFolder, removeLeftSpills, spillFolder } from './spill.ts'
import { temporaryFolder } from './testing/files.ts'

async function spilled(folder: string) {
  await mkdir(folder)
  await writeFile(join(folder, 'part.tmp'), 'anna@shop.example')
  return folder
}

describe('what was spilled', () => {
  it('lies beside the workspace, and goes when that is opened again', async () => {
    const location = join(await temporaryFolder(), 'work.duckdb')
    const folder = await spilled(spillFolder(location))
    expect(folder).toBe(`${location}.spill`)
    await removeLeftSpills(location)
    expect(existsSync(folder)).toBe(false)
    await removeLeftSpills(location)
  })

  it('of a workspace in memory goes when its process is gone, and no sooner', async () => {
    const other = spawn('sleep', ['60'])
    onTestFinished(() => void other.kill())
    const theirs = await spilled(join(tmpdir(), `bounce-triage-spill-${other.pid}-${crypto.randomUUID()}`))
    const ours = await spilled(spillFolder(':memory:'))
    onTestFinished(() => rm(ours, { recursive: true }))
    await removeLeftSpills(':memory:')
    expect([existsSync(theirs), existsSync(ours)]).toEqual([true, true])
    other.kill('SIGKILL')
    await once(other, 'close')
    await removeLeftSpills(':memory:')
    expect([existsSync(theirs), existsSync(ours)]).toEqual([false, true])
  })

  it('is made for its owner only, where what a killed process left went before', async () => {
    const other = spawn('true')
    await once(other, 'close')
    const theirs = await spilled(join(tmpdir(), `bounce-triage-spill-${other.pid}-${crypto.randomUUID()}`))
    const folder = await passingFolder()
    onTestFinished(() => rm(folder, { recursive: true }))
    expect((await stat(folder)).mode & 0o077).toBe(0)
    expect(existsSync(theirs)).toBe(false)
  })
})
