import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder, defaultWorkspace } from './data-folder.ts'

const home = '/home/ada'

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ada/.local/share/bounce-triage'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/bounce-triage'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/bounce-triage'],
    ['darwin', {}, '/home/ada/Library/Application Support/Bounce Triage'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Bounce Triage'],
    ['linux', { BOUNCE_TRIAGE_DATA: '/mine', XDG_DATA_HOME: '/data' }, '/mine'],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(dataFolder({ platform, env, home })).toBe(expected)
  })

  it('is made for its owner only', () => {
    const parent = mkdtempSync(join(tmpdir(), 'data-'))
    const folder = join(parent, 'deep', 'data')
    expect(defaultWorkspace(folder)).toBe(join(folder, 'workspace.duckdb'))
    expect(statSync(folder).mode & 0o077).toBe(0)
    rmSync(parent, { recursive: true })
  })

  it('that cannot be made is named, with a way out', () => {
    const parent = mkdtempSync(join(tmpdir(), 'data-'))
    writeFileSync(join(parent, 'file'), '')
    const folder = join(parent, 'file', 'data')
    expect(() => defaultWorkspace(folder)).toThrow(folder)
    expect(() => defaultWorkspace(folder)).toThrow('BOUNCE_TRIAGE_DATA')
    rmSync(parent, { recursive: true })
  })
})
