import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stampOf } from './build-if-needed.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stamp-'))
  mkdirSync(join(root, 'src', 'main'), { recursive: true })
  write('src/main/index.ts', 'one')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Writes at a time of its own, so that no test waits for a clock. */
function write(path: string, text: string, seconds = 1_000): void {
  writeFileSync(join(root, path), text)
  utimesSync(join(root, path), seconds, seconds)
}

describe('the stamp of the sources', () => {
  it('stays while nothing changes', () => {
    expect(stampOf(root)).toBe(stampOf(root))
  })

  it.each([
    ['a source is edited', () => write('src/main/index.ts', 'two', 2_000)],
    ['a source grows within the same moment', () => write('src/main/index.ts', 'three')],
    ['a source is added', () => write('src/main/engine.ts', '')],
    ['a source is removed', () => rmSync(join(root, 'src/main/index.ts'))],
    ['dependencies change', () => write('package-lock.json', '{"changed":true}')],
    ['the build itself is set up', () => write('electron.vite.config.ts', '')],
  ])('changes when %s', (_, change) => {
    const before = stampOf(root)
    change()
    expect(stampOf(root)).not.toBe(before)
  })

  it('does not change for what is not built', () => {
    const before = stampOf(root)
    write('src/main/index.test.ts', 'a test')
    write('README.md', 'words')
    expect(stampOf(root)).toBe(before)
  })
})
