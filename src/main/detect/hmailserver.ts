/**
 * hMailServer. "The following recipient(s) could not be reached:", then each address with lines below: `Error Type: SMTP`,
 * what was sent, `Remote server replied: …`, or a description in words.
 */
import { ADDRESS, noted } from './notice.ts'
import { stageOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'hmailserver'

const INTRO = /^Your message did not reach some or all of the intended recipients\./m
const MINE = /^\s*hMailServer\s*$|hMailServer sent:|^\s*Error Type: /m
const LIST = /^The following recipient\(s\) could not be reached:[ \t]*$/m
const LINE = new RegExp(`^[ \\t]{0,6}(?:Recipient:[ \\t]*)?(?:\\[SMTP:)?(${ADDRESS})\\]?[ \\t]*$`)
const REPLIED = /^[ \t]*(?:Remote server (?:replied|response)|Server response):[ \t]*(.*)$/im
const SENT = /hMailServer sent:[ \t]*(\S.*)$/m
const DESCRIBED = /^[ \t]*Error Description:[ \t]*(.*)$/m

function reasonOf(lines: readonly string[]): { reason: string; command: string } {
  const text = lines.join('\n')
  const reply = REPLIED.exec(text)
  const rest = reply ? text.slice(reply.index).replace(REPLIED, '$1') : (DESCRIBED.exec(text)?.[1] ?? text)
  const reason = rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'hMailServer')
    .join('\n')
  return { reason, command: SENT.exec(text)?.[1] ?? '' }
}

export const hmailserver: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'hMailServer notice',
  source: 'hmailserver/hmailserver DBScripts (SEND_FAILED_NOTIFICATION), SMTPClientConnection.cpp (error lines)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text) && MINE.test(message.text),
  detect({ text }): Statement[] {
    const blocks: { recipient: string; lines: string[] }[] = []
    for (const line of text.slice(Math.max(0, text.search(LIST))).split('\n')) {
      const recipient = LINE.exec(line)?.[1]
      if (recipient) blocks.push({ recipient, lines: [] })
      else blocks[blocks.length - 1]?.lines.push(line)
    }
    return blocks.flatMap(({ recipient, lines }) => {
      const { reason, command } = reasonOf(lines)
      return noted({ detector: NAME, rule: 'list' }, recipient, reason || null, { stage: stageOf(command) })
    })
  },
}
