/**
 * What the notices of Chinese mailbox providers share: pages of labels, each followed by its words, on the same line or below:
 * why it came back (退信原因), what the other server said (英文说明, 系统应答, 远程响应), advice (解决方案).
 */
import { readAddress } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { noted, unwrap } from './notice.ts'
import type { Statement } from './types.ts'

/** Separators between a label and what it labels; labels come with their English beside them (`收件人/To :`). */
const GAP = '[ \\t]*(?:/[ \\t]*\\n?[ \\t]*[A-Za-z][A-Za-z \\-]{0,40})?[ \\t]*[:：]?[ \\t\\n]*'
/** A label of any of the notices at the start of a line: where the words of the one before it end. */
const NEXT =
  /^[ \t]*(?:(?:主|时)[ \t　]*(?:题|间)|发件人|收件人|抄[ \t　]*送|密[ \t　]*送|原文|原邮件信息|被退回邮件|退信原因|退信代码|建议解决方案|解决方案|解决建议|解决办法|英文说明|系统应答|远程响应|邮件ID)(?=[\s:：/|])|^[ \t]*(?:此外|您可以|This message is generated|Dear |-{3,})/m

/** The words behind a label, joined to one line; null where the label is not there. */
function labelled(text: string, label: string): string | null {
  const match = new RegExp(`(?:^|\\n)[^\\n]{0,4}${label}${GAP}`).exec(text)
  if (!match) return null
  const rest = text.slice(match.index + match[0].length)
  const end = NEXT.exec(rest)
  const words = unwrap(end ? rest.slice(0, end.index) : (rest.split(/\n[ \t]*\n/)[0] ?? ''))
  return words === '' ? null : words
}

/** The other server's words: behind a label of their own, or behind `said` in the reason. */
function answerIn(text: string, reason: string): string | null {
  const said = /\bhost \S+ said:.*$/.exec(reason)?.[0]
  return said ?? labelled(text, '英文说明') ?? labelled(text, '系统应答') ?? labelled(text, '远程响应')
}

/**
 * The recipients that `recipients` finds (each match's first group), all with the reason that the page gives. Empty where
 * the page has no reason: then it is a letter about such mail.
 */
export function readChineseNotice(
  detector: string,
  { text }: ParsedMessage,
  recipients: readonly string[],
): Statement[] {
  const reason = labelled(text, '退信原因')
  if (reason === null) return []
  const answer = answerIn(text, reason)
  const own = answer === null ? reason : reason.replace(answer, '').trim()
  const words = [answer, own].filter(Boolean).join('\n')
  // NetEase writes the host without a colon behind `said`.
  const host = /\bHost ([A-Za-z0-9.-]+\.[A-Za-z0-9-]+)\([0-9.]+\) said/.exec(words)?.[1]?.toLowerCase()
  const seen = new Set<string>()
  return recipients.flatMap((written) => {
    const address = readAddress(written)
    if (address === null || seen.has(address.toLowerCase())) return []
    seen.add(address.toLowerCase())
    return noted({ detector, rule: 'labels' }, address, words, host === undefined ? {} : { remoteMta: host })
  })
}

/** All that a pattern's first group finds. */
export function allOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])
}
