/** Names of mail systems and of offices: nobody's own, and what a format is recognised by. They stay as they are. */
import { providerByDomain, providerByHost } from '../../shared/knowledge/providers/index.ts'

/** Local parts under which machines write, and those of RFC 2142, which belong to a role. */
const SYSTEM_LOCAL = new RegExp(
  `^(?:${[
    /mail(?:er)?[-_.]?(?:daemon|deliver[a-z]*|system|server|router|admin|gateway|service|bot)s?/,
    /post[-_.]?(?:master|office)|mmdf|m?daemon|mailer|auto-?mailer|root|system|sys-?admin|robot|gateway|nobody|uucp|www-data/,
    /(?:no|do-?not)[-_.]?reply|(?:auto-?)?(?:bounce[sd]?|respond(?:er)?|reply)|undeliverable|errors?|notif(?:y|ication)s?|delivery(?:[-_.][a-z]+)?/,
    /abuse|support|help(?:desk)?|info|admin(?:istrator)?|hostmaster|webmaster|security|noc|listserv|majordomo|mailman|sympa/,
    /staff|scomp|complaints?|fbl|feedback-?loop|antivirus|virus|anti-?spam|spam|quarantine|interscan|microsoftexchange[0-9a-f]{32}/,
  ]
    .map((pattern) => pattern.source)
    .join('|')})$`,
  'i',
)

/** What list servers put around a list's name. */
const LIST_AFFIX = /^(owner-)?(.*?)(-(?:owner|request|admin|errors?|return|bounces?|bounce))?$/is

/** Words in display names of mail systems, in the languages they write. */
const SYSTEM_DISPLAY =
  /\b(?:e-?mail|mail|post-?master|deliver|system|admin|server|gateway|service|bounce|notif|reply|report|feedback|abuse|exchange|outlook|microsoft|virus|spam|filter|security|support|robot)|daemon|subsystem|zustell|remise|entrega|consegna|бounce|доставк|почт|メール|配信|配送|邮件|郵件|退信|系统|系統|메일|배달/iu

/** True for a local part that a mail system or an office has. */
export function isSystemLocal(local: string): boolean {
  return SYSTEM_LOCAL.test(local)
}

/** `owner-x`, `x-bounces`: what stands around the name, and the name. */
export function splitListAffix(local: string): { before: string; name: string; after: string } {
  const [, before = '', name = '', after = ''] = LIST_AFFIX.exec(local) ?? []
  return name === '' ? { before: '', name: local, after: '' } : { before, name, after }
}

/** True for the display name of a mail system. */
export function isSystemDisplay(name: string): boolean {
  return SYSTEM_DISPLAY.test(name.normalize('NFKC'))
}

/** True for the domain or host of a provider that is known. */
export function isProviderDomain(domain: string): boolean {
  return providerByDomain(domain) !== null || providerByHost(domain) !== null
}

/** Services that pass complaints on: nobody has a mailbox there, and their reports are recognised by the domain. */
const REPORTING_DOMAIN = /(?:^|\.)spamcop\.net$/i

export function isReportingDomain(domain: string): boolean {
  return REPORTING_DOMAIN.test(domain)
}
