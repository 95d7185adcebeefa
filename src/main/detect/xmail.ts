/**
 * XMail. Numbered sections: `[<00>] XMail bounce: Rcpt=[address];Error=[reason]`, `[<01>]` with `Rcpt To:` and `Server:`, `[<02>]`
 * the reason alone, and the beginning of the message behind `[<05>]`. The sender is whoever its postmaster is.
 */
import { noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'xmail'

const INTRO = '[<00>] XMail bounce:'
const BOUNCE = /^\[<00>\] XMail bounce: Rcpt=\[([^\]\n]+)\];Error=\[/m
const SECTION = /\n\s*\[<0\d>\] /
const REASON = /^\[<02>\] The reason of the delivery failure was:\s*/m
const SERVER = /^Server:[ \t]*<([A-Za-z0-9.-]+\.[A-Za-z0-9-]+)>/m

/** The reason: of a section of its own, else the one in brackets. */
function reasonIn(text: string, behind: number): string | null {
  const own = REASON.exec(text)
  const from = own ? own.index + own[0].length : behind
  const rest = text.slice(from)
  const end = SECTION.exec(rest)
  const reason = (end ? rest.slice(0, end.index) : rest).trim()
  return (own ? reason : reason.replace(/\]\s*$/, '')).trim() || null
}

export const xmail: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'XMail: numbered sections',
  source: 'XMail QueueUtils.cpp QueUtBuildErrorResponse()',
  gate: ({ text }) => text.includes(INTRO),
  detect({ text }): Statement[] {
    const bounce = BOUNCE.exec(text)
    if (!bounce) return []
    const remoteMta = SERVER.exec(text)?.[1]?.toLowerCase() ?? null
    const reason = reasonIn(text, bounce.index + bounce[0].length)
    return noted({ detector: NAME, rule: 'sections' }, bounce[1] ?? null, reason, { remoteMta })
  },
}
