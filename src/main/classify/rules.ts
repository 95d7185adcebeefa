/** The knowledge's rules, made ready to be tried in order. Pure. */
import { STRONG_TOPICS, type Topic, WEAK_TOPICS } from '../../shared/knowledge/patterns/index.ts'
import { PROVIDERS } from '../../shared/knowledge/providers/index.ts'
import type { Rule } from '../../shared/knowledge/types.ts'
import { rememberMany } from '../../shared/remember.ts'
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
  /** Its rank in the order of all rules. */
  rank: number
}

let rules = 0

function ready(name: string, own: readonly Rule[], reads: keyof ReplyText): ReadyRule[] {
  return own.map((rule) => ({
    id: `${name}/${rule.id}`,
    rule,
    reads,
    needs: requiredLiterals(rule.match),
    rank: rules++,
  }))
}

const readyTopic = ({ name, rules, reads }: Topic) => ready(name, rules, reads)

export const STRONG_RULES: readonly ReadyRule[] = STRONG_TOPICS.flatMap(readyTopic)
export const WEAK_RULES: readonly ReadyRule[] = WEAK_TOPICS.flatMap(readyTopic)
export const PROVIDER_RULES: ReadonlyMap<string, readonly ReadyRule[]> = new Map(
  PROVIDERS.map((provider) => [provider.id, ready(provider.id, provider.rules, 'full')]),
)

const EVERY_RULE = [...STRONG_RULES, ...WEAK_RULES, ...[...PROVIDER_RULES.values()].flat()]

/** The rules that read one form, in order, and the search for those that could match a text. */
function readersOf(reads: keyof ReplyText) {
  const own = EVERY_RULE.filter((rule) => rule.reads === reads).sort((a, b) => a.rank - b.rank)
  return { own, find: makeFinder(own.map((rule) => rule.needs)) }
}

const READERS = { full: readersOf('full'), plain: readersOf('plain') }

/** One form of a text, the rules that could match it in order, and what those that were tried have found. */
interface PreparedForm {
  text: string
  candidates: readonly ReadyRule[]
  /** Beside each candidate the words that it matches; undefined where it was not tried yet. */
  found: (string | null | undefined)[]
}

function prepareForm(reads: keyof ReplyText, text: string): PreparedForm {
  const { own, find } = READERS[reads]
  const candidates = find(text).map((place) => own[place] as ReadyRule)
  return { text, candidates, found: new Array(candidates.length) }
}

/** Without addresses and hosts thousands of replies are the same few: what rules found in them is found again. */
const preparePlain = rememberMany((plain) => prepareForm('plain', plain))

/** A text with the rules that could match it. */
export type PreparedText = Record<keyof ReplyText, PreparedForm>

export function prepareText(text: ReplyText): PreparedText {
  return { full: prepareForm('full', text.full), plain: preparePlain(text.plain) }
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
 * The first rule that fires on a text, in the order of the list (one of those above, whose ranks follow each other);
 * null where none does. Rules for the other permanence or another stage are passed over.
 */
export function firstMatch(
  rules: readonly ReadyRule[],
  { full, plain }: PreparedText,
  temporary: boolean,
  stage: string | null = null,
): Match | null {
  const from = rules[0]?.rank ?? 0
  const to = from + rules.length
  const other = temporary ? 'permanent' : 'temporary'
  let atFull = firstFrom(full, from)
  let atPlain = firstFrom(plain, from)
  for (;;) {
    const nextFull = full.candidates[atFull]
    const nextPlain = plain.candidates[atPlain]
    const isFull = nextFull !== undefined && (nextPlain === undefined || nextFull.rank < nextPlain.rank)
    const ready = isFull ? nextFull : nextPlain
    if (ready === undefined || ready.rank >= to) return null
    const at = isFull ? atFull++ : atPlain++
    const { only, stage: ownStage } = ready.rule
    if (only === other || (ownStage && ownStage !== stage)) continue
    const words = wordsFound(isFull ? full : plain, at, ready.rule)
    if (words !== null) return { id: ready.id, rule: ready.rule, words }
  }
}

/** Where the candidates of this rank and behind begin. */
function firstFrom({ candidates }: PreparedForm, rank: number): number {
  let at = 0
  while (at < candidates.length && (candidates[at] as ReadyRule).rank < rank) at++
  return at
}

function wordsFound(form: PreparedForm, at: number, rule: Rule): string | null {
  const known = form.found[at]
  if (known !== undefined) return known
  const match = rule.match.exec(form.text)
  const words = match === null ? null : match[0].trim().slice(0, MAX_WORDS)
  form.found[at] = words
  return words
}
