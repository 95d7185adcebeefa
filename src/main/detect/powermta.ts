/**
 * PowerMTA. "Hello, this is the mail server on …", then a line a recipient that ends with what became of the delivery; the
 * details, `mx.example.com: <reply>`, may follow below. A status part usually stands beside it.
 */
import type { Kind } from '../../shared/bounce.ts'
import { ADDRESS, noted } from './notice.ts'
import { recipientBlocks } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'powermta'

const INTRO = /^Hello, this is the mail server on \S+\.?\s*\n/m
const LINE = new RegExp(`^\\s*<(${ADDRESS})>[ \\t]+((?:delivery|relayed|delivered|expanded|message)\\b.*)$`, 'i')

function kindOf(outcome: string): Kind {
  if (/delayed|will (?:retry|continue)/i.test(outcome) && !/will not/i.test(outcome)) return 'delay'
  return /^(?:relayed|delivered|expanded)|delivery successful/i.test(outcome) ? 'delivered' : 'bounce'
}

export const powermta: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'PowerMTA list of outcomes',
  source: 'rb-sisimai lib/sisimai/lhost/powermta.rb (the report of PowerMTA, line by line)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect({ text }): Statement[] {
    return recipientBlocks(text, LINE).flatMap(({ recipient, reason }) => {
      const [outcome = ''] = reason.split('\n')
      return noted({ detector: NAME, rule: 'outcome' }, recipient, reason, { kind: kindOf(outcome) })
    })
  },
}
