import { describe, expect, it } from 'vitest'
import { safeName, safeSegments } from './spool-names.ts'

describe('a name from outside', () => {
  it.each([
    ['inbox.mbox', 'inbox.mbox'],
    ['Post – März 2026.mbox', 'Post – März 2026.mbox'],
    ['1700000000.M1P2.host:2,S', '1700000000.M1P2.host:2,S'],
    ['.hidden', '.hidden'],
    ['..', '__'],
    ['.', '_'],
    ['a/b', 'a_b'],
    ['a\\b', 'a_b'],
    ['nul\u0000', 'nul_'],
    ['', 'unnamed'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeName(name, 'linux')).toBe(expected)
  })

  it.each([
    ['CON', '_CON'],
    ['nul.mbox', '_nul.mbox'],
    ['a:b?c*', 'a_b_c_'],
    ['trailing. . ', 'trailing'],
    ['stream.mbox:hidden', 'stream.mbox_hidden'],
  ])('%j becomes %j on Windows', (name, expected) => {
    expect(safeName(name, 'win32')).toBe(expected)
  })

  it('keeps beginning and extension when it is too long, and no half characters', () => {
    const safe = safeName(`A${'😀'.repeat(200)}.mbox`, 'linux')
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
    expect(safe).toMatch(/^A.*\.mbox$/)
    expect(safe.isWellFormed()).toBe(true)
  })
})

describe('a path from outside', () => {
  it('never climbs and is never absolute', () => {
    for (const path of ['../../x', '/x', 'a/../../x', '..\\..\\x', './x', '//x', 'C:\\x']) {
      const segments = safeSegments(path, 'linux') ?? []
      expect(segments.length, path).toBeGreaterThan(0)
      for (const segment of segments) expect(segment).toMatch(/^(?!\.{1,2}$)[^/\\]+$/)
    }
  })

  it('is refused when it is nested too deep', () => {
    expect(safeSegments(`${'a/'.repeat(50)}file`)).toBeNull()
  })
})
