/** The knowledge's rules, made ready to be tried in order. Pure. */

import { makeFinder } from '../../shared/finder.ts'
import { STRONG_TOPICS, type Topic, WEAK_TOPICS } from '../../shared/knowledge/patterns/index.ts'
import { PROVIDERS } from '../../shared/knowledge/providers/index.ts'
import type { Rule } from '../../shared/knowledge/types.ts'
import { type Alternative, alternativesOf } from '../../shared/literals.ts'
import { rememberMany } from '../../shared/remember.ts'
import type { ReplyText } from './text.ts'

/** One alternative of a rule's expression, compiled when it is first tried. */
interface ReadyAlternative extends Alternative {
  match: RegExp | null
}

export interface ReadyRule {
  /** `gmail/no-such-user`. */
  id: string
  rule: Rule
  /** Which form of the text it reads. */
  reads: keyof ReplyText
  /** What it is made of, tried one by one. */
  alternatives: ReadyAlternative[]
  /** Its rank in the order of all rules. */
  rank: number
}

let rules = 0

function ready(name: string, own: readonly Rule[], reads: keyof ReplyText): ReadyRule[] {
  return own.map((rule) => ({
    id: `${name}/${rule.id}`,
    rule,
    reads,
    alternatives: alternativesOf(rule.match).map((alternative) => ({ ...alternative, match: null })),
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

interface Reading {
  rule: ReadyRule
  alternative: ReadyAlternative
}

/** The alternatives that read one form, in the order of their rules, and the search for those that could match a text. */
function readersOf(reads: keyof ReplyText) {
  const rules = EVERY_RULE.filter((rule) => rule.reads === reads).sort((a, b) => a.rank - b.rank)
  const own = rules.flatMap((rule) => rule.alternatives.map((alternative): Reading => ({ rule, alternative })))
  return { own, find: makeFinder(own.map(({ alternative }) => alternative.needs)) }
}

const READERS = { full: readersOf('full'), plain: readersOf('plain') }

/** A rule that could match a text, and by which of its alternatives. */
interface Candidate {
  rule: ReadyRule
  alternatives: ReadyAlternative[]
  /** The words that it matches; undefined where it was not tried yet. */
  found: string | null | undefined
}

/** One form of a text with the rules that could match it, in order. */
interface PreparedForm {
  text: string
  candidates: readonly Candidate[]
}

function prepareForm(reads: keyof ReplyText, text: string): PreparedForm {
  const { own, find } = READERS[reads]
  const candidates: Candidate[] = []
  for (const place of find(text)) {
    const { rule, alternative } = own[place] as Reading
    const last = candidates[candidates.length - 1]
    if (last?.rule === rule) last.alternatives.push(alternative)
    else candidates.push({ rule, alternatives: [alternative], found: undefined })
  }
  return { text, candidates }
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
    const isFull = nextFull !== undefined && (nextPlain === undefined || nextFull.rule.rank < nextPlain.rule.rank)
    const candidate = isFull ? nextFull : nextPlain
    if (candidate === undefined || candidate.rule.rank >= to) return null
    if (isFull) atFull++
    else atPlain++
    const { id, rule } = candidate.rule
    if (rule.only === other || (rule.stage && rule.stage !== stage)) continue
    if (candidate.found === undefined) candidate.found = wordsFound(candidate, isFull ? full.text : plain.text)
    if (candidate.found !== null) return { id, rule, words: candidate.found }
  }
}

/** Where the candidates of this rank and behind begin. */
function firstFrom({ candidates }: PreparedForm, rank: number): number {
  let at = 0
  while (at < candidates.length && (candidates[at] as Candidate).rule.rank < rank) at++
  return at
}

/** What the rule's whole expression would match: the match that begins first, of those that begin there the first in order. */
function wordsFound({ alternatives }: Candidate, text: string): string | null {
  let first: RegExpExecArray | null = null
  for (const alternative of alternatives) {
    alternative.match ??= new RegExp(alternative.source)
    const match = alternative.match.exec(text)
    if (match !== null && (first === null || match.index < first.index)) first = match
    if (first?.index === 0) break
  }
  return first === null ? null : first[0].trim().slice(0, MAX_WORDS)
}
