import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { whyNoListAddress } from '../src/main/export/address-check.ts'
import { ADDRESS_VERDICT_SQL } from '../src/main/store/address-verdict-sql.ts'
import { isMailboxProviderDomain, PROVIDERS } from '../src/shared/knowledge/providers/index.ts'
import { sqlDocs } from './sql-docs.ts'

const docs = sqlDocs()

/** DuckDB's own answer over records of these recipients, each a bounce to remove. */
async function answer(recipients: string[], sql: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `CREATE TABLE records (id VARCHAR, source STRUCT(file VARCHAR, "index" INTEGER), kind VARCHAR, recipient VARCHAR,
       domain VARCHAR, "group" VARCHAR, cause VARCHAR, verdict VARCHAR, "reportedAt" TIMESTAMPTZ)`,
  )
  for (const [index, recipient] of recipients.entries()) {
    await connection.run(
      `INSERT INTO records VALUES ($1, {'file': 'a', 'index': 0}, 'bounce', $2, $3, 'hard', 'mailbox-unknown', 'remove', NULL)`,
      [
        `${String(index).padStart(32, '0')}:0`,
        recipient,
        recipient.slice(recipient.lastIndexOf('@') + 1).toLowerCase(),
      ],
    )
  }
  for (const text of Object.values(docs)) await connection.run(text)
  const rows = (await connection.runAndReadAll(sql)).getRows()
  connection.closeSync()
  instance.closeSync()
  return rows.map(([value]) => String(value))
}

describe('docs/sql', () => {
  it.each(Object.entries(docs))(
    '%s holds what the product runs (else: node scripts/make-sql-docs.ts)',
    (name, text) => {
      expect(readFileSync(new URL(`../docs/sql/${name}`, import.meta.url), 'utf8')).toBe(text)
    },
  )

  it('holds the address verdicts word for word', () => {
    expect(docs['3-address-verdicts.sql']).toContain(ADDRESS_VERDICT_SQL)
  })

  it('knows the mailbox providers that the product knows', async () => {
    const named = PROVIDERS.flatMap(({ domains }) => domains).map((domain) => domain.replace('*', 'zz'))
    const alike = named.flatMap((domain) => [domain, `x.${domain}`, `${domain}.au`, domain.slice(1)])
    const domains = [...new Set([...alike, 'yahoo.co.uk', 'yahoo.mail.co.uk', 'yahoo', 'firm.example'])]
    const found = await answer(
      domains.map((domain) => `a@${domain}`),
      'SELECT domain FROM mailbox_provider_domains',
    )
    expect(found.sort()).toEqual(domains.filter(isMailboxProviderDomain).sort())
  })

  it('lists what the product lists', async () => {
    const addresses = [
      ...['ann@shop.example', "o'hara+news@shop.example", 'jérôme@bücher.example', 'x@[192.0.2.1]', 'a/b@shop.example'],
      ...['-dash@shop.example', '=run@shop.example', '＝run@shop.example', '+1@shop.example', 'a b@shop.example'],
      ...[
        '"a b"@shop.example',
        'a@b@shop.example',
        'a(b)@shop.example',
        'a\u00a0b@shop.example',
        'a\u200bb@shop.example',
      ],
      ...['a@shop..example', 'a@-', 'a@', 'redacted@shop.example', 'dav...@shop.example', 'a**b@shop.example'],
      ...['a@hidden', 'a@x.invalid', `${'l'.repeat(65)}@shop.example`, `${'é'.repeat(33)}@shop.example`],
      ...[`a@${'d'.repeat(256)}`, 'undisclosed-recipients@shop.example', 'plain'],
    ]
    // Each in a domain of its own would be no domain event; a few of one domain must not become one.
    const spread = addresses.map((address, index) => address.replace('shop.example', `shop${index}.example`))
    const listed = await answer(spread, 'SELECT address FROM removal_list')
    expect(listed.sort()).toEqual(spread.filter((address) => whyNoListAddress(address) === null).sort())
    expect(listed.length).toBeGreaterThan(4)
  })
})
