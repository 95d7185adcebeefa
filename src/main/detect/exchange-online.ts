/**
 * Exchange Online and Outlook.com, where only the designed page is left of the report: "Your message to … couldn't be
 * delivered.", further down a table with `Recipient Address:` and `Error:` or `Reported error:`.
 */
import { findAddresses } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, hasStatusGroups, noted } from './notice.ts'
import { strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'exchange-online'

const HEADERS = ['x-ms-exchange-message-is-ndr', 'x-ms-exchange-crosstenant-originalarrivaltime']
const WORDS = /Original Message Details|Office ?365|Microsoft ?365|outlook\.com/i

/** The sentence at the top, by language; the address follows. */
const SENTENCE = new RegExp(
  `(?:Your message to|Ihre Nachricht an|Votre message (?:à|pour)|(?:Su|El) mensaje (?:a|para)|Il messaggio (?:a|per|inviato a)|(?:A )?[Ss]ua mensagem para|Uw bericht (?:aan|naar)|Twoja wiadomość do|Ваше сообщение для)[\\s"'(<]+(${ADDRESS})`,
  'i',
)
const TABLE = new RegExp(`^[ \\t]*Recipient Address:\\s*(${ADDRESS})`, 'im')
const REPORTED = /^[ \t]*(?:Reported error|Error|Message rejected by|Status code):\s*(\S.*)$/im
const CODED = /(?<![\d.])[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b.*/

function recipientsOf(message: ParsedMessage): string[] {
  const named = [TABLE.exec(message.text)?.[1], SENTENCE.exec(message.text)?.[1]].filter((one) => one !== undefined)
  return strangers(named.flatMap((one) => findAddresses(one)).slice(0, 1), message)
}

export const exchangeOnline: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Exchange Online and Outlook.com: the designed page alone',
  source: 'Microsoft Learn, "Email non-delivery reports and SMTP errors in Exchange Online" (parts of the report)',
  gate: (message) =>
    !hasStatusGroups(message) && (HEADERS.some((name) => message.headers.has(name)) || WORDS.test(message.text)),
  detect(message): Statement[] {
    const coded = CODED.exec(message.text)?.[0] ?? REPORTED.exec(message.text)?.[1] ?? null
    return recipientsOf(message).flatMap((recipient) =>
      coded === null ? [] : noted({ detector: NAME, rule: 'page' }, recipient, coded.trim()),
    )
  },
}
