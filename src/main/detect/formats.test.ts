import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DETECTORS } from './registry.ts'

const PAGE = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8')

/** The cells of the row that begins with this name. */
function rowOf(name: string): string[] {
  const line = PAGE.split('\n').find((one) => one.startsWith(`| \`${name}\` |`))
  return line?.split(/(?<!\\) ?\| ?/).slice(1, -1) ?? []
}

describe('docs/formats.md', () => {
  it.each(DETECTORS.map(({ name }) => name))('tells of %s: what, by what, where shown, how sure', (name) => {
    const cells = rowOf(name)
    expect(cells).toHaveLength(5)
    expect(cells.filter((cell) => cell.trim() === '')).toEqual([])
  })

  it.each(DETECTORS.filter(({ tier }) => tier === 'sender').map(({ name }) => name))('shows what %s writes', (name) => {
    expect(PAGE).toMatch(new RegExp(`\n\`${name}\`\n\`\`\`\n[^\`]+\n\`\`\`\n`))
  })

  it('tells of no detector that is gone', () => {
    const names = new Set(DETECTORS.map(({ name }) => name))
    const rows = [...PAGE.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1] ?? '')
    expect(rows.filter((name) => !names.has(name))).toEqual([])
    expect(rows.toSorted()).toEqual([...names].toSorted())
  })
})
