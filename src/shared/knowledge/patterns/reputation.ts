/** The sender is known, and not well. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const reputation: Rule[] = [
  {
    id: 'word',
    match: any(
      /reputation/,
      /\bsenderbase\b|talosintelligence/,
      /does not recogni[sz]e your (?:computer|ip|host|server)|\bopen proxy\b|an open relay|open relay (?:detected|found)|intrusion prevention|(?:not|n't) (?:\w+ )?accepting (?:mail|e-?mail|messages|connections) from your|no access from|looks (?:\w+ )?like (?:a )?spammer|confirm this (?:mail )?server|server requires confirmation|mass mailer|connection refused(?: from\b|: \S{1,40} is (?:blocked|listed))|(?:mail|e-?mail|messages) from your (?:country|region)|low trust|poor(?:ly)? (?:rated|rating)|bad (?:neighbou?rhood|history)/,
    ),
    cause: 'reputation',
    example: '554 Your server has a poor reputation',
    nearMiss: '554 Your server has a poor connection',
    source: 'Providers’ pages for senders',
  },
  {
    id: 'blocked-client',
    match: any(
      /(?:your|sending|source|client|connecting|this|the|originating|remote) (?:smtp |mail ?|outgoing |internet )?(?:ip|ip address|server|host|network|domain|mta|mail ?server|isp|provider|address range|subnet|ip range)(?:\(?s\)?)?(?: \S{1,60}){0,4}? ?(?:is|are|was|were|has been|have been|been)? ?(?:\w+ly )?(?:blocked|banned|denied|(?<!connection )refused|rejected|suspended|barred|prohibited|not allowed|not welcome|not accepted|restricted)/,
      /\b(?:blocked|banned|rejected|denied|(?<!connection )refused|suspicious|untrusted|unwanted|not accepting (?:mail|e-?mail|messages|connections)|do not accept (?:mail|e-?mail|messages|connections)) (?:\w+ ){0,2}(?:from |by )?(?:\w+ ){0,2}(?:sending |client |source |your |this |remote )?(?:ip|IP|ip address|host|network|isp|servers?|domain|address(?:es)?)\b/,
      /\bip(?:v[46])?(?: address)?[ :=[(]{1,3}\S{1,45}(?: \w+){0,3} (?:blocked|banned|denied|refused|rejected|not allowed)/,
      /(?:access|connection|connections|mail|e-?mail|messages?) from (?:your |this |the |\[)?(?:ip|IP|HOST|host|server|network|domain|isp|address|unknown)\b[^;!]{0,60}?(?:blocked|banned|denied|refused|rejected|not (?:allowed|accepted|welcome|permitted)|prohibited|restricted|suspended)/,
      /(?:blocked|banned|rejected|refused|suspended|restricted) (?:for|due to|because of) (?:\w+ ){0,2}(?:spam|abus|complain|suspicious|malicious|sending)/,
      /client host (?:rejected|blocked)|bad (?:sender|ip|host) reputation|blocked (?:ip|host|server|sender ip)|ip (?:blocked|banned)|banned ip|\b(?:ip|IP)\b.{0,20}is (?:permanently |temporarily )?(?:blocked|banned)/,
      /(?:high|excessive|too many|number of|unusual|user) (?:\w+ )?complaints|complaint rate|spam ?traps?/,
      /(?:sent|sending|send|source of) (?:\w+ ){0,3}(?:spam|unsolicited)|(?:history|record|pattern) of (?:spam|abuse)/,
      /adresse ip(?: source)?GAPblo(?:que|ck)|bloque(?:e)? pour (?:incident de )?spam|ipGAPgesperrt|ip\S{0,8}GAP(?:bloccat|zablokowan|заблокирован)|ipGAPbloquead/,
    ),
    cause: 'reputation',
    example: '550 5.7.1 Your IP address 192.0.2.1 has been blocked',
    nearMiss: '550 5.2.1 The user account has been blocked',
    source: 'Wording of access lists; providers’ pages for senders',
  },
]
