import { describe, expect, it } from 'vitest'
import { STRONG_TOPICS, WEAK_TOPICS } from '../../shared/knowledge/patterns/index.ts'
import { PROVIDERS } from '../../shared/knowledge/providers/index.ts'
import { readEnhancedCode, readReplyCode } from '../../shared/smtp.ts'
import { judge } from './index.ts'
import { firstMatch, PROVIDER_RULES, prepareText, type ReadyRule, STRONG_RULES, WEAK_RULES } from './rules.ts'
import { readText } from './text.ts'
import { isTemporary } from './verdict.ts'

const GENERAL: [string, readonly ReadyRule[]][] = [
  ['strong', STRONG_RULES],
  ['weak', WEAK_RULES],
]
const PROVIDER_LISTS = [...PROVIDER_RULES]
const EVERY: [string, ReadyRule][] = [...GENERAL, ...PROVIDER_LISTS].flatMap(([list, rules]) =>
  rules.map((rule): [string, ReadyRule] => [`${list}: ${rule.id}`, rule]),
)

const REPLIES = EVERY.flatMap(([, { rule }]) =>
  [rule.example, rule.nearMiss].map((reply) => {
    const text = readText(reply)
    return { text, prepared: prepareText(text) }
  }),
)

function temporary(text: string): boolean {
  return isTemporary('bounce', readReplyCode(text), readEnhancedCode(text))
}

function form({ reads }: ReadyRule, text: string): string {
  return readText(text)[reads]
}

describe('rules', () => {
  it('have ids of their own', () => {
    const topics = [...STRONG_TOPICS, ...WEAK_TOPICS].flatMap((topic) =>
      topic.rules.map((rule) => `${topic.name}/${rule.id}`),
    )
    const all = [
      ...topics,
      ...PROVIDERS.flatMap((provider) => provider.rules.map((rule) => `${provider.id}/${rule.id}`)),
    ]
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
    expect(all.every((id) => /^[a-z\d-]+\/[a-z\d-]+$/.test(id))).toBe(true)
  })

  it.each([...GENERAL, ...PROVIDER_LISTS])(
    'of %s: each fires on its own example, and none stands in front of it',
    (_list, rules) => {
      for (const { id, rule } of rules)
        expect(
          firstMatch(rules, prepareText(readText(rule.example)), temporary(rule.example), rule.stage)?.id ?? null,
          rule.example,
        ).toBe(id)
    },
  )

  it.each(EVERY)('%s stays silent on what only looks alike', (_label, ready) => {
    expect(ready.rule.match.exec(form(ready, ready.rule.nearMiss))).toBeNull()
  })

  it.each(EVERY)(
    '%s finds in any reply what its expression finds, though it is tried piece by piece',
    (_label, ready) => {
      const { match, only, stage } = ready.rule
      const found = REPLIES.map(({ prepared }) => firstMatch([ready], prepared, only === 'temporary', stage)?.words)
      expect(found).toEqual(REPLIES.map(({ text }) => match.exec(text[ready.reads])?.[0].trim().slice(0, 160)))
    },
  )

  it.each(EVERY)('%s takes no time on a long hostile text', (_label, { rule }) => {
    for (const piece of ['user ', 'a:', '<', 'not ', 'mailbox is ', '((', 'too many ', 'message size ']) {
      const hostile = piece.repeat(Math.ceil(3000 / piece.length))
      const started = process.cpuUsage().user
      rule.match.test(hostile)
      // No timed test of speed: a pattern that backtracks without bounds takes minutes here.
      expect(process.cpuUsage(undefined).user - started).toBeLessThan(2_000_000)
    }
  })
})

describe('no general rule is for ever behind another', () => {
  const general = [...STRONG_RULES, ...WEAK_RULES].map((ready) => [ready.id, ready] as const)
  it.each(general)('%s decides over its own example', (id, { rule }) => {
    const judgement = judge({
      kind: 'bounce',
      recipient: 'anna@shop.example',
      replyCode: null,
      enhancedCode: null,
      diagnostic: rule.example,
      remoteMta: null,
      reportingMta: null,
      action: 'failed',
      stage: rule.stage ?? null,
    })
    // A blocklist is told by its own name.
    expect(judgement.rule.replace(/^blocklist\/.*/, 'blocklist')).toBe(id.replace(/^blocklist\/.*/, 'blocklist'))
    expect(judgement.cause).toBe(rule.cause)
  })
})

describe('the rules of a provider decide at that provider', () => {
  const cases = PROVIDERS.filter((provider) => provider.hosts.length > 0).flatMap((provider) =>
    provider.rules.map((rule) => ({ provider, rule })),
  )
  it.each(cases.map(({ provider, rule }) => [`${provider.id}/${rule.id}`, provider, rule] as const))(
    '%s',
    (id, provider, rule) => {
      const judgement = judge({
        kind: 'bounce',
        recipient: 'anna@shop.example',
        replyCode: null,
        enhancedCode: null,
        diagnostic: rule.example,
        remoteMta: `dns; mx1.${provider.hosts[0]}`,
        reportingMta: null,
        action: 'failed',
        stage: rule.stage ?? null,
      })
      expect(judgement.provider).toBe(provider.id)
      expect(judgement.rule).toBe(id)
      expect(judgement.cause).toBe(rule.cause)
    },
  )
})
