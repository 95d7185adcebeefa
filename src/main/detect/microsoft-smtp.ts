/**
 * The SMTP service of Windows (IIS), on which Exchange 2000 and 2003 stand: "This is an automatically generated Delivery
 * Status Notification", a sentence that says what became of it, and the addresses, each on a line of its own. No reasons:
 * those stand in the status part, and are missing where it is.
 */
import type { Kind } from '../../shared/bounce.ts'
import { ADDRESS, hasStatusGroups, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'microsoft-smtp'

const INTRO =
  /^[ \t]*(?:This is an automatically generated Delivery Status Notification|Dies ist eine automatisch erstellte Benachrichtigung (?:ü|ue)ber den Zustellstatus|Ceci est une notification (?:automatique )?d['’]état de remise|Esta es una notificación de estado de entrega generada automáticamente|Notifica generata automaticamente sullo stato del recapito|Dit is een automatisch gegenereerde melding)/im

/** The sentences, first match wins. */
const SENTENCES: readonly [RegExp, Kind][] = [
  [/has been delayed|wurde verzögert|a été (?:retardée|différée)|se ha (?:retrasado|demorado)/i, 'delay'],
  [/successfully (?:relayed|delivered)|was delivered to|erfolgreich (?:übermittelt|zugestellt)/i, 'delivered'],
  [
    /Delivery to the following recipients? failed|Unable to deliver message to the following recipients?|Übermittlung an folgende Empfänger fehlgeschlagen|Échec de la remise|Error (?:de|en la) entrega|Recapito .{0,40}non riuscito/i,
    'bounce',
  ],
]

const LINE = new RegExp(`^[ \\t]*(${ADDRESS})[ \\t]*$`)

export const microsoftSmtp: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Windows SMTP service: addresses under one sentence',
  source: 'Microsoft knowledge base 295734, 284204; RFC 3464 for the part beside it',
  words: [INTRO],
  gate: (message) =>
    INTRO.test(message.text) && !hasStatusGroups(message) && !/google/i.test(message.headers.get('from') ?? ''),
  detect({ text }): Statement[] {
    const found: Statement[] = []
    let sentence: { kind: Kind; words: string } | null = null
    for (const paragraph of text.split(/\n[ \t]*\n/)) {
      const match = SENTENCES.find(([words]) => words.test(paragraph))
      if (match) sentence = { kind: match[1], words: paragraph.trim() }
      if (!sentence) continue
      for (const line of paragraph.split('\n')) {
        const address = LINE.exec(line)?.[1]
        if (address)
          found.push(...noted({ detector: NAME, rule: 'sentence' }, address, sentence.words, { kind: sentence.kind }))
      }
    }
    return found
  },
}
