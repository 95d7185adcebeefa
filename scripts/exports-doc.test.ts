import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exportsDoc } from './exports-doc.ts'

it('docs/exports.md says what the formats say (else run: node scripts/make-exports-doc.ts)', () => {
  expect(readFileSync(new URL('../docs/exports.md', import.meta.url), 'utf8')).toBe(exportsDoc())
})
