/** Notices in plain words that a message did arrive: no failure, though a mail system writes in the same voice. */
import { findAddresses } from '../message/addresses.ts'
import { FAILED } from './phrases.ts'
import { mayBeReport } from './signs.ts'
import { state } from './statement.ts'
import { strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'delivered'

/** Sentences in front of the list of recipients. */
const ARRIVED =
  /your message (?:was|has been) (?:successfully )?(?:delivered|relayed) to (?:the )?(?:following|recipient|these)|your message has been successfully (?:delivered|relayed)|delivery to (?:these|the following) recipients? (?:or groups? )?is complete/i

/** Characters behind the sentence in which recipients are looked for. */
const REACH = 4_000

export const delivered: Detector = {
  name: NAME,
  tier: 'kind',
  title: 'Notice of success',
  source: 'Exchange delivery receipts (Microsoft Learn, "Delivery reports"); RFC 3461 §4.1 NOTIFY=SUCCESS',
  gate: mayBeReport,
  detect(message): Statement[] {
    const sentence = ARRIVED.exec(message.text)
    if (!sentence) return []
    const list = message.text.slice(sentence.index, sentence.index + REACH)
    if (FAILED.test(list)) return []
    return strangers(findAddresses(list), message).map((recipient) =>
      state({
        kind: 'delivered',
        recipient,
        evidence: { detector: NAME, rule: 'words', part: 'text', excerpt: list.slice(0, 300) },
      }),
    )
  },
}
