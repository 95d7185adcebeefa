/**
 * IONOS (1&1, kundenserver.de), GMX, WEB.DE. Exim's introduction, other entries: the address with a colon, in quotes or
 * brackets, and below it `SMTP error from remote server …, host: mx (ip) reason: <reply>`, the same over several lines, or
 * `For the following reason:` with words.
 */
import { ADDRESS, noted } from './notice.ts'
import { recipientBlocks } from './text.ts'
import { stageOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'ionos'

const INTRO =
  /A message that you sent could not be delivered to\s+one\s+or\s+more\s+of\s+its\s+recipients\.[^:]{0,160}\bfollowing\s+address(?:\(es\)|es)?\s+failed:/
const OWN =
  /SMTP error from remote server (?:for|after)|^(?:For the following reason|Reason):[ \t]*$|^"[^"\s@]+@[^"\s]+":[ \t]*$/m

const RECIPIENT = new RegExp(`^["<]?(${ADDRESS.replace('(),:;', '(),:;"')})[">]?:?[ \\t]*()$`)
const COMMAND = /SMTP error from remote server (?:for|after) (\w+)(?: \w+)? command/
const HOST = /\bhost: ([A-Za-z0-9.-]+\.[A-Za-z0-9-]+)/
/** 1&1 calls what follows DATA by a name of its own. */
const STEPS: Record<string, string> = { TEXT: '.', BODY: '.' }

function reasonOf(block: string): string {
  const inline = /\breason: ([\s\S]*)$/.exec(block)?.[1]
  if (inline !== undefined) return inline.trim()
  return block
    .split('\n')
    .filter((line) => !/^(?:SMTP error from remote server|host:|For the following reason:|Reason:)/.test(line.trim()))
    .join('\n')
    .trim()
}

export const ionos: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'IONOS (1&1), GMX, WEB.DE',
  source:
    'postmaster.1und1.de and postmaster.gmx.net (error messages); GNU Mailman Bouncers/SimpleMatch.py (kundenserver.de)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text) && OWN.test(message.text),
  detect({ text }): Statement[] {
    const start = INTRO.exec(text)
    const list = start ? text.slice(start.index + start[0].length) : ''
    return recipientBlocks(list, RECIPIENT).flatMap(({ recipient, reason }) => {
      const command = COMMAND.exec(reason)?.[1] ?? ''
      const words = reasonOf(reason).split(/\n\s*\n/)[0] ?? ''
      const extra = {
        remoteMta: HOST.exec(reason)?.[1]?.toLowerCase() ?? null,
        stage: stageOf(STEPS[command] ?? command),
      }
      return noted({ detector: NAME, rule: 'address-list' }, recipient, words || null, extra)
    })
  },
}
