/** Writes docs/sql. A test fails while the files do not hold what the product runs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { sqlDocs } from './sql-docs.ts'

const folder = new URL('../docs/sql/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(sqlDocs())) writeFileSync(new URL(name, folder), text)
