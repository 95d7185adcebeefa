/** The mailbox is full, closed, moved, or its owner refuses. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const mailboxFull: Rule[] = [
  {
    id: 'full',
    match: any(
      /BOXNAMED?(?:is |was |are |has |currently |already |almost )*(?:full\b|over ?flow|over ?quota|out of (?:storage|space|disk)|exceeded|exceeds (?:its |the |allowed |maximum )*(?:quota|storage|size|space)|reached (?:its |the )?(?:quota|limit|maximum|storage))/,
      /(?:mail ?box|inbox|mail ?dir|mail ?folder|mail ?file|mail ?store|mail ?drop)GAP(?:full\b|over ?quota|quota|out of (?:storage|space)|exceed(?:s|ed)?|(?<!message )size limit|limit (?:is |was )?(?:exceeded|reached)|no (?:more )?space|not enough (?:space|storage|room)|insufficient (?:space|storage))/,
      /(?:over|exceed(?:s|ed|ing)?|out of|beyond|above|would exceed|reached) (?:(?:the|its|his|her|their|your|user|users?'s?|recipient'?s?|mailbox|disk|mail|storage|allowed|allocated|maximum|max|hard|soft|e-?mail|inbox|account|of|file ?system|space) ){0,5}(?:quota|storage (?:limit|space|allocation|quota)|storage|disk space|mailbox (?:limit|size))/,
      /(?:quota|storage(?: limit| space)?|disk space)(?: \S{1,40}){0,4}? ?(?:exceed|full|violat|over|reached|exhaust|limit)/,
      /(?:user|recipient|mailbox|account)GAP(?:not (?:have )?enough|insufficient|no) (?:disk |storage |free )?(?:space|storage|room)|not have enough (?:disk |storage )?space|space has been used up/,
      /(?:user|mailbox|account|recipient)(?: has| contains)? too many (?:messages|mails)|too many (?:messages|mails|e-?mails) in (?:\w+ )?(?:mail ?box|inbox)|(?:mail ?box|inbox) (?:is )?too (?:large|big)|full (?:mail ?box|inbox)|(?:mail ?box|inbox|account) (?:is )?over (?:its |the )?limit|space left in (?:the |this |his )?(?:\w+ )?(?:mail ?box|inbox|account)/,
      /(?:exhausted|used up) (?:\w+ ){0,3}(?:storage|quota|space|disk)/,
      /over ?quota|overquota|quotaexceed|mailbox_?full|\bquota\b(?! check)/,
      /(?:not enough|insufficient|no|lack of|out of) (?:free )?(?:storage|disk|mailbox|room|space)(?: space| left)? (?:in|for|on) (?:\w+ ){0,2}(?:mail ?box|user|recipient|account|inbox)/,
      /kein (?:\S{1,12} )?(?:speicher(?:platz)?|platz)\b|postfachGAP(?:voll|ue?berfue?llt|ue?berschritten)|speicherplatzGAP(?:erscho?e?pft|voll|ue?berschritten)|mailboxGAP(?:voll|is vol)\b|post(?:vak|bus)GAPvol\b|schrankaGAPpln/,
      /cuota\S{0,3}GAP(?:excedid|superad|llen)|(?:excedid|superad)\S{1,2} (?:la |su )?cuota|boite(?: \S{1,20}){0,4} pleine|quota (?:depasse|atteint)|espace(?: \w+){0,3} (?:depasse|insuffisant|sature)|buzonGAP(?:lleno|excedid|sobrepas)|bandeja(?: \w+){0,3} llena|casella(?: \S{1,20}){0,4} piena|caixa(?: \w+){0,5} (?:cheia|lotada)|brak miejsca (?:na|w)\b|skrzynkaGAP(?:pe[lł]na|przepe[lł]niona)/,
      /(?:ящик|почтов)GAP(?:переполнен|заполнен)|превышен[аo]? квот|(?:信箱|邮箱|邮件箱|郵箱|空间|容量)(?:\S{0,8})(?:已满|已滿|满|不足|超)|(?:メールボックス|容量|受信箱)\S{0,10}(?:一杯|いっぱい|満杯|オーバー|超過|不足|上限)|(?:메일함|편지함|용량)\S{0,6}\s?(?:가득|초과|꽉|부족)/,
    ),
    cause: 'mailbox-full',
    example: '552 5.2.2 <anna@shop.example>: mailbox is full',
    nearMiss: '552 5.3.4 Message is too large',
    source: 'RFC 3463 x.2.2; Dovecot, Cyrus, Courier and Exchange quota replies',
  },
]

/** Mailboxes and accounts; a bare `email` or `address` may be the message or the sender's, so they stand apart. */
const MAILBOX =
  "(?:mail ?box(?:es)?|inbox|user(?:'s)?(?: account| mailbox)?|recipients?(?:'s)?(?: e?-?mail)?(?: account| address| mailbox)?|accounts?|e-?mail (?:account|address|id|box)|alias|customer|subscriber)"
