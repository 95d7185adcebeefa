/**
 * Cisco Secure Email (IronPort). `The following message to <address> was undeliverable.` and `The reason for the problem:`, where
 * the appliance's own status leads and the other server's reply follows in quotes: `5.1.0 - Unknown address error 550-'…'`.
 */
import { readEnhancedCode } from '../../shared/smtp.ts'
import { ADDRESS, noted } from './notice.ts'
import { between, paragraphs } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'ironport'

const NOTICE = new RegExp(`^The following message to <?(${ADDRESS})>? was undeliverable\\.`, 'm')
const DELAYED = new RegExp(`^The following message to <?(${ADDRESS})>? (?:has been delayed|is delayed)`, 'm')
const REASON = /^The reason for the (?:problem|delay):[ \t]*$/m
/** `550-'5.1.1 User unknown'`, `550-['line one', 'line two']`. */
const QUOTED = /\b([45]\d\d)-(?:'([\s\S]*)'|\[([\s\S]*)\])\s*$/

function replyIn(reason: string): string {
  const quoted = QUOTED.exec(reason)
  if (!quoted) return reason
  const words = quoted[2] ?? (quoted[3] ?? '').replace(/^'|'$/g, '').replace(/',\s*'/g, ' ')
  return `${quoted[1] ?? ''} ${words.replace(new RegExp(`^${quoted[1]}[ -]`), '')}`
}

export const ironport: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Cisco Secure Email (IronPort) bounce',
  source: 'Cisco Secure Email Gateway user guide, bounce profiles and their notification template',
  words: [NOTICE, DELAYED],
  gate: (message) => NOTICE.test(message.text) || DELAYED.test(message.text),
  detect({ text }): Statement[] {
    const failed = NOTICE.exec(text)
    const recipient = (failed ?? DELAYED.exec(text))?.[1] ?? null
    const [reason = ''] = paragraphs(between(text, REASON) ?? '')
    const whole = reason.trim()
    const reply = replyIn(whole)
    // The appliance's own status stands where the other server stated none.
    const enhancedCode = readEnhancedCode(reply) ?? readEnhancedCode(whole)
    const kind = failed ? 'bounce' : 'delay'
    return noted({ detector: NAME, rule: 'reason' }, recipient, reply || null, { kind, enhancedCode })
  },
}
