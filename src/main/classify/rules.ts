/** The knowledge's rules, made ready to be tried in order. Pure. */
import { STRONG_TOPICS, WEAK_TOPICS } from '../../shared/knowledge/patterns/index.ts'
import { PROVIDERS } from '../../shared/knowledge/providers/index.ts'
import type { Rule } from '../../shared/knowledge/types.ts'
import { requiredLiterals } from './literals.ts'

export interface ReadyRule {
  /** `gmail/no-such-user`. */
  id: string
  rule: Rule
  /** Pieces of which one must stand in the text; null to try always. */
  needs: string[] | null
}

function ready(name: string, rules: readonly Rule[]): ReadyRule[] {
  return rules.map((rule) => ({ id: `${name}/${rule.id}`, rule, needs: requiredLiterals(rule.match) }))
}

export const STRONG_RULES: readonly ReadyRule[] = STRONG_TOPICS.flatMap((topic) => ready(topic.name, topic.rules))
export const WEAK_RULES: readonly ReadyRule[] = WEAK_TOPICS.flatMap((topic) => ready(topic.name, topic.rules))
export const PROVIDER_RULES: ReadonlyMap<string, readonly ReadyRule[]> = new Map(
  PROVIDERS.map((provider) => [provider.id, ready(provider.id, provider.rules)]),
)

export interface Match {
  id: string
  rule: Rule
  /** The words that fired it. */
  words: string
}

/** Longest quotation of what a rule matched, in characters. */
const MAX_WORDS = 160

function possible(needs: string[] | null, text: string): boolean {
  if (!needs) return true
  for (const piece of needs) if (text.includes(piece)) return true
  return false
}

/** The first rule that fires on a text, in the order of the list; null where none does. */
export function firstMatch(rules: readonly ReadyRule[], text: string, temporary: boolean): Match | null {
  const other = temporary ? 'permanent' : 'temporary'
  for (const { id, rule, needs } of rules) {
    if (rule.only === other || !possible(needs, text)) continue
    const match = rule.match.exec(text)
    if (match) return { id, rule, words: match[0].trim().slice(0, MAX_WORDS) }
  }
  return null
}