const CLOSED =
  '(?:disabled|inactive|de-?activated|suspended|closed|terminated|discontinued|locked|frozen|on hold|cancell?ed|expired|blocked|dormant|archived|retired|unused|abandoned|not active|not enabled|switched off|turned off|barred|shut down|withdrawn)'
const STATE = '(?:is |was |are |has been |have been |had been |being |currently |permanently |now )*'

/** Before the closed mailboxes: the closed account is the sender's own. */
export const ownAccount: Rule[] = [
  {
    id: 'own-account',
    match: any(
      /(?:\byour|sender'?s?|sending) (?:\w+ )?(?:account|mailbox|user)GAP(?:blocked|suspended|disabled|locked|restricted|banned|compromised|hacked)/,
      /\byour (?:e-?mail )?address\b[^.;!]{0,60}(?:blocked|blacklisted|banned|suspended)/,
      /sending (?:for|from) (?:this|your) (?:account|mailbox|user)|(?:main|primary|sender) account (?:is )?(?:unavailable|disabled|blocked|suspended)/,
      /(?:account|user|mailbox)NAMED?(?:is |was |has been )?(?:blocked|suspended|disabled|restricted|banned|prohibited) from sending|(?:from|for) sending(?: (?:any )?(?:outgoing |outbound )?(?:mail|e-?mail|messages)|$)|(?:outgoing|outbound) (?:mail|e-?mail|messages?)NAMED?(?:is |are |has been |have been )?(?:suspended|blocked|disabled)/,
      /(?:suspended|blocked|disabled|locked|closed) for (?:outgoing|outbound)|(?:account|user|mailbox)GAP(?:cannot|can't|may not|not (?:allowed|permitted) to) send(?: (?:mail|e-?mails?|messages))?(?:[.,;!)]|$)/,
    ),
    cause: 'policy',
    ours: true,
    why: 'It is your own sending account that was blocked.',
    fix: 'Secure the account (new password, second factor) and ask its provider to unblock it; keep the address.',
    example: '550 5.7.1 Your account has been blocked from sending mail',
    nearMiss: '550 5.2.1 The account has been blocked',
    source: 'cPanel, Zoho, Exchange Online notices about sending accounts',
  },
]

/** Before the closed mailboxes: this one is closed to strangers only. */
export const outsiders: Rule[] = [
  {
    id: 'outsiders',
    match: any(
      /(?:BOX|group|list)GAP(?:clos\w+|disabled?|restrict\w*|block\w*|not accept\w*|n't accept\w*|refus\w*|reject\w*|limited)GAP\b(?:to|from|of|for|mail|e-?mail|messages?) (?:the |an? |any |all )?(?:external|outside|outsiders?|strangers?|foreign|internet|unknown (?:sender|people|person)|people|persons|your (?:e-?mail )?address|you\b)/,
      /(?:not an? (?:\w+ )?(?:member|subscriber)|(?:not|isn't|aren't) subscribed) (?:of|to|on) (?:the|this|our|that) (?:\w+ ){0,2}(?:list|group)|you (?:are not|aren't) an? (?:member|subscriber)|must be (?:an? )?(?:member|subscriber)|not (?:on|in) (?:the )?(?:allowed|approved|authori[sz]ed|accepted|permitted) senders?|sender is not in (?:the )?group/,
    ),
    cause: 'recipient-refused',
    why: 'The recipient takes mail only from people inside, or from those he knows.',
    example: '550 5.7.1 Mailbox closed to outside senders',
    nearMiss: '550 5.2.1 Mailbox closed',
    source: 'RFC 3463 x.7.2; Exchange RequireSenderAuthenticationEnabled and its like',
  },
]

export const mailboxClosed: Rule[] = [
  {
    id: 'locked-for-now',
    match: any(
      new RegExp(`${MAILBOX}NAMED${STATE}(?:temporar(?:ily|y) ${CLOSED}|${CLOSED} temporar)`),
      /4\.2\.1\b.{0,120}(?:mailbox|recipient|user|account)\b.{0,40}unavailable/,
      /temporar(?:ily|y) (?:locked|suspended|disabled|inactive|blocked|deactivated) (?:user|mailbox|account|recipient|address)/,
      /(?:mailbox|user|account|recipient|address)NAMED?is currently not (?:accepting|receiving)/,
      /BOXGAP(?:unpaid|not paid|overdue|non-?payment|payment)/,
      /postfachGAPvorue?bergehend (?:gesperrt|deaktiviert)/,
      /(?:account|mailbox|user) (?:is )?not (?:authori[sz]ed|allowed|permitted|enabled) to receive/,
    ),
    cause: 'mailbox-disabled',
    reopens: true,
    why: 'The mailbox is locked for now; its owner or provider can open it again.',
    fix: 'Keep the address and watch: it goes if it still bounces in two weeks.',
    example: '550 5.2.1 User account is temporarily locked',
    nearMiss: '550 5.2.1 Server is temporarily unavailable',
    source: 'RFC 3463 x.2.1: may be transient if only disabled for now',
  },
  {
    id: 'closed',
    match: any(
      new RegExp(`\\b${MAILBOX}NAMED${STATE}${CLOSED}`),
      new RegExp(`${CLOSED} (?:\\w+ )?(?:mail ?box|user|recipient|account|e-?mail (?:address|account))\\b`),
      /\b(?:e-?mail )?address(?: \S{1,60})? (?:is |was |has been )(?:disabled|inactive|deactivated|suspended|closed|terminated|discontinued|expired|retired|abandoned)/,
      /(?:mail ?box|account|user|recipient|address|e-?mail)GAPno longer (?:active|valid|in use|used|available|accept\w*|receiv\w*|monitored|supported|on (?:this )?server|with (?:us|the company)|employed|work|in service|exists?)/,
      /(?:subscriber|customer|employee|person)GAPno longer (?:exists?|works?|with)|(?:doesn't|does not|no longer) works? here|(?:former|ex-?) ?employee|deleted (?:user|account|mailbox)/,
      /never (?:been )?(?:logged (?:on|in)|activated|used) (?:\w+ ){0,3}(?:account|mailbox)|(?:mailbox|account|user) (?:was |has )?never (?:been )?(?:logged in|activated|used)|never logged (?:on|in)|extended inactivity|(?:recipient|user) suspend/,
      /no longer (?:accept\w*|receiv\w*|in use|active|works?|valid|available|employed|with (?:us|the company))\b/,
      /(?:does not|doesn't|not|won't|cannot) accept(?:ing)? (?:any )?(?:mail|e-?mail|messages)(?: \w+)? (?:at|for|to) (?:this|the) (?:address|mailbox|account|user)/,
      /(?:mailbox|account|user)NAMED(?:has been |was |is )?(?:removed|deleted)|no longer has (?:an? )?(?:account|mailbox|e-?mail)|(?:has |have )?left (?:the |our |this )?(?:company|organi[sz]ation|firm|office|school|university)|(?:blocked|disabled|closed|suspended) (?:due to|for|because of) inactivity|(?:mail ?box|user|account|recipient)GAPnot accepting messages/,
      /konto(?: \w+){0,2} (?:deaktiviert|gesperrt|geschlossen|inaktiv|geloscht)|(?:boite|adresse)GAP(?:desactivee?|supprimee?|fermee?)|postfachGAP(?:deaktiviert|gesperrt|geschlossen|geloscht)|compteGAP(?:desactive|ferme|bloque|suspendu|inactif)|cuentaGAP(?:desactivad|deshabilitad|suspendid|inactiv|bloquead|cancelad)|(?:casella|utente|account|utenza)GAP(?:disabilitat|disattivat|sospes|bloccat|non attiv|chius)|contaGAP(?:desativad|inativ|suspens|bloquead|cancelad|encerrad)|kontoGAP(?:nieaktywne|zablokowane|zawieszone|usuni)|nieaktywn/,
      /(?:аккаунт|ящик|учетная запись|пользовател)GAP(?:заблокирован|отключ|удал|деактивир|закрыт)|(?:用户|账号|帐号|账户|帐户|邮箱|帳號)\S{0,6}(?:禁用|锁定|冻结|停用|注销|暂停|停止|过期|凍結)|(?:アカウント|メールボックス|アドレス)\S{0,8}(?:無効|停止|解約|凍結|利用できません)|(?:계정|메일)\S{0,4}\s?(?:정지|중지|휴면|해지|비활성)|(?:휴면|정지된|해지된) ?계정/,
    ),
    cause: 'mailbox-disabled',
    example: '550 5.2.1 <anna@shop.example>: account is disabled',
    nearMiss: '550 5.2.1 Feature is disabled on this server',
    source: 'RFC 3463 x.2.1; wording of mailbox providers',
  },
  {
    id: 'moved',
    match: any(
      /(?:user|recipient|mailbox|address|account|person)NAMED?(?:has |was |have |is )*(?:moved|changed (?:his|her|their|its|the)? ?(?:e-?mail )?address|relocated)/,
      /(?:new|forwarding|current) (?:e-?mail )?address is|please (?:try|use) (?:the )?(?:new )?(?:e-?mail )?(?:address )?(?:ADDR|instead)|address (?:has )?changed|user not local[;,:] please try/,
      /(?:mailbox|domain|account) owner has changed|n'est plus (?:utilise|valide|a cette adresse)|adresse hat sich geandert/,
    ),
    cause: 'mailbox-moved',
    example: '551 User has moved; please try <new@shop.example>',
    nearMiss: '551 User not here',
    source: 'RFC 5321 section 3.4; RFC 3463 x.1.6; RFC 7293',
  },
]

export const groupNotices: Rule[] = [
  {
    id: 'group-unknown-or-closed',
    match: any(
      /group you tried to contact .{0,120}may not exist|(?:do not|don't|may not|might not) have permission to post/,
      /gruppe.{0,240}berechtigung|groupe.{0,240}autorisation|grupo.{0,240}(?:permiso|permiss)|gruppo.{0,240}autorizzazion|groep.{0,240}(?:toestemming|machtiging|rechten)|skupina.{0,240}opravnen|grupa.{0,240}uprawnie|grubu.{0,240}izin|gruppen.{0,240}(?:behorighet|tillatelse|tilladelse)/,
      /групп[аыуе].{0,240}(?:прав|разрешени)|група.{0,240}дозвол|グループ.{0,60}権限|(?:群組|群组).{0,60}(?:權限|权限|張貼|发帖)|그룹.{0,60}권한/,
    ),
    cause: 'policy',
    why: 'The group does not exist, or you may not post to it; the notice does not say which.',
    fix: 'Ask the owner of the group whether it still exists and whether you may post to it.',
    example:
      "We're writing to let you know that the group you tried to contact (staff) may not exist, or you may not have permission to post messages to the group",
    nearMiss: "We're writing to let you know that the group you tried to contact has moved",
    source: 'Google Groups bounce messages, support.google.com/groups',
  },
]

export const recipientRule: Rule[] = [
  {
    id: 'suppressed',
    match: any(/(?:recipient|address|addr)GAPsuppress(?:ed|ion)|suppress(?:ed|ion)GAP(?:recipient|address)/),
    cause: 'recipient-refused',
    why: 'Your sending service did not even try: the address stands on its suppression list.',
    fix: 'Look up there why it was suppressed: after a bounce or a complaint remove it, after a mistake take it off that list.',
    example: '554 5.7.1 recipient address was suppressed due to customer policy',
    nearMiss: '554 5.7.1 recipient address was refused due to customer policy',
    source: 'SparkPost support: suppression list',
  },
  {
    id: 'closed-group',
    match: any(
      /(?:group|list(?! software)|distribution|mailing list|members?)GAP(?:only|restricted|not (?:allowed|authori[sz]ed|permitted|a member)|closed|internal|moderat)|restricted (?:\w+ )?(?:list|group)|not (?:authori[sz]ed|permitted|allowed|approved) by (?:the )?(?:recipient|user|owner)/,
      /(?:closed mailing list|not a (?:group )?member|(?:isn't|aren't) (?:a )?(?:group )?members?\b|external senders (?:aren't|are not)|members only|only members|only registered (?:users|senders)|subscribers only|reservee? aux (?:moderateurs|abonnes|membres)|non-?members?|not subscribed)|(?:you (?:do not|don't|are not|aren't) (?:\w+ )?(?:permission|authori[sz]ed|allowed) to (?:post|send)(?: \w+){0,3} (?:to )?(?:this|the) (?:mailing |distribution )?(?:group|list|recipient|user|mailbox|address))/,
      /(?:accepts?|accepting|receive|allows?) (?:\w+ )?(?:mail|e-?mails?|messages)? ?(?:only )?from (?:a )?(?:restricted|limited|certain|authori[sz]ed|internal|approved|authenticated|specific|known|trusted|selected)/,
      /not authori[sz]ed to (?:send|deliver|mail|post|e-?mail)(?: \w+){0,3}? (?:to |mail to |messages to )(?:this|the|that) (?:recipient|user|mailbox|address|group|list|destination)|restricted (?:recipient|mailbox|address|distribution)|sender(?: \S{1,60})? (?:is )?not (?:allowed|authori[sz]ed|permitted|on the (?:list|allowed)|in (?:the )?(?:recipient|allowed|white))/,
      /not authenticated by organi[sz]ation|internal (?:use|mail|senders?|only|recipient)|only (?:accepts?|internal|authori[sz]ed|authenticated|allowed)/,
    ),
    cause: 'recipient-refused',
    why: 'The recipient takes mail only from certain senders: an internal address, or a group for its members.',
    fix: 'Ask the owner of this address to allow you, or for another address.',
    example: '550 5.7.1 You are not authorized to send to this recipient',
    nearMiss: '550 5.7.1 You are not authorized to send from this domain',
    source: 'RFC 3463 x.7.2; Exchange delivery restrictions; Mailman and Google Groups notices',
  },
  {
    id: 'preferences',
    match: any(
      /(?:recipient|user|addressee|mailbox|owner)(?:'s|s')? (?:preferences?|settings?|request|filter|rules?|personal|own|has (?:rejected|refused|chosen|requested|opted|unsubscribed|asked))/,
      /(?:refused|rejected|blocked|denied) by (?:the |this |that )?(?:recipient|user|addressee|mailbox|end user)\b|automatically rejected:|badrcptto|(?:recipient|user) (?:has )?(?:(?:refused|rejected|declined|denied|blocked) (?:your|this|the|mail|e-?mail|messages?)|does not (?:want|wish)|doesn't want|is not accepting|not accept(?:ing)?)/,
      /(?:sender|address|you|from)\b[^.;!]{0,40} not (?:in|on) (?:\w+ ){0,3}(?:white|safe|allow)[ -]?list|not in (?:his|her|their|the recipient'?s?) (?:contacts|address book)|does not want (?:your|to receive)|(?:recipient|user)s? refuses? to|has restricted (?:sms|text|e-?mail)|(?:account|mailbox) is protected by|is not accepting any (?:mail|e-?mail|messages)|opted?[ -]?out|unsubscribed|challenge[ -]response/,
      /(?:收件人|对方|用户)\S{0,6}(?:拒收|拒绝|屏蔽|黑名单)|受信(?:者|側)?\S{0,6}(?:拒否|設定)|受信拒否|отказался|получател\S* (?:отказ|запрет|заблокир)/,
    ),
    cause: 'recipient-refused',
    example: '550 5.7.1 Refused due to recipient preferences',
    nearMiss: '550 5.7.1 Refused due to local policy',
    source: 'Facebook postmaster RCP-P2; QQ Mail help; personal filters',
  },
]
