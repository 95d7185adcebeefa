/** What a person should know of a list's addresses before they are used. The addresses must have been judged. */
import { EXPORT_WARNINGS, type ExportWarning, type ExportWarningKind } from '../../shared/api.ts'
import type { Database } from './database.ts'
import { Values } from './filter.ts'
import { type Selection, whereSelection } from './selection.ts'

/** Addresses named in one warning. */
const EXAMPLES = 3

type AddressWarning = Exclude<ExportWarningKind, 'incomplete'>

/** Of one address (the columns of `known` below): whether the warning is about it. */
const CONDITIONS: Record<AddressWarning, string> = {
  'strict-only': `judged = 'remove' AND fine AND NOT overridden`,
  keep: `judged = 'keep'`,
  watch: `judged = 'watch'`,
  review: `judged = 'review'`,
  'never-remove': 'never_remove',
  'own-domain': 'own_domain',
  'delivered-later': 'delivered_at > last_trouble_at',
}

/** The resend list holds addresses that are to be kept: these say nothing of it. */
const OF_REMOVALS: readonly AddressWarning[] = ['strict-only', 'keep', 'watch', 'review', 'never-remove', 'own-domain']

/** The warnings that apply, gravest first. */
export async function readWarnings(database: Database, selection: Selection): Promise<ExportWarning[]> {
  const kinds = (Object.keys(CONDITIONS) as AddressWarning[]).filter(
    (kind) => selection.list !== 'resend' || !OF_REMOVALS.includes(kind),
  )
  const values = new Values()
  const columns = kinds.map(
    (kind) => `count_if(${CONDITIONS[kind]})::DOUBLE,
      coalesce(to_json(min(spelt, ${EXAMPLES}) FILTER (WHERE ${CONDITIONS[kind]})), '[]')::VARCHAR`,
  )
  const rows = await database.read(
    `WITH listed AS (
       SELECT address, max(recipient) AS spelt FROM records
       WHERE address IS NOT NULL AND ${whereSelection(selection, values)} GROUP BY address
     ),
     -- Domains of returned messages' senders; those where unrelated people have mailboxes are nobody's own.
     own AS (
       SELECT lower(regexp_extract(original_from, '@([^@<>\\s",;]+)>?\\s*$', 1)) AS domain
       FROM records WHERE kind IN ('bounce', 'delay') AND original_from IS NOT NULL
       EXCEPT SELECT domain FROM mailbox_provider_domains
     ),
     known AS (
       SELECT r.address, min(l.spelt) AS spelt, max(address_verdict) AS judged, bool_or(overridden) AS overridden,
         bool_and(verdict = 'keep') FILTER (WHERE kind IN ('bounce', 'delay', 'complaint')) AS fine,
         coalesce(max(r.address IN (SELECT entry FROM never_remove) OR domain IN (SELECT entry FROM never_remove)), FALSE)
           AS never_remove,
         coalesce(max(domain IN (SELECT domain FROM own)), FALSE) AS own_domain,
         max(reported_at) FILTER (WHERE kind = 'delivered') AS delivered_at,
         max(reported_at) FILTER (WHERE kind IN ('bounce', 'complaint')) AS last_trouble_at
       FROM records r JOIN listed l ON l.address = r.address GROUP BY r.address
     )
     SELECT ${columns.join(', ')} FROM known`,
    values.list,
  )
  const cells = rows[0] ?? []
  const warnings = kinds.map((kind, n): ExportWarning => {
    const examples = JSON.parse(String(cells[2 * n + 1] ?? '[]')) as string[]
    return { kind, count: Number(cells[2 * n] ?? 0), examples }
  })
  const incomplete = await readIncomplete(database)
  return [incomplete, ...warnings]
    .filter(({ count }) => count > 0)
    .sort((a, b) => EXPORT_WARNINGS.indexOf(a.kind) - EXPORT_WARNINGS.indexOf(b.kind))
}

/** Imports that did not come to their end, the one that runs among them. */
async function readIncomplete(database: Database): Promise<ExportWarning> {
  const rows = await database.read(`SELECT count(*)::DOUBLE FROM imports WHERE state <> 'complete'`)
  return { kind: 'incomplete', count: Number(rows[0]?.[0] ?? 0), examples: [] }
}
