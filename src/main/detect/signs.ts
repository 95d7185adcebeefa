/** Signs in the headers that a mail system wrote this message, and not a person. Used by gates and by the last resort. */
import type { ParsedMessage } from '../message/types.ts'

/** A sign that is looked for once in a message: the gates of many detectors ask for the same. */
function askedOnce(isSo: (message: ParsedMessage) => boolean): (message: ParsedMessage) => boolean {
  let last: ParsedMessage | null = null
  let answer = false
  return (message) => {
    if (message !== last) {
      answer = isSo(message)
      last = message
    }
    return answer
  }
}

/** Who sends reports (RFC 5321 §4.5.1 postmaster, RFC 3464 §2, and what MTAs call themselves). */
const SYSTEM_SENDER =
  /(?:^|[\s"<(])(?:mailer-?daemon|mail-?daemon|post-?master|post-?office|mmdf|mdaemon|mail(?:er)? (?:delivery|administrator|router|server)|mail delivery (?:sub)?system|delivery (?:sub)?system|delivery status notification|(?:auto-?)?bounce[sd]?(?:-?(?:notification|handler|message))?|undeliverable|mailadmin|mail admin|system administrator|e-?mail delivery|mail system|internet mail)(?:[\s@"<>)_.+-]|$)|(?:^|[<\s])(?:post_master|mailer_daemon)@/i

/** Subjects of failure and delay reports, in the languages that MTAs and providers write. */
const BOUNCE_SUBJECT = new RegExp(
  [
    /undeliver(?:able|ed)|un-?deliverable/,
    /delivery (?:status )?(?:notification|report|failure|failed|error|problem|delayed|incomplete|has failed)|delivery[- ]?status/,
    /(?:mail|message|e-?mail|messages?)(?: \S+){0,2} (?:delivery|not delivered|could not be delivered|was not delivered|cannot be delivered|can'?t be delivered|failed)/,
    /failure (?:notice|notification|delivery)|failed (?:delivery|mail|message)|failed to deliver|non-?delivery|non remis/,
    /returned (?:mail|message|e-?mail|to sender)|returning (?:mail|message)|rejected (?:mail|message)|bounced? (?:mail|message|action)|warning: (?:could not send|message|e-?mail)|message you sent blocked|permanent delivery failure|delivery subsystem|(?:e-?)?mail (?:system )?(?:failure|error|problem)|unzustellbar|nicht zugestellt|zustell(?:ung|fehler|ungs)|fehlgeschlagen|rückläufer/,
    /non distribu|n'a pas (?:pu )?(?:été|être) (?:remis|distribu|délivr)|échec de (?:la )?(?:remise|distribution|livraison)|message non remis|avis de non[- ]remise/,
    /no se (?:pudo|ha podido) entregar|no entregado|error (?:de|en la) entrega|imposible entregar|devuelto|no se puede entregar|fallo (?:en la|de) entrega/,
    /mancat[ao] (?:recapito|consegna)|impossibile (?:recapitare|consegnare)|messaggio non (?:recapitato|consegnato)|mancata notifica|errore (?:di )?(?:consegna|recapito)/,
    /não (?:foi )?(?:entregue|pôde ser entregue)|falha (?:na|de) entrega|não é possível entregar|mensagem não entregue|devolvid[ao]/,
    /onbestelbaar|niet (?:be|af)geleverd|kan niet worden (?:be|af)geleverd|niet bezorgd/,
    /nie (?:można dostarczyć|dostarczono|zosta[łl]a? dostarczon)|niedostarczon|zwrot wiadomości|błąd dostarcz/,
    /недостав|не ?достав|не удалось доставить|сообщение не доставлено|невозможно доставить|возврат/,
    /配信(?:不能|エラー|できません|されません)|送信(?:不能|できません|エラー)|配送(?:不能|エラー)|未配達|お届けできません|不達/,
    /退信|退件|无法(?:投递|送达|发送)|無法(?:投遞|送達|傳遞|傳送)|投递失败|投遞失敗|未送达|未送達|發送失敗|发送失败|系统退信/,
    /반송|배달(?: |되지|할 수|실패)|전송 ?실패|전달(?:되지|할 수|실패)|수신 ?거부|발송 ?실패/,
    /(?:zustellung|nachricht|e-?mail)\S* (?:ist )?verzögert|verzögerte zustellung|retard (?:de|dans la) (?:remise|livraison|distribution)|retraso en la entrega|ritardo nella consegna|atraso na entrega|vertraagde (?:be|af)levering|opóźnienie dostarcz|задержка доставки|(?:配信|送信|配送)(?:の)?遅延|投递延迟|投遞延遲|(?:전송|배달|전달) ?지연/,
    /k(?:an|unde) inte levereras|k(?:an|unne) ikke leveres|ikke lever(?:et|t)|levering (?:til .{0,60})?mislyk|toimitus epäonnistui|ei voida toimittaa|imposibil de livrat|doručení se nezdařilo|olevererbart|ei voitu toimittaa|doručen|nedoručiteln|kézbesít|teslim edilemedi|nedostavljen|nelivrat|αδύνατη|לא ניתן/,
  ]
    .map((pattern) => `(?:${pattern.source})`)
    .join('|'),
  'i',
)

/** The null return path of reports (RFC 3464 §2, RFC 5321 §4.5.5). */
export const hasNullReturnPath = askedOnce((message) => {
  const value = message.headers.get('return-path')
  return value !== null && /^<?\s*(?:>|$|<>)|^<?mailer-daemon(?:@[^>]*)?>?$/i.test(value.trim())
})

/** Its sender is a mail system by name. */
export const isFromMailSystem = askedOnce((message) => {
  const from = message.headers.get('from') ?? message.headers.get('sender') ?? ''
  return from === '' ? false : SYSTEM_SENDER.test(from.normalize('NFKC'))
})

/**
 * A tag in front of a subject, as lists, trackers and ticket systems set it (`[list] …`, `[jira] [Created] (MAIL-42) …`); filters
 * mark reports too (`[SPAM] …`, `[EXTERNAL] …`).
 */
const TAG =
  /^\s*\[(?!\s*\W*(?:spam|bulk|junk|suspect|possible|probable|likely|ext|external|extern|warning|caution|virus|marketing|mail|postmaster|undeliver|delivery|bounce|failure)\b)[^\]]{1,40}\]\s*\S/i

