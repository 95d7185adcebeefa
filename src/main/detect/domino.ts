/**
 * Lotus Domino and Notes. The router writes three sentences, `Your message … was not delivered to: … because: …`; the old SMTP
 * MTA puts the reason and the address under `Failure Reasons`.
 */
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, noted } from './notice.ts'
import { between, paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'domino'

const TO =
  /^(?:was not delivered to|could not be delivered to|wurde nicht zugestellt an|n['’]a pas été (?:remis|délivré|distribué) à|no se (?:ha entregado|entregó) a|non è stato (?:consegnato|recapitato) a|não foi entregue (?:a|para)|is niet (?:afgeleverd|bezorgd) (?:aan|bij))\s*:[ \t]*$/im
const BECAUSE =
  /^(?:because|weil|da|aufgrund|car|parce que|en raison de|porque|debido a|perché|poiché|omdat|wegen)\s*:[ \t]*$/im
const REASONS = /^-{3,} ?Failure Reasons? {0,3}-{3,}[ \t]*$/m
const RETURNED = /^-{3,} ?Returned Message ?-{3,}/m
/** The address, with a name in front of its brackets at most. */
const LINE = new RegExp(`^[ \\t]*(?:[^<>\\n]{0,100}<)?(${ADDRESS})>?[ \\t]*$`)

function addressesIn(text: string): string[] {
  return text.split('\n').flatMap((line) => LINE.exec(line)?.[1] ?? [])
}

/** The router's sentences; they may come once for each recipient. */
function fromSentences(text: string): Statement[] {
  const found: Statement[] = []
  for (const part of text.split(new RegExp(`(?=${TO.source})`, 'im'))) {
    const addresses = addressesIn(between(part, TO, BECAUSE) ?? '')
    const [reason = ''] = paragraphs(between(part, BECAUSE) ?? '')
    for (const address of addresses)
      found.push(...noted({ detector: NAME, rule: 'router' }, address, reason.trim() || null))
  }
  return found
}

function fromReasons(text: string): Statement[] {
  const list = between(text, REASONS, RETURNED) ?? ''
  const reason = list
    .split('\n')
    .filter((line) => line.trim() !== '' && !LINE.test(line))
    .join('\n')
  return addressesIn(list).flatMap((address) =>
    noted({ detector: NAME, rule: 'smtp-mta' }, address, reason.trim() || null),
  )
}

export const domino: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Lotus Domino and Notes',
  source:
    'HCL Domino administration, "delivery failure reports"; wRAR/flufl.bounce simplematch.py ("Your message … because:")',
  words: [TO, REASONS],
  gate: (message: ParsedMessage) => (TO.test(message.text) && BECAUSE.test(message.text)) || REASONS.test(message.text),
  detect({ text }): Statement[] {
    return REASONS.test(text) ? fromReasons(text) : fromSentences(text)
  },
}
