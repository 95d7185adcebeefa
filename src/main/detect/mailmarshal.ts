/** MailMarshal (Trustwave SEG). `Could not be delivered because of`, the reply, then `The following recipients were affected:`. */
import { ADDRESS, noted } from './notice.ts'
import { between } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'mailmarshal'

const BECAUSE = /^Could not be delivered because of:?[ \t]*$/im
const AFFECTED = /^The following recipients were affected:[ \t]*$/im
const LINE = new RegExp(`^[ \\t]*<?(${ADDRESS})>?[ \\t]*$`)
const REMOTE = /^Remote-MTA:[ \t]*<([^>\s]+)>/im

export const mailmarshal: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'MailMarshal: affected recipients',
  source: 'rb-sisimai lib/sisimai/lhost/mailmarshalsmtp.rb (the notice of Trustwave SEG)',
  words: [BECAUSE],
  gate: (message) => BECAUSE.test(message.text) && AFFECTED.test(message.text),
  detect({ text }): Statement[] {
    const reason = between(text, BECAUSE, AFFECTED)?.trim() ?? ''
    const list = (between(text, AFFECTED) ?? '').split(/\n[ \t]*\n/)[0] ?? ''
    const host = REMOTE.exec(text)?.[1] ?? ''
    return list.split('\n').flatMap((line) => {
      const address = LINE.exec(line)?.[1]
      if (address === undefined) return []
      return noted({ detector: NAME, rule: 'affected' }, address, reason || null, { remoteMta: host || null })
    })
  },
}
