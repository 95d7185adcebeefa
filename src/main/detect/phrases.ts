/** Words of failure, delay and giving up, in the languages that mail systems write; and reading a reason by them. */
import type { ParsedMessage } from '../message/types.ts'
import { enhancedCodeOf, replyCodeOf } from './statement.ts'
import { paragraphs } from './text.ts'

/** One pattern out of one a language. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join('|'), 'i')
}

/** Words that say that something failed, by language. */
export const FAILED = anyOf([
  /could ?n[o']t be (?:delivered|sent|reached|found)|(?:un|not |n['’]t )(?:able|possible) to (?:deliver|be delivered|send|reach)|have an? [^.\n]{0,40}account|trouble delivering|did(?: no|n')t reach|(?:was|were|been|be|is) (?:not |un)delivered|undeliver|cannot (?:be )?deliver|can'?t (?:be )?deliver|not deliver|non-?deliver/,
  /(?:delivery|message|mail|recipients?|address(?:es)?|following)[^.\n]{0,60}(?:failed|fatal|failure|errors?|rejected|problem)|(?:failed|fatal|rejected|permanent|error)[^.\n]{0,60}(?:recipients?|address|deliver|mailbox|account)|bounced|returned (?:to|mail)|refused|has been (?:rejected|blocked)/,
  /(?:user|mailbox|account|address|recipient|userid|addressee|destination)[^.\n]{0,40}(?:unknown|not found|does(?: no|n')t exist|invalid|disabled|inactive|unavailable|exceed|full|over quota|not (?:recognized|valid|known|listed|local|exist|accept|active|here))|(?:unknown|invalid|no such|nonexistent|non-existent|bad|disabled|inactive)[^.\n]{0,30}(?:user|mailbox|account|address|recipient|userid|destination)|quota|mailbox (?:is )?full|no longer (?:in use|valid|active|exists?|available|accept|monitored|with)|not (?:currently )?(?:receiving|accepting) (?:e-?)?mail/,
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
])

/** Words of a notice that goes on trying. */
export const DELAYED = anyOf([
  /still (?:trying|be(?:ing)? (?:re)?tried)|will (?:keep trying|continue (?:trying|to try|attempting|to be (?:made|tried|attempted))|be (?:retried|re-?attempted|continued)|retry|try again)|has been (?:delayed|postponed)|is delayed|delivery (?:is |has been )?delayed|delay(?:ed)? (?:notification|warning)|warning only|(?:this is|just) (?:just )?a warning|not yet (?:been|be) delivered|not been delivered (?:yet|so far)|(?:need|do) not (?:need to )?(?:resend|re-?send|retry|take any action)|no action is (?:required|needed)|advisory[- ]only/,
  /noch nicht (?:zugestellt|ausgeliefert|übermittelt)|(?:weiterhin|erneut|weiter) versucht|weitere (?:zustell)?versuche (?:werden|folgen)|verzögert(?:e zustellung)?|verzögerung/,
  /pas encore (?:pu|été)|nouvelles tentatives|retard (?:de|dans la) (?:remise|livraison|distribution)|(?:est|a été) (?:retardée?|différée?)|continuera (?:à|d['’])/,
  /todavía no|aún no (?:ha|se)|se seguirá intentando|(?:seguirá|continuará) intent|retras(?:o|ad[ao]) (?:en|la) (?:la )?entrega|ha sido retrasad/,
  /non è (?:stato )?ancora|ulteriori tentativi|ritardo nella consegna|è in ritardo|continuerà a (?:tentare|provare)/,
  /ainda não (?:foi|pôde)|novas tentativas|continuar(?:á|emos) (?:tentando|a tentar)|(?:atraso|demora) na entrega/,
  /nog niet (?:be|af)geleverd|nieuwe pogingen|wordt (?:opnieuw|verder) geprobeerd|vertraging|is vertraagd/,
  /jeszcze nie (?:została|dostarczono)|kolejne próby|opóźni(?:enie|ona|ono)|próby (?:dostarczenia )?będą/,
  /(?:пока|ещё|еще) не (?:был|достав)|попытки (?:доставки )?(?:будут|продолж)|задержк|задержан/,
  /遅れて|遅延|引き続き(?:配信|送信|配送)|再送(?:信)?の必要はあり|まだ(?:配信|送信|配送|届い)/,
  /暂时未能|暫時未能|尚未(?:送达|送達|投递|投遞)|继续尝试|繼續嘗試|延迟|延遲|无需重新发送|無需重新/,
  /아직 (?:전달|전송|배달)|계속 (?:전송|시도|전달)|지연/,
])
/** Words of one that does not. */
export const GAVE_UP = anyOf([
  /gave up|giving up|given up|(?<!not (?:yet )?a )permanent|(?:has|have) failed|no longer be (?:re)?tried|could not be delivered (?:within|for)|(?<!(?:remains?|still|be|is) )undeliverable|(?:has|have|was|been) expired|final(?:ly)? fail/,
  /endgültig|aufgegeben|keine weiteren|wird nicht (?:mehr|weiter)|d[ée]finitiv|définitif|abandonn|ne sera plus|aucune autre tentative|permanente|abandon(?:ad|at)|no se (?:volverá|intentará)|non verr(?:à|anno)|não será mais|definitief|niet meer|trwał|ostatecznie|nie będ(?:zie|ą)/,
  /окончательн|постоянн|прекращен|больше не буд|断念|中止しました|これ以上|放弃|放棄|永久|不再|영구|포기|더 이상|중단/,
])

/** True for words of failure or delay. */
export function tellsFailure(words: string): boolean {
  const plain = withoutAddresses(words)
  return FAILED.test(plain) || DELAYED.test(plain)
}

/** An address in a sentence: its dots end none. */
const ADDRESS = /[^\s<>@]+@[^\s<>]*[^\s<>.,;:!?]/g

/** Words with their addresses replaced by a sign, so that patterns that stop at the end of a sentence run on. */
export function withoutAddresses(words: string): string {
  return words.includes('@') ? words.replace(ADDRESS, '@') : words
}

/** The words that say why: of the stretch of text that belongs to this recipient, the paragraph with a code, else its first. */
export function reasonOf(stretch: string): string {
  const all = paragraphs(stretch)
  const coded =
    all.find((paragraph) => replyCodeOf(paragraph) !== null) ??
    all.find((paragraph) => enhancedCodeOf(paragraph) !== null)
  const reason = (coded ?? all.find((paragraph) => FAILED.test(withoutAddresses(paragraph))) ?? all[0] ?? '').trim()
  // An address alone is no reason.
  return /^[^\p{L}]*\S+@\S+$/u.test(reason) ? '' : reason
}

/** `delay` where the words say that it is still being tried and nowhere that it was given up; else `bounce`. */
export function kindByWords(message: ParsedMessage, reason: string): 'bounce' | 'delay' {
  const words = `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, 3_000)}`
  return DELAYED.test(words) && !GAVE_UP.test(words) && !GAVE_UP.test(reason) ? 'delay' : 'bounce'
}
