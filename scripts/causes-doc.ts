/** The text of docs/causes.md: every cause, its fix, its verdict and its rules, out of the knowledge itself. */
import { CAUSES, type Cause } from '../src/shared/bounce.ts'
import { BASIC_CASES } from '../src/shared/knowledge/basicCases.ts'
import { BLOCKLISTS } from '../src/shared/knowledge/blocklists.ts'
import { CAUSE_INFO } from '../src/shared/knowledge/causes.ts'
import { ENHANCED_CODES } from '../src/shared/knowledge/enhancedCodes.ts'
import { GUIDE } from '../src/shared/knowledge/guide.ts'
import { CAUSE_LABELS, faultLabel, verdictLabel } from '../src/shared/knowledge/labels.ts'
import { STRONG_TOPICS, WEAK_TOPICS } from '../src/shared/knowledge/patterns/index.ts'
import {
  CAUSE_VERDICTS,
  DOMAIN_EVENT_ADDRESSES,
  DOMAIN_EVENT_HOURS,
  WATCH_BOUNCES,
  WATCH_DAYS,
} from '../src/shared/knowledge/policy.ts'
import { PROVIDERS } from '../src/shared/knowledge/providers/index.ts'
import { REPLY_CODES } from '../src/shared/knowledge/replyCodes.ts'
import type { CodeRule, Rule } from '../src/shared/knowledge/types.ts'

interface Listed {
  id: string
  rule: Rule
}

const GENERAL: Listed[] = [...STRONG_TOPICS, ...WEAK_TOPICS].flatMap((topic) =>
  topic.rules.map((rule) => ({ id: `${topic.name}/${rule.id}`, rule })),
)
const BY_PROVIDER: Listed[] = PROVIDERS.flatMap((provider) =>
  provider.rules.map((rule) => ({ id: `${provider.id}/${rule.id}`, rule })),
)

/** Text in a table cell: no line breaks, no bar that would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}

/** Literal text: what stands in angle brackets or stars must not be taken for markup. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function anchor(cause: Cause): string {
  return `[${CAUSE_LABELS[cause]}](#${cause})`
}

function overview(): string {
  return table(
    ['Cause', 'Who can mend it', 'Failed for good', 'Failed for now'],
    CAUSES.map((cause) => [
      anchor(cause),
      faultLabel(CAUSE_INFO[cause].fault),
      verdictLabel(CAUSE_VERDICTS[cause].permanent),
      verdictLabel(CAUSE_VERDICTS[cause].temporary),
    ]),
  )
}

function codesOf(cause: Cause): string {
  const enhanced = Object.entries(ENHANCED_CODES).filter(([, code]) => code.cause === cause)
  const replies = Object.entries(REPLY_CODES).filter(([, code]) => code.cause === cause)
  const words = [...replies.map(([code]) => code), ...enhanced.map(([code]) => `x.${code}`)]
  return words.length > 0 ? `Codes that mean it when the words say nothing else: ${words.join(', ')}.` : ''
}

function chapter(cause: Cause): string {
  const info = CAUSE_INFO[cause]
  const { permanent, temporary } = CAUSE_VERDICTS[cause]
  const rules = [...GENERAL, ...BY_PROVIDER].filter(({ rule }) => rule.cause === cause)
  return [
    `<a id="${cause}"></a>`,
    `### ${CAUSE_LABELS[cause]}`,
    `${info.title}. ${info.what}`,
    `**Why it matters.** ${info.why}`,
    `**Verdict.** For good: ${verdictLabel(permanent)}. For now: ${verdictLabel(temporary)}. Who can mend it: ${faultLabel(info.fault)}.`,
    `**Fix.** ${info.fix}`,
    info.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    info.checks.length > 0
      ? `**How to check.**\n\n${info.checks.map((check) => `- ${check.label} \`${check.command}\``).join('\n')}`
      : '',
    `**When to send again.** ${info.sendAgain}`,
    `**Documented in** ${info.documentation.map(({ label, address }) => `${label} (${address})`).join('; ')}.`,
    codesOf(cause),
    rules.length > 0
      ? `<details><summary>${rules.length} rules</summary>\n\n${table(
          ['Rule', 'Fires on', 'But not on', 'Source'],
          rules.map(({ id, rule }) => [code(id), code(rule.example), code(rule.nearMiss), rule.source]),
        )}\n\n</details>`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function codeName({ code }: CodeRule): string {
  return typeof code === 'string' ? `x.${code}` : `x.${code.source.replace(/[\^$\\]/g, '').replaceAll('(?:', '(')}`
}

function vendorCodes(): string {
  const rows = PROVIDERS.flatMap((provider) =>
    (provider.codes ?? []).map((rule) => [provider.label, codeName(rule), CAUSE_LABELS[rule.cause], rule.source]),
  )
  return table(['At', 'Status', 'Means there', 'Source'], rows)
}

/** The whole page, in Markdown. */
export function causesDoc(): string {
  return `${[
    '# Causes, fixes and verdicts',
    'This page is made from the knowledge in `src/shared/knowledge` by `node scripts/make-causes-doc.ts`; change it there.',
    'A **cause** is what happened, the **verdict** what to do with the address. Only a dead address is removed, and only on a final answer; what you can mend yourself never costs an address.',
    overview(),
    `“Watch” becomes “remove” after at least ${WATCH_BOUNCES} bounces over at least ${WATCH_DAYS} days. When at least ${DOMAIN_EVENT_ADDRESSES} addresses of one company’s domain fail alike within ${DOMAIN_EVENT_HOURS} hours, they are held for review. A closed mailbox that may open again is watched; relaying denied by your own server is kept.`,
    'Evidence is weighed in this order: the words at the provider that said them, words anywhere, the provider’s own meaning of the status code, the registered meaning, poorer words, the reply code, the stage of the dialogue.',
    '## The seven basic cases',
    table(
      ['Code', 'What it means', 'What to do'],
      BASIC_CASES.map((basic) => [basic.title, basic.what, basic.fix]),
    ),
    '## Questions behind bounces',
    ...GUIDE.map((topic) => `### ${topic.title}\n\n${topic.paragraphs.join('\n\n')}`),
    '## The causes',
    ...CAUSES.map(chapter),
    '## Status codes that mean something else at one provider',
    vendorCodes(),
    '## Blocklists',
    table(
      ['List', 'What it means', 'Look-up and removal'],
      BLOCKLISTS.map((list) => [list.label, list.meaning, list.page]),
    ),
    '## Providers that are recognised',
    table(
      ['Provider', 'Mailboxes under', 'Page for senders'],
      PROVIDERS.map((provider) => [
        provider.label,
        provider.domains.map(code).join(', ') || '–',
        provider.postmaster?.address ?? '–',
      ]),
    ),
  ].join('\n\n')}\n`
}
