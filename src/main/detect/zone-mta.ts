/**
 * ZoneMTA (and Nodemailer's relays on it). `Delivery to the following recipient failed permanently:`, the address, then the
 * reply under `Technical details of permanent failure:`. Gmail once wrote the same words; ZoneMTA adds no sentence of its own.
 */
import { ADDRESS, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'zone-mta'

const NOTICE = new RegExp(
  `^Delivery to the following recipient failed permanently:[ \\t]*\\n(?:[ \\t]*\\n)?[ \\t]+(${ADDRESS})[ \\t]*\\n\\s*\\nTechnical details of permanent failure:[ \\t]*\\n\\s*\\n((?!.{0,80}Google)[\\s\\S]*)$`,
  'm',
)

export const zoneMta: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'ZoneMTA notice',
  source: 'zone-eu/zone-mta plugins/core/email-bounce.js generateBounceMessage()',
  gate: (message) =>
    !/google|gmail/i.test(message.headers.get('from') ?? '') &&
    message.text.includes('Technical details of permanent failure'),
  detect({ text }): Statement[] {
    const match = NOTICE.exec(text)
    if (!match) return []
    const reason = (match[2] ?? '').split(/\n-{4,}/)[0]?.trim() ?? ''
    return noted({ detector: NAME, rule: 'technical-details' }, match[1] ?? null, reason || null)
  },
}
