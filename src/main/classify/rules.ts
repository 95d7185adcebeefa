/** The knowledge's rules, made ready to be tried in order. Pure. */
import { STRONG_TOPICS, type Topic, WEAK_TOPICS } from '../../shared/knowledge/patterns/index.ts'
import { PROVIDERS } from '../../shared/knowledge/providers/index.ts'
import type { Rule } from '../../shared/knowledge/types.ts'
import { makeFinder } from './finder.ts'
import { requiredLiterals } from './literals.ts'
import type { ReplyText } from './text.ts'

export interface ReadyRule {
  /** `gmail/no-such-user`. */
  id: string
  rule: Rule
  /** Which form of the text it reads. */
  reads: keyof ReplyText
  /** Pieces of which one must stand in that text; null to try always. */
  needs: string[] | null
  /** Its place among all rules that read the same form. */
  place: number
}

const counts: Record<keyof ReplyText, number> = { full: 0, plain: 0 }

function ready(name: string, rules: readonly Rule[], reads: keyof ReplyText): ReadyRule[] {
  return rules.map((rule) => ({
    id: `${name}/${rule.id}`,
    rule,
    reads,
    needs: requiredLiterals(rule.match),
    place: counts[reads]++,
  }))
}

const readyTopic = ({ name, rules, reads }: Topic) => ready(name, rules, reads)

export const STRONG_RULES: readonly ReadyRule[] = STRONG_TOPICS.flatMap(readyTopic)
export const WEAK_RULES: readonly ReadyRule[] = WEAK_TOPICS.flatMap(readyTopic)
export const PROVIDER_RULES: ReadonlyMap<string, readonly ReadyRule[]> = new Map(
  PROVIDERS.map((provider) => [provider.id, ready(provider.id, provider.rules, 'full')]),
)

const EVERY_RULE = [...STRONG_RULES, ...WEAK_RULES, ...[...PROVIDER_RULES.values()].flat()]

function finderFor(reads: keyof ReplyText) {
  return makeFinder(
    EVERY_RULE.filter((rule) => rule.reads === reads)
      .sort((a, b) => a.place - b.place)
      .map((rule) => rule.needs),
  )
}

const FINDERS = { full: finderFor('full'), plain: finderFor('plain') }

/** A text with the rules that could match it marked, by their places. */
export interface PreparedText {
  text: ReplyText
  candidates: Record<keyof ReplyText, Uint8Array>
}

export function prepareText(text: ReplyText): PreparedText {
  return { text, candidates: { full: FINDERS.full(text.full), plain: FINDERS.plain(text.plain) } }
}

export interface Match {
  id: string
  rule: Rule
  /** The words that fired it. */
  words: string
}

/** Longest quotation of what a rule matched, in characters. */
const MAX_WORDS = 160

/**
 * The first rule that fires on a text, in the order of the list; null where none does. Rules for the other permanence
 * or another stage are passed over.
 */
export function firstMatch(
  rules: readonly ReadyRule[],
  { text, candidates }: PreparedText,
  temporary: boolean,
  stage: string | null = null,
): Match | null {
  const other = temporary ? 'permanent' : 'temporary'
  for (const { id, rule, reads, place } of rules) {
    if (!candidates[reads][place] || rule.only === other || (rule.stage && rule.stage !== stage)) continue
    const match = rule.match.exec(text[reads])
    if (match) return { id, rule, words: match[0].trim().slice(0, MAX_WORDS) }
  }
  return null
}
