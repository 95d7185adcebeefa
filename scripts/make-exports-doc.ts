/** Writes docs/exports.md. A test fails while the page does not say what the formats say. */
import { writeFileSync } from 'node:fs'
import { exportsDoc } from './exports-doc.ts'

writeFileSync(new URL('../docs/exports.md', import.meta.url), exportsDoc())
