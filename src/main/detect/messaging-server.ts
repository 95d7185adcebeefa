/**
 * Sun, Oracle and iPlanet Messaging Server, and PMDF before it: labelled lines for each recipient, `Recipient address:`,
 * `Original address:` (who was mailed, where that differs), `Reason:`, `Diagnostic code:`, `Remote system:`.
 */
import type { Kind } from '../../shared/bounce.ts'
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'messaging-server'

const LABEL =
  /^[ \t]{1,8}(Recipient address|Original address|Reason|Diagnostic code|Remote system|Response from Remote):[ \t]*(.*)$/i
const DELAYED = /will continue to try to deliver|has been enqueued and undeliverable|Delivery is being attempted/i
/** The same words over a message that was given up. */
const RETURNED = /is being returned|cannot be delivered|timed out and failed/i
const DELIVERED =
  /^Your message (?:has been|was) (?:successfully )?(?:delivered|relayed|forwarded) to the following recipients?:/m

interface Entry {
  fields: Map<string, string>
}

/** One entry a `Recipient address:` line; a line that is no label continues the one above it. */
function readEntries(text: string): Entry[] {
  const entries: Entry[] = []
  let field: string | null = null
  for (const line of text.split('\n')) {
    const match = LABEL.exec(line)
    if (match) {
      field = (match[1] ?? '').toLowerCase()
      if (field === 'recipient address') entries.push({ fields: new Map() })
      entries[entries.length - 1]?.fields.set(field, (match[2] ?? '').trim())
    } else if (field !== null && /^[ \t]{3,}\S/.test(line)) {
      const fields = entries[entries.length - 1]?.fields
      fields?.set(field, `${fields.get(field) ?? ''} ${line.trim()}`)
    } else field = null
  }
  return entries
}

/** `dns;mx.example.com (TCP|192.0.2.1|…)`: the name in front. */
function hostOf(system: string | undefined): string | null {
  const host = /^(?:[a-z]+\s*;\s*)?([A-Za-z0-9.-]+)/.exec(system ?? '')?.[1]
  return host?.includes('.') ? host.toLowerCase() : null
}

export const messagingServer: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Oracle (Sun, iPlanet) Messaging Server and PMDF: labelled recipients',
  source: 'Sun Java System Messaging Server administration guide, delivery status notifications (return_*.txt)',
  gate: (message) => /^[ \t]{1,8}Recipient address:/im.test(message.text),
  detect({ text }): Statement[] {
    const kind: Kind = DELIVERED.test(text)
      ? 'delivered'
      : DELAYED.test(text) && !RETURNED.test(text)
        ? 'delay'
        : 'bounce'
    return readEntries(text).flatMap(({ fields }) => {
      const recipient = fields.get('recipient address') ?? ''
      const original = fields.get('original address')
      const code = fields.get('diagnostic code')?.replace(/^[a-z-]+\s*;\s*/i, '')
      const reason = code ?? fields.get('response from remote') ?? fields.get('reason') ?? null
      const extra = {
        kind,
        originalRecipient: original ? recipient : null,
        remoteMta: hostOf(fields.get('remote system')),
      }
      return noted({ detector: NAME, rule: 'labels' }, original ?? recipient, reason, extra)
    })
  },
}
