/**
 * Stalwart. A line a recipient, the outcome in parentheses: `<address> (host 'mx' rejected command 'RCPT TO:<…>' with code
 * 550 (5.1.1) 'text')`, `<address> (connection to 'mx' failed: …)`. Sentences above each group tell failures from delays.
 */
import type { Kind } from '../../shared/bounce.ts'
import { ADDRESS, noted } from './notice.ts'
import { stageOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'stalwart'

const LINE = new RegExp(
  `^<(${ADDRESS})> \\(((?:host|delivered to|failed to lookup|connection to|TLS error|DANE failed|MTA-STS failed|rate limited|too many concurrent|queue error).*)\\)[ \\t]*$`,
)
const DELAYED = /temporary problem delivering/i
const FAILED = /could not be delivered|following addresses failed/i
const CODED = /with code (\d{3}) \(([245]\.\d{1,3}\.\d{1,3})\) '(.*)'$/
const HOST = /^(?:host|delivered to|connection to|TLS error from) '([^']+)'/
const COMMAND = /rejected command '([^']*)'/

export const stalwart: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Stalwart outcome lines',
  source: 'stalwartlabs/mail-server crates/smtp/src/queue/dsn.rs write_dsn_text()',
  gate: (message) => message.text.includes('> ('),
  detect({ text }): Statement[] {
    let kind: Kind = 'bounce'
    return text.split('\n').flatMap((line) => {
      if (DELAYED.test(line)) kind = 'delay'
      else if (FAILED.test(line)) kind = 'bounce'
      const match = LINE.exec(line.trim())
      if (!match) return []
      const outcome = match[2] ?? ''
      const [, code, enhanced = '', words] = CODED.exec(outcome) ?? []
      const extra = {
        kind: outcome.startsWith('delivered to') ? 'delivered' : kind,
        remoteMta: HOST.exec(outcome)?.[1]?.toLowerCase() ?? null,
        stage: stageOf(COMMAND.exec(outcome)?.[1] ?? ''),
      } as const
      const stated = enhanced === '0.0.0' ? '' : `${enhanced} `
      const reason = code === undefined ? outcome : `${code} ${stated}${words}`
      return noted({ detector: NAME, rule: 'outcome' }, match[1] ?? null, reason, extra)
    })
  },
}
