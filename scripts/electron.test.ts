import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runElectron, whyNoWindow } from './electron.ts'

describe('a window of its own', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, 1000, null],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
    ['linux', {}, 1000, 'There is no display here'],
    ['linux', { DISPLAY: '' }, 1000, 'There is no display here'],
    ['linux', { DISPLAY: ':0' }, 0, 'Electron does not run as root'],
    ['darwin', {}, 501, null],
    ['win32', {}, undefined, null],
  ] as const)('on %s with %j as user %s: %s', (platform, env, user, why) => {
    expect(whyNoWindow(env, platform, user)).toBe(why)
  })
})

describe.runIf(process.platform !== 'win32')('running Electron', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'run-electron-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** A program in Electron's place. */
  function program(code: string): string {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.cjs`)
    writeFileSync(file, `#!${process.execPath}\n${code}`)
    chmodSync(file, 0o755)
    return file
  }

  it('gives its exit code when its window was shown', async () => {
    expect(await runElectron(program("process.send('window-shown', () => process.exit(3))"), [])).toBe(3)
  })

  it('gives none when it failed before: the browser is used then', async () => {
    expect(await runElectron(program('process.exit(127)'), [])).toBeNull()
    expect(await runElectron(program("process.kill(process.pid, 'SIGABRT')"), [])).toBeNull()
    expect(await runElectron(join(folder, 'missing'), [])).toBeNull()
  })

  it('is content with a second start, which shows no window of its own', async () => {
    expect(await runElectron(program('process.exit(0)'), [])).toBe(0)
  })

  it('hands the files over', async () => {
    const check = program("process.exit(process.argv.slice(3).join() === 'inbox,/mail' ? 0 : 1)")
    expect(await runElectron(check, ['inbox', '/mail'])).toBe(0)
  })
})
