/** Writes docs/causes.md. A test fails while the page does not say what the knowledge says. */
import { writeFileSync } from 'node:fs'
import { causesDoc } from './causes-doc.ts'

writeFileSync(new URL('../docs/causes.md', import.meta.url), causesDoc())