/** A subject that someone (or someone's responder, or a ticket system) answers or passes on: the words behind the prefix are not its own. */
const ANSWER =
  /^\s*(?:aw|fwd?|wg|tr|rv|sv|vs|antw?|odp|res|enc|re|回复|回覆|答复|转发|轉寄|返信|転送)\s*(?:\[\d+\])?[:：]|^\s*[[(]?[^\])]{0,30}(?:#|ticket|case|request)[\s:#-]{0,3}[a-z-]{0,8}\d{1,12}[\])]?|^\W*(?:auto(?:matic|mated)?[- ]?(?:reply|response)|automatische antwort|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|out of (?:the )?office|自動応答|自动答复|自動回覆)/i

/** Its subject is one of a failure or delay report. */
export const hasBounceSubject = askedOnce((message) => {
  const subject = message.headers.get('subject')
  return (
    subject !== null &&
    !ANSWER.test(subject) &&
    BOUNCE_SUBJECT.test(subject) &&
    !TAG.test(subject) &&
    !WAITING.test(subject)
  )
})

/** Mail that is said to wait for its reader: what phishers write who pretend to be the mail system. */
const WAITING =
  /\b(?:you (?:have|'ve)|your|\(?\d+\)?)\s(?:\S+\s){0,3}(?:undelivered|pending|incoming|unread|new|failed|blocked|held|quarantined|delayed|rejected)\s(?:\S+\s){0,2}(?:mails?|messages?|e-?mails?)\b|\b(?:incoming|pending|held) (?:mails?|messages?|e-?mails?)\b/i

/** Whoever writes under this address is a mail system: no name beside it, which anyone may choose, but the address. */
const SYSTEM_ADDRESS =
  /(?:^|[\s<"(:])(?:mailer[-_]?daemon|mail-?daemon|post[-_]?master|postoffice|mdaemon|bounce[sd]?|mail-?system|autoreply|listserv)(?:@|>|\s|$)/i

/** Mail to a list or to subscribers (RFC 2369, RFC 2919), which no mail system writes its reports as. */
export const isListMail = askedOnce((message) => {
  const { headers } = message
  if (!['list-unsubscribe', 'list-id', 'list-post'].some((name) => headers.has(name))) return false
  return !SYSTEM_ADDRESS.test(headers.get('from') ?? '')
})

/** It answers another message by its subject. */
export const isAnswer = askedOnce((message) =>
  /^\s*(?:aw|re|sv|vs|antw?|odp|res|回复|回覆|答复|返信)\s*(?:\[\d+\])?[:：]/i.test(
    message.headers.get('subject') ?? '',
  ),
)

/** A person answers or passes something on: what it quotes is not its own report. */
export const isPersonal = askedOnce((message) => {
  if (hasNullReturnPath(message)) return false
  const subject = message.headers.get('subject') ?? ''
  if (isFromMailSystem(message)) {
    // Postmasters are people too, when they answer a letter; phone gateways answer as post_master (vtext.com).
    const from = message.headers.get('from') ?? ''
    return /\bpostmaster@/i.test(from) && isAnswer(message) && message.headers.has('in-reply-to')
  }
  return ANSWER.test(subject) || TAG.test(subject)
})

/** Words in a sender's name or address under which machines write; people do not. */
const MACHINE =
  /no-?reply|do-?not-?reply|syst[eè]m|administr|amministr|beheer|post_?master|root@|notif|gateway|daemon|bounce|deliver|robot|auto(?:mat|-|re)|mailer|error|antivirus|virus|spam|filter|firewall|interscan|m(?:ail|essag\w*)[ ._-]?(?:server|system|service|security|admin)|-(?:owner|request|admin|bounces?)@|(?:^|<)owner-/i

/**
 * False where a person writes by all that the headers tell: who pastes a notice into a letter and asks what it means is no
 * mail system, though the words are.
 */
export const mayBeMachine = askedOnce((message) => {
  if (isListMail(message) && !isDeclaredReport(message)) return false
  const from = message.headers.get('from') ?? message.headers.get('sender') ?? ''
  return (
    !from.includes('@') ||
    MACHINE.test(from.normalize('NFKC')) ||
    isFromMailSystem(message) ||
    hasNullReturnPath(message) ||
    looksLikeReport(message) ||
    /^\s*auto-(?:replied|generated)/i.test(message.headers.get('auto-submitted') ?? '')
  )
})

/** multipart/report of any type (RFC 6522): whatever else it is, no letter. */
export function isMultipartReport(message: ParsedMessage): boolean {
  return /^\s*multipart\/report/i.test(message.headers.get('content-type') ?? '') || message.deliveryStatus.length > 0
}

/** multipart/report on delivery, or a delivery-status part (RFC 6522). */
export const isDeclaredReport = askedOnce((message) => {
  const type = message.headers.get('content-type') ?? ''
  const other = /report-type\s*=\s*"?(?!delivery-status)[a-z]/i.test(type)
  return (/^\s*multipart\/report/i.test(type) && !other) || message.deliveryStatus.length > 0
})

/** A header by which one system says that this is a report: nobody else writes it. */
const REPORT_FIELDS: readonly string[] = [
  'x-failed-recipients',
  'x-ms-exchange-message-is-ndr',
  'x-ham-report',
  'x-delivery-status',
  'x-mailer-daemon',
  'x-bounce-reason',
  'x-mimecast-bounce',
]

/** Names that administrators, shops and couriers give themselves too. */
const VAGUE_SENDER =
  /system administrator|mail ?admin|mail administrator|mail system|mail (?:server|router)|internet mail|e-?mail delivery|mail delivery(?! (?:sub)?system)|post ?office/i

/** Its sender is a mail system by a vague name alone: neither its address nor its subject says so. */
function isMerelyNamed(message: ParsedMessage): boolean {
  const from = message.headers.get('from') ?? message.headers.get('sender') ?? ''
  return (
    isFromMailSystem(message) && VAGUE_SENDER.test(from) && !SYSTEM_ADDRESS.test(from) && !hasBounceSubject(message)
  )
}

/**
 * True where a mail system reports on mail, as far as headers tell: by a header that nobody else writes, or by two
 * independent signs, one of them its sender's name or its subject. An ordinary mail called "delivery problem" has one;
 * a vacation note with a null return path has two of the other sort.
 */
export const looksLikeReport = askedOnce((message) => {
  if (isDeclaredReport(message) || REPORT_FIELDS.some((name) => message.headers.has(name))) return true
  if (isListMail(message) || isMerelyNamed(message)) return false
  const named = Number(isFromMailSystem(message)) + Number(hasBounceSubject(message))
  const other =
    hasNullReturnPath(message) || /^\s*auto-(?:replied|generated)/i.test(message.headers.get('auto-submitted') ?? '')
  return named + Number(other) >= 2 && named > 0
})

/** True where any one sign is present: wide enough for the gate of a detector that looks at the text itself. */
export const mayBeReport = askedOnce((message) => {
  if (isDeclaredReport(message)) return true
  if (isListMail(message)) return false
  return (
    hasNullReturnPath(message) ||
    isFromMailSystem(message) ||
    hasBounceSubject(message) ||
    REPORT_FIELDS.some((name) => message.headers.has(name)) ||
    /^\s*auto-(?:replied|generated)/i.test(message.headers.get('auto-submitted') ?? '')
  )
})
