/**
 * The last resort: sentences that many systems write around a failed address. Asked only where headers say that a mail
 * system reports, and no detector for a single system knew the text.
 */
import { findAddresses, isHidden, undoVerp } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { looksLikeReport } from './signs.ts'
import { enhancedCodeOf, replyCodeOf, sameAddress, state } from './statement.ts'
import { paragraphs, readSaid, returnedRecipient, strangers } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'generic'

/** Most recipients believed in one report that is read by sentences: beyond, it is a list of something else. */
const MAX_RECIPIENTS = 500
/** Characters of text that are read: failure is told at the beginning. */
const MAX_TEXT = 64 * 1024

/** Words that say that something failed, by language. */
const FAILED = new RegExp(
  [
    /could ?n[o']t be (?:delivered|sent|reached|found)|(?:un|not |n['’]t )(?:able|possible) to (?:deliver|be delivered|send|reach)|have an? [^.\n]{0,40}account|trouble delivering|did(?: no|n')t reach|(?:was|were|been|be|is) (?:not |un)delivered|undeliver|cannot (?:be )?deliver|can'?t (?:be )?deliver|not deliver|non-?deliver/,
    /(?:delivery|message|mail|recipients?|address(?:es)?|following)[^.\n]{0,60}(?:failed|fatal|failure|errors?|rejected|problem)|(?:failed|fatal|rejected|permanent|error)[^.\n]{0,60}(?:recipients?|address|deliver|mailbox|account)|bounced|returned (?:to|mail)|refused|has been (?:rejected|blocked)/,
    /(?:user|mailbox|account|address|recipient|userid|addressee|destination)[^.\n]{0,40}(?:unknown|not found|does(?: no|n')t exist|invalid|disabled|inactive|unavailable|exceed|full|over quota|not (?:recognized|valid|known|listed|local|exist|accept|active|here))|(?:unknown|invalid|no such|nonexistent|non-existent|bad|disabled|inactive)[^.\n]{0,30}(?:user|mailbox|account|address|recipient|userid|destination)|quota|mailbox (?:is )?full/,
    /nicht zugestellt|konnten?\b[^.\n]{0,80}nicht|fehlgeschlagen|unzustellbar|unbekannt|existiert nicht|überschritten/,
    /n['’]a pas (?:pu|été)|n['’]ont pas|échec|inconnu|introuvable|n['’]existe pas|non (?:remis|distribu)|impossible de/,
    /no (?:se )?(?:pudo|ha podido|existe)|no fue posible|desconocid|no entregad|fallo|rechazad/,
    /non è stat[oa]|impossibile|non (?:esiste|consegnat|recapitat)|sconosciut|rifiutat|fallit/,
    /não (?:foi|pôde|pode|existe)|desconhecid|falh(?:a|ou)|rejeitad/,
    /niet (?:be|af)geleverd|kon niet|onbekend|bestaat niet|mislukt|geweigerd/,
    /nie (?:można|udało|zosta|istnieje|może)|niedostarcz|nieznan/,
    /не (?:может|удалось|был|доставлен|существует|найден)|недостав|ошибк|неизвест|невозможно/,
    /届け|配信でき|配送でき|送信でき|送れませ|エラー|存在し(?:ない|ませ)|見つかりませ|不明|拒否/,
    /无法|無法|未能|失败|失敗|不存在|退信|退回|拒绝|拒絕|未送达/,
    /못했|수 없|실패|반송|존재하지|거부|없는/,
    /kunde inte|kunne ikke|ei voitu|nelze|nepodařilo|nem (?:sikerült|lehet)|teslim edilemedi|δεν/,
  ]
    .map((pattern) => `(?:${pattern.source})`)
    .join('|'),
  'i',
)

const DELAYED =
  /still (?:trying|be(?:ing)? (?:re)?tried)|will (?:keep trying|continue (?:trying|to try|attempting)|be (?:retried|re-?attempted)|retry|try again)|has been delayed|is delayed|delivery (?:is |has been )?delayed|delay(?:ed)? (?:notification|warning)|warning only|this is a warning|not been delivered yet|(?:need|do) not (?:need to )?(?:resend|re-?send|retry)/i
const GAVE_UP =
  /gave up|giving up|given up|permanent|(?:has|have) failed|no longer|could not be delivered (?:within|for)|undeliverable|expired|final/i

/** Labels of lines that name somebody else, or summarise the message that came back. */
const OTHER_LABEL =
  /^[\s>*|-]*(?:from|sender|reply-to|return-path|cc|bcc|mail from|envelope-from|on behalf of|message-?id|in-reply-to|references|subject|\(?(?:ultimately )?(?:generated|expanded) (?:by|from)|received|von|de|da|van|absender|expéditeur|remitente|mittente|remetente|afzender|отправитель|差出人|发件人|寄件者|보낸사람)(?:\s*[:=<]|(?<=(?:generated|expanded) (?:by|from)))/i
const TO_LABEL = /^[\s>*|-]*(?:to|an|à|para|a|aan|кому|宛先|收件人|받는사람)\s*[:=]/i

/** The end of a paragraph behind which a list stands, or a word that announces one. */
const LIST_FOLLOWS =
  /[:：]\s*$|following|below|folgende|suivant|siguiente|seguent|seguint|volgende|następując|следующ|以下|下列|次の|다음/i

/** Sentences that say where to ask: their addresses belong to helpers. */
const CONTACT =
  /contact|question|\bhelp\b|assist|support|write to|forward (?:this|it|the)|send (?:a |an )?(?:new )?(?:e-?mail|mail|message|report)|e-?mail us|complain|feedback|please (?:visit|e-?mail|mail|notify|report|see)|postmaster (?:at|of)|administrator|kontakt|wenden sie|fragen|contactez|póngase|contatta|contate|neem contact|обратитесь|お問い合わせ|联系|聯絡|문의/i
const HELPER =
  /^(?:postmaster|abuse|support|help|helpdesk|info|admin|administrator|hostmaster|webmaster|mailer-daemon|no-?reply|noreply|security)@/i

interface Candidate {
  address: string
  /** Where its line begins in the text. */
  at: number
  score: number
}

/** Scores: the start of a line 3, a failure in its paragraph 2, one that announces a list in front of it 3. */
const ENOUGH = 3

/** Addresses with what speaks for them. */
function candidates(text: string, message: ParsedMessage): Candidate[] {
  const found: Candidate[] = []
  let at = 0
  let announced = false
  for (const paragraph of paragraphs(text)) {
    at = text.indexOf(paragraph, at)
    const failed = FAILED.test(paragraph) || DELAYED.test(paragraph)
    let offset = at
    for (const line of paragraph.split('\n')) {
      for (const address of line.includes('@') ? strangers(findAddresses(line), message) : []) {
        const score = scoreOf(line, address, failed, announced)
        if (score > 0) found.push({ address, at: offset, score })
      }
      offset += line.length + 1
    }
    // A list may have blank lines between its items.
    announced = (failed && LIST_FOLLOWS.test(paragraph)) || (announced && found.some((one) => one.at >= at))
    at += paragraph.length
  }
  return found
}

function scoreOf(line: string, address: string, failed: boolean, announced: boolean): number {
  if (OTHER_LABEL.test(line)) return 0
  if (TO_LABEL.test(line)) return 1
  const bare = line.replace(
    /^[\s>*|•·-]*(?:\d+[.)]\s+)?(?:<mailto:|smtp:|rfc822;|address:|recipient:|user:|e-?mail:)?\s*["'<[(]*/i,
    '',
  )
  const listed = /^[^\s]+@[^\s]+>?\s*(?::|$)/.test(bare)
  const opens = bare.toLowerCase().startsWith(address.toLowerCase().slice(0, 5)) && bare.includes('@')
  if (!opens && (CONTACT.test(line) || HELPER.test(address))) return 0
  return 1 + (opens ? (failed || announced || listed ? 3 : 1) : 0) + (failed ? 2 : 0) + (announced ? 3 : 0)
}

/** The words that say why: of the stretch of text that belongs to this recipient, the paragraph with a code, else its first. */
function reasonOf(stretch: string): string {
  const all = paragraphs(stretch)
  const coded =
    all.find((paragraph) => replyCodeOf(paragraph) !== null) ??
    all.find((paragraph) => enhancedCodeOf(paragraph) !== null)
  return (coded ?? all.find((paragraph) => FAILED.test(paragraph)) ?? all[0] ?? '').trim()
}

function kindOf(message: ParsedMessage, reason: string): 'bounce' | 'delay' {
  const words = `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, 3_000)}`
  return DELAYED.test(words) && !GAVE_UP.test(words) && !GAVE_UP.test(reason) ? 'delay' : 'bounce'
}

function choose(found: readonly Candidate[], text: string): Candidate[] {
  const unique = found.filter(
    (one, index) =>
      one.score ===
        Math.max(...found.filter((other) => sameAddress(other.address, one.address)).map(({ score }) => score)) &&
      found.findIndex((other) => sameAddress(other.address, one.address) && other.score === one.score) === index,
  )
  const sure = unique.filter(({ score }) => score >= ENOUGH)
  if (sure.length > 0) return sure
  // Nothing speaks for any of them, but there is only one, in a report that tells of a failure.
  return unique.length === 1 && FAILED.test(text) ? unique : []
}

/** Who was mailed, where the text names nobody: the variable return path this report came back to, or the sole To of what came back. */
function unnamed(message: ParsedMessage): { recipient: string; rule: string } | null {
  for (const name of ['x-original-to', 'delivered-to', 'envelope-to', 'to']) {
    for (const address of message.headers.all(name).flatMap(findAddresses)) {
      const recipient = undoVerp(address)
      if (recipient !== null && !isHidden(recipient)) return { recipient, rule: 'return-path' }
    }
  }
  const recipient = returnedRecipient(message)
  return recipient !== null && strangers([recipient], message).length === 1 ? { recipient, rule: 'returned-to' } : null
}

function fromUnnamed(message: ParsedMessage, text: string): Statement[] {
  const found = FAILED.test(`${message.headers.get('subject') ?? ''}\n${text}`) ? unnamed(message) : null
  if (!found) return []
  const reason = reasonOf(text)
  return [
    state({
      kind: kindOf(message, reason),
      recipient: found.recipient,
      diagnostic: reason,
      remoteMta: readSaid(reason)?.host ?? null,
      evidence: { detector: NAME, rule: found.rule, part: 'headers', excerpt: reason },
    }),
  ]
}

export const generic: Detector = {
  name: NAME,
  tier: 'last',
  title: 'Failure sentences that many systems write',
  source: 'qmail-send(8) and Postfix bounce(8) made the forms common; RFC 3461 §10 shows examples of such texts',
  gate: looksLikeReport,
  detect(message): Statement[] {
    const text = message.text.slice(0, MAX_TEXT)
    const chosen = choose(candidates(text, message), `${message.headers.get('subject') ?? ''}\n${text}`).slice(
      0,
      MAX_RECIPIENTS,
    )
    if (chosen.length === 0) return fromUnnamed(message, text)
    return chosen
      .map(({ address, at }, index) => {
        const stretch = text.slice(at, chosen[index + 1]?.at)
        const alone =
          chosen.length === 1 && replyCodeOf(reasonOf(stretch)) === null && replyCodeOf(reasonOf(text)) !== null
        const reason = reasonOf(alone ? text : stretch)
        return state({
          kind: kindOf(message, reason),
          recipient: address,
          diagnostic: reason,
          remoteMta: readSaid(reason)?.host ?? null,
          evidence: { detector: NAME, rule: 'sentence', part: 'text', excerpt: stretch },
        })
      })
      .filter(({ recipient }) => recipient !== null && !isHidden(recipient))
  },
}
