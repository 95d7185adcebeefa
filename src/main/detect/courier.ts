/**
 * Courier. Under a ruled heading in capitals come the recipients, `<address>:`, each with its dialogue below: `>>>` what
 * was sent, `<<<` what came back (or Courier's own words in that place).
 */
import type { ParsedMessage } from '../message/types.ts'
import { hasStatusGroups, noted } from './notice.ts'
import { recipientBlocks } from './text.ts'
import { readTranscript } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'courier'

const INTRO = /running the Courier mail server|^\s*(?:UNDELIVERABLE MAIL|DELAYS IN DELIVERING YOUR MESSAGE)\s*$/m
const DELAYED = /^\s*DELAYS IN DELIVERING YOUR MESSAGE\s*$|has been delayed\. {1,2}This is an\s+advisory notice only/m
const DELIVERED = /^\s*(?:CONFIRMED DELIVERY|RELAYED MAIL|.*has been successfully (?:delivered|relayed))/im
const RECIPIENT = /^\s*<([^\s<>]+@[^\s<>]+)>:[ \t]*(.*)$/

function reasonOf(block: string): { reason: string; host: string | null } {
  const refusal = readTranscript(block).find((one) => one.reply !== '')
  const host = /^\s*(?:\[([^\]\s]+)\]|(\S+\.\S+) \[[^\]]+\]):?\s*$/m.exec(block)
  return {
    reason: refusal?.reply ?? block.split(/\n-{5,}/)[0]?.trim() ?? '',
    host: (host?.[2] ?? host?.[1])?.toLowerCase() ?? null,
  }
}

export const courier: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Courier delivery status notification in words',
  source: 'Courier courier/module.dsn/dsn.c, dsnfailed.txt, dsndelayed.txt',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect(message: ParsedMessage): Statement[] {
    const kind = DELAYED.test(message.text) ? 'delay' : 'bounce'
    if (kind === 'bounce' && DELIVERED.test(message.text) && hasStatusGroups(message)) return []
    return recipientBlocks(message.text, RECIPIENT).flatMap(({ recipient, reason }) => {
      const told = reasonOf(reason)
      return noted({ detector: NAME, rule: 'recipient' }, recipient, told.reason, { kind, remoteMta: told.host })
    })
  },
}
