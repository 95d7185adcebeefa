/**
 * Words that tell little: they count only where no specific status code stands beside them. The order is from the more
 * telling to the less.
 */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const weak: Rule[] = [
  {
    id: 'mailbox-unavailable',
    match: any(
      /(?:mail ?box|user|recipient|account|addressee) (?:is |was )?(?:currently )?(?:unavailable|unavaiable|not available)(?!.{0,60}try again)/,
      /unavailable (?:mail )?(?:user|mail ?box|recipient)/,
    ),
    only: 'permanent',
    cause: 'mailbox-unknown',
    example: '550 Requested action not taken: mailbox unavailable',
    nearMiss: '550 Requested action not taken: service unavailable',
    source: 'RFC 5321 section 4.2.3, text of 550',
  },
  {
    id: 'mailbox-busy',
    match: any(
      /(?:mail ?box|user|recipient|account|addressee)(?: \S{1,60})? (?:is |was )?(?:currently |temporarily )?(?:unavailable|not available|busy|locked|in use)/,
    ),
    only: 'temporary',
    cause: 'server-trouble',
    why: 'The mailbox could not be used at that moment.',
    example: '450 Mailbox is busy',
    nearMiss: '450 Mailbox does not exist',
    source: 'RFC 5321 section 4.2.3, text of 450',
  },
  {
    id: 'temporary',
    match: any(
      /try (?:it )?(?:again|later)|retry later|temporar|busy\b|unavailable|not available|maintenance|overload|resources|shutting down|closing (?:transmission|channel|connection)|later\b|deferred|delayed|please wait|currently|moment|service not ready|load (?:average|too high)|plus tard|spater|mas tarde|piu tardi|mais tarde|позже|稍后|しばらく/,
    ),
    only: 'temporary',
    cause: 'server-trouble',
    example: '451 Please try again later',
    nearMiss: '451 No',
    source: 'RFC 5321 section 4.2.3, texts of 421 and 451',
  },
  {
    id: 'recipient-rejected',
    // A reason behind a colon is judged for itself.
    match: any(
      /(?:recipient|rcpt|user|mailbox)(?:'s)?(?: address)?NAMED?(?:is |was |has been )?(?:rejected|refused|denied|not accepted|not allowed|prohibited|restricted)(?: ?: ?access denied|\s*(?:$|[.([<]|url))/,
      /(?:rejected|refused|denied) (?:recipient|rcpt|user|mailbox)/,
    ),
    cause: 'recipient-refused',
    example: '550 <anna@shop.example>: Recipient address rejected',
    nearMiss: '550 Message rejected',
    source: 'Postfix check_recipient_access',
  },
  {
    id: 'service-unavailable',
    match: any(
      /(?:service|server|system|host|resource)s?(?: is| are| currently| temporarily)*(?: not available| unavailable| down| closed| busy| overloaded)|temporar|try (?:again|later)|not accepting (?:network )?messages/,
    ),
    cause: 'server-trouble',
    example: '554 Service currently unavailable',
    nearMiss: '554 Service refused to you',
    source: 'RFC 5321 section 4.2.3, text of 421',
  },
  {
    id: 'policy',
    match: any(
      /polic(?:y|ies)|not a registered gateway user|prohibit|administrativ|not (?:allowed|permitted|accepted|authori[sz]ed|welcome|acceptable)|forbidden|denied|disallowed|banned|refus|reject|declin|filter|restrict|security|suspicious|abus|violat|go away|organi[sz]ational settings|low priority|rule imposed|unacceptable|not wanted|unwanted|abgelehnt|verweigert|refuse|rechazad|rifiutat|rejeitad|recusad|odrzucon|отклонен|отказ|запрещ|заблокирован|не авторизован|acesso negado|acces refuse|acceso denegado|accesso negato|zugriff verweigert|\bblock(?:s|ed|list)?\b|拒绝|拒否|拒收|違反|违规/,
    ),
    cause: 'policy',
    example: '554 5.7.1 Message rejected by local policy',
    nearMiss: '554 5.0.0 Sorry',
    source: 'RFC 3463 x.7.1',
  },
]
