import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRecentFiles } from './recent.ts'

let folder: string
let file: string
const boxes = (...names: string[]) => names.map((name) => join(folder, name))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recent-'))
  file = join(folder, 'recent.json')
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('lists what was opened last first, each once, over a restart', () => {
  const recent = createRecentFiles(file, () => new Date('2026-11-02T10:00:00Z'))
  recent.add(boxes('a', 'b'))
  recent.add(boxes('c', 'a'))
  const again = createRecentFiles(file).list()
  expect(again.map(({ path }) => path)).toEqual(boxes('c', 'a', 'b'))
  expect(again[0]?.openedAt).toBe('2026-11-02T10:00:00.000Z')
})

it('leaves out what is no longer there, and keeps no more than fit in a menu', () => {
  const recent = createRecentFiles(file)
  recent.add([...boxes('a'), ...Array.from({ length: 30 }, (_, index) => join(folder, `gone ${index}`))])
  expect(recent.list().map(({ path }) => path)).toEqual(boxes('a'))
})

it('is empty once cleared, and where its file is damaged', () => {
  const recent = createRecentFiles(file)
  recent.add(boxes('a'))
  recent.clear()
  expect(recent.list()).toEqual([])
  writeFileSync(file, '[{"path":3}]')
  expect(recent.list()).toEqual([])
})
