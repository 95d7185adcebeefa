/** What the message holds: viruses, spam, forbidden attachments, its size. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const content: Rule[] = [
  {
    id: 'virus',
    match: any(
      /\bvirus(?:es)?\b|virus(?:infected|found|detect)|\binfected\b|malware|\btrojan|\bworm\b|ransomware|malicious (?:content|attachment|file|software|code|payload)/,
      /вирус|病毒|ウイルス|ウィルス/,
    ),
    cause: 'virus',
    example: '554 5.7.1 Virus found in message',
    nearMiss: '554 5.7.1 Fault found in message',
    source: 'ClamAV and amavisd-new replies',
  },
  {
    id: 'attachment',
    match: any(
      /\bmacros? in\b|attachmentGAP(?:not (?:allowed|accepted|permitted)|blocked|banned|illegal|prohibited|forbidden|rejected|refused|type|extension|unsafe|dangerous|disallowed|security|removed|encrypted|denied)/,
      /(?:illegal|banned|blocked|forbidden|prohibited|disallowed|unsafe|dangerous|executable|encrypted|suspicious|unacceptable) (?:\w+ ){0,2}(?:attachment|file ?(?:name|type|extension)?|content[ -]type|extension)/,
      /potential(?:ly)? (?:a )?(?:security issue|dangerous|harmful|executable)|presents a potential security|banned:\s|banned (?:file|name|extension|part)|file ?type(?:s)? (?:is |are )?not (?:allowed|accepted)/,
      /piece jointe (?:interdite|refusee)|anhang (?:nicht erlaubt|abgelehnt|verboten)|附件/,
    ),
    cause: 'content',
    why: 'An attachment of this kind is not accepted there.',
    fix: 'Offer the file as a download and send a link to it; keep the address.',
    example: '552 5.7.0 Illegal attachment on your message',
    nearMiss: '552 5.7.0 Illegal command in your message',
    source: 'Gmail blocked file types; amavisd-new banned names',
  },
  {
    id: 'spam',
    match: any(
      /\bspam(?:my|med|ming|mer|mers)?\b(?! ?(?:(?:protection )?team|department|policy (?:page|at)|filter (?:bypassed|passed)))|spam(?:assassin|score|detected|filter|like)|\bube\b|\buce\b|unsolicited|\bjunk ?mail|\bjunk\b|bulk (?:e-?)?mail|\bmassmail|bayes/,
      /(?:scored|classified|identified|detected|considered|flagged|marked|tagged|rated|looks|recogni[sz]ed|viewed) (?:\w+ )?(?:as |like |to be )(?:\w+ ){0,2}(?:spam|junk|bulk|unwanted|undesirable|suspicious|abus)/,
      /(?:high|too high|over|exceed\w*|threshold).{0,20}(?:spam|content) (?:score|level|probability)/,
      /(?:likely|possibl[ey]|probabl[ey]|suspect(?:ed)?) (?:to be )?(?:unsolicited|unwanted|suspicious|abusive)/,
      /courrier (?:non sollicite|indesirable)|non sollicite|pourriel|спам|垃圾|迷惑メール|스팸|als spam|correo no deseado|indesejad/,
    ),
    cause: 'spam',
    example: '550 5.7.1 Message classified as spam',
    nearMiss: '550 5.7.1 Message classified as confidential',
    source: 'SpamAssassin, Rspamd and amavisd-new replies; providers’ pages',
  },
  {
    id: 'size',
    match: any(
      /(?:message|mail|e-?mail|size|body|content|file|data|attachments?|headers?)(?: \S{1,30}){0,5}? (?:is |was |are )?(?:too|to) (?:big|large)\b|(?:message|mail|data)(?: is)? too long\b/,
      /(?:message|mail|e-?mail) ?(?:size|length)(?: \S{1,30}){0,6}? ?(?:exceed|over|greater|larger|too|limit|bigger|beyond)/,
      /(?:exceed(?:s|ed|ing)?|over|above|larger than|greater than|bigger than|beyond)(?: \S{1,30}){0,5}? (?:(?:message|mail|maximum|max|fixed|advertised|allowed|permitted|administrative) ?)*(?:size|length)/,
      /(?:maximum|max|permitted|allowed|fixed) (?:\w+ ){0,3}(?:message |mail )?sizeGAP(?:exceed|limit|reach|violat|is \d)/,
      /message (?:larger|bigger) than|(?:larger|bigger|longer) than (?:the |our |your )?(?:\w+ ){0,3}(?:limit|allowed|maximum|permitted)|size limit|sizelimit|too much (?:mail )?data|too large|oversize|overadvertisedsize|\btoo big\b/,
      /nachrichtGAPzu (?:gross|groß)|(?:message|courriel|taille)GAP(?:trop (?:volumineux|gros|grand)|taille limite|depasse)|mensajeGAP(?:demasiado|muy) grande|bericht is te groot|zbyt duz|messaggio troppo grande|mensagem (?:muito|demasiado) grande|слишком (?:большо|велик)|размер (?:письма|сообщения) (?:превы|слишком)|邮件(?:过大|太大|大小)|サイズ(?:が大き|が?制限|超過|オーバー)/,
    ),
    cause: 'message-too-large',
    example: '552 5.3.4 Message size exceeds fixed limit',
    nearMiss: '552 5.2.2 Mailbox exceeds its quota',
    source: 'RFC 1870; RFC 3463 x.3.4 and x.2.3',
  },
  {
    id: 'refused-content',
    match: any(
      /(?:message |mail |e-?mail |banned |prohibited |undesirable |forbidden |unacceptable |inappropriate |blocked |bad |body |header |restricted )contents?\b/,
      /contentGAP(?:reject|refus|den(?:y|ied)|block|restrict|not (?:allowed|accepted|acceptable)|filter|violat|prohibit|polic|match|inappropriate|offens)/,
      /(?:rejected|refused|blocked|denied|filtered) (?:\w+ ){0,3}(?:by|due to|because of|based on|for) (?:\w+ ){0,2}content/,
      /(?:url|link|domain|phrase|word|header|subject)s? (?:in|of|within|found in) (?:the |your |this )?(?:message|body|mail|e-?mail|content)/,
      /content[ -]?(?:filter|policy|restriction)|forbidden (?:header|word|phrase)|message filtered|blocked by (?:our|the|a) (?:\w+ )?filter|not accept messages containing|内容(?:被|违规|包含)|содержимо/,
    ),
    cause: 'content',
    example: '554 5.7.1 Message rejected due to content restrictions',
    nearMiss: '554 5.7.1 Message rejected due to access restrictions',
    source: 'Postfix header_checks and body_checks; content filters',
  },
]
