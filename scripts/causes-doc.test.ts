import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CAUSES } from '../src/shared/bounce.ts'
import { CAUSE_LABELS } from '../src/shared/knowledge/labels.ts'
import { causesDoc } from './causes-doc.ts'

describe('docs/causes.md', () => {
  it('says what the knowledge says (else run: node scripts/make-causes-doc.ts)', () => {
    expect(readFileSync(new URL('../docs/causes.md', import.meta.url), 'utf8')).toBe(causesDoc())
  })

  it('has a chapter for every cause, and a link to each', () => {
    const page = causesDoc()
    for (const cause of CAUSES) {
      expect(page).toContain(`### ${CAUSE_LABELS[cause]}\n`)
      expect(page).toContain(`(#${cause})`)
    }
  })
})
