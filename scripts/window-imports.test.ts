import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '..', 'src', 'renderer')

/** Sources that end up in the window. */
function windowSources(): string[] {
  const entries = readdirSync(RENDERER, { recursive: true, withFileTypes: true })
  const files = entries.filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return paths.filter((path) => !path.startsWith(join(RENDERER, 'testing')))
}

it('the window takes only types from the contract: its validation belongs to the host, and weighs as much as React', () => {
  const sources = windowSources()
  expect(sources.length).toBeGreaterThan(10)
  const importing = sources.filter((path) => {
    const imports = readFileSync(path, 'utf8').matchAll(/^import (type )?[^;]*?from '([^']+)'/gm)
    return Array.from(imports).some(
      ([, type, from]) => !type && /(?:^zod|@orpc\/contract|shared\/api\.ts)$/.test(from ?? ''),
    )
  })
  expect(importing).toEqual([])
})
