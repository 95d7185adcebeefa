/**
 * Exchange 4.0 to 2003 and the Internet Mail Service: "did not reach the following recipient(s)" or "could not be reached",
 * in the server's language, then `recipient on <date>` with the reason below: a sentence, and either `<host #5.1.1 smtp;550 …>`
 * or `MSEXCH:IMS:…(000C05A6) …`. Recipients stand as addresses, display names, or X.400 names that hold `SMTP=address`.
 */
import { findAddresses } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'exchange-2003'

const INTRO = new RegExp(
  [
    /did not reach (?:some or all of the intended recipients|the following recipient)|following recipient\(s\) (?:could not|cannot) be reached/,
    /nicht alle (?:der gewünschten )?Empfänger erreicht|hat (?:einige oder alle|mindestens einen) (?:der )?Empfänger nicht erreicht|Empfänger (?:konnte|kann|können)\S* nicht erreicht werden/,
    /n['’]est pas parvenue? à (?:un ou plusieurs|certains)|destinataires? suivants? (?:ne peu|n['’]ont pas|n['’]a pas)/,
    /no llegó a (?:algunos|uno)|No se (?:puede|pudo) (?:localizar|entregar|tener acceso) (?:a )?(?:los|el|al) (?:siguientes )?destinatarios?/,
    /non (?:ha raggiunto|è stato recapitato a) alcuni|destinatari seguenti non (?:sono|possono)|Impossibile raggiungere i (?:seguenti )?destinatari/,
    /não chegou a (?:alguns|um)|destinatários? (?:a seguir|seguintes?) não/,
    /heeft (?:een of meer|sommige of alle) geadresseerden niet bereikt|volgende geadresseerden? (?:kan|kunnen|konden) niet/,
    /не (?:достигло|доставлено) (?:некоторым|одному|некоторых)|следующих получателей/i,
    /MSEXCH:(?:IMS|IMC|MSExchangeMTA):/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'i',
)

/** `recipient on 4/29/2001 11:34 PM`, `… am 01.02.2003 10:00`, `… le …`, `… on Thu, 29 Apr 2010 …`. */
const ENTRY =
  /^[ \t]*(\S.{0,300}?)[;,]?[ \t]+(?:on|am|le|el|il|em|op|den|dnia|dne|в)[ \t]+(?:[A-Za-zÀ-ÿ]{2,10}\.?,?[ \t]+)?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.?[ \t]+[A-Za-zÀ-ÿ]{3,10}\.?[ \t]+\d{4})\b.*$/

/** Lines above the recipients that look alike: the message's own date. */
const HEAD = /^[ \t]*(?:Sent|Gesendet|Envoyé|Enviado|Inviato|Verzonden|Отправлено)\b/i

/** An address in what names a recipient; of an X.400 name the SMTP part. Null for a mere display name. */
function addressIn(named: string): string | null {
  const x400 = /\bSMTP\s*=\s*([^\s;]+@[^\s;]+|[^\s;]+\(a\)[^\s;]+)/i.exec(named)?.[1]
  return x400?.replace('(a)', '@') ?? findAddresses(named)[0] ?? null
}

/** `<mx.example.com #5.1.1 smtp;550 …>`: the host that is quoted, where a reply follows. */
function hostIn(reason: string): string | null {
  return /<([A-Za-z0-9.-]+\.[A-Za-z0-9-]+) #[245]\.\d+\.\d+ smtp;/i.exec(reason)?.[1]?.toLowerCase() ?? null
}

function reasonOf(lines: readonly string[]): string {
  const text = lines.join('\n').trim()
  return text.split(/\n[ \t]*\n(?![ \t]*(?:<|MSEXCH:|[ \t]{6}))/)[0] ?? ''
}

export const exchange2003: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Exchange 4.0 to 2003 and Internet Mail Service: recipients with dates',
  source: 'Microsoft knowledge base 284204 (Exchange 2000, 2003), 251152 (Internet Mail Service), 195671',
  words: [INTRO],
  gate: (message: ParsedMessage) => INTRO.test(message.text),
  detect({ text }): Statement[] {
    const start = INTRO.exec(text)
    const blocks: { named: string; lines: string[] }[] = []
    let carried = ''
    for (const line of text.slice(start && !start[0].startsWith('MSEXCH') ? start.index : 0).split('\n')) {
      const entry = HEAD.test(line)
        ? null
        : (ENTRY.exec(line) ?? (carried ? ENTRY.exec(`${carried}${line.trim()}`) : null))
      // X.400 names are wrapped at their semicolons.
      carried = /^[ \t]*c=\w\w;.*;?$/i.test(line) && !entry ? line.trim() : ''
      const last = blocks[blocks.length - 1]
      if (entry) blocks.push({ named: entry[1] ?? '', lines: [] })
      else if (last) last.lines.push(line)
    }
    return blocks.flatMap(({ named, lines }) => {
      const reason = reasonOf(lines.map((line) => line.trim()))
      return noted({ detector: NAME, rule: 'recipient-date' }, addressIn(named), reason || null, {
        remoteMta: hostIn(reason),
      })
    })
  },
}
