/** Challenge-response: a filter that holds the mail until its sender proves to be a person. No bounce: nothing failed. */
import { firstAddress } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { hasBounceSubject, hasNullReturnPath, isFromMailSystem, isMultipartReport } from './signs.ts'
import { state } from './statement.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'challenge'

/** Headers that challenge systems write (TMDA, ASK, Spam Arrest, Boxbe, Earthlink, UOL, Choicemail). */
const FIELDS = [
  'x-tmda-confirm',
  'x-tmda-fingerprint',
  'x-ask-action',
  'x-spamarrest-noauth',
  'x-spamarrest-authid',
  'x-boxbe-challenge',
  'x-choicemail-registration-request',
]

/** Subjects that ask. */
const SUBJECT =
  /please (?:confirm|verify|authenticate|authorize) (?:your )?(?:message|e-?mail|mail|address|delivery|sender|yourself)|please confirm \(conf|requires? (?:verification|confirmation|authentication|approval)|verify me\b|confirm(?:ation)? (?:required|needed|request).{0,40}(?:message|mail|deliver|sender)|(?:sender|message|e-?mail) (?:verification|confirmation|authorization) (?:required|needed|request)|verification (?:required|needed)|challenge[- ]response|anti-?spam (?:confirm|verif)|waiting for (?:guest list )?approval|\(action required\)\s*$|registration request|confirme (?:o envio|sua mensagem|seu e-?mail)|anti-?spam uol|bestätigen sie ihre (?:nachricht|e-?mail|mail)|bestätigung (?:ihrer|erforderlich)|demande d['’]authentification|authentification (?:requise|de l['’]expéditeur)|confirmation requise|confirm(?:ez|er) votre (?:message|e-?mail|courriel)|confirm[ae]r? (?:su|tu) (?:mensaje|correo)|conferm[ai](?:re)? (?:il|la) (?:suo?|tuo?|sua|tua)? ?(?:messaggio|mail|e-?mail)|bevestig uw (?:bericht|e-?mail|mail)|potwierd[źz] (?:swoj[ąa]|wysłanie)|подтвердите (?:отправку|ваше|свое|своё)/i

/** Sentences that ask for a proof. */
const ASKS = new RegExp(
  [
    /(?:reply|respond) to this (?:e-?mail|message|confirmation|request|notice)[^.]{0,100}(?:confirm|deliver|release|verif|approve|not (?:be )?(?:spam|junk))|(?:send an empty|simply|just|use your mailer'?s "?)\s*reply|send an empty (?:message|e-?mail|mail)|to (?:release|deliver|confirm)[^.]{0,100}(?:reply|respond) to this (?:e-?mail|message|notice)/,
    /(?:click|visit|follow|go to|use)[^.]{0,60}(?:link|below|here|url|address|website|page)[^.]{0,140}(?:confirm|verify|deliver|release|prove|authori|authenticat|approve|guest list|whitelist|allowed|add you|can receive|receive your|identify|not (?:a )?spam)/,
    /(?:confirm|verify|prove|authenticate)[^.]{0,80}(?:you(?:'re| are) (?:not )?(?:an? )?(?:human|real|person|spammer|the sender)|that (?:you|your|this)|your (?:message|e-?mail|identity|address))/,
    /(?:complete|fill (?:out|in)) (?:the|a|this|my) (?:simple |short |brief |one-time |quick )*(?:verification|confirmation|registration|request|form)|one[- ]time (?:process|confirmation|verification|step|only|registration)|add yourself to (?:my|the|his|her)|to be added to (?:my|the) list|request (?:that|to)[^.]{0,60}add (?:you|your)/,
    /(?:clique|acesse|clicar)[^.]{0,80}(?:confirm|link|liberar|enviar)|klicken sie[^.]{0,80}(?:bestätig|link|freigeben)|cliquez[^.]{0,80}(?:confirm|lien|valider)|haga clic[^.]{0,80}(?:confirm|verific|enlace)/,
    /bis sie (?:sie|diese|dies|ihre)?[^.]{0,40}bestätigt|antworten sie[^.]{0,60}auf diese (?:nachricht|e-?mail|mail)|(?:répondez|répondre) (?:simplement )?à ce (?:message|courriel|mail)|responda a este (?:mensaje|correo)|rispond(?:i|a|ere) a questo (?:messaggio|e-?mail)|responda (?:a )?est[ea] (?:mensagem|e-?mail)|beantwoord (?:dit bericht|deze e-?mail)|(?:ответьте|ответить) на (?:это|данное) (?:письмо|сообщение)/,
  ]
    .map((pattern) => `(?:${pattern.source})`)
    .join('|'),
  'i',
)

/** Sentences that say that the mail waits, and for whom it may pass. */
const HELD = new RegExp(
  [
    /(?:message|e-?mail|mail|it)[^.]{0,60}(?:is|was|has been|being|will be|are)[^.]{0,20}(?:held|quarantined|waiting|waitlisted|pending|queued|suspended|stored|redirected|blocked until|not (?:yet )?(?:be(?:en)? )?delivered|delivered (?:once|after|when|as soon)|moved to)/,
    /(?:spam|junk|unsolicited)[- ]?(?:e-?mail |mail )?(?:protection|filter|block|control|arrest|free|prevention)|(?:block|prevent|stop|eliminate|reduce|control|avoid|combat|fight)[^.]{0,30}(?:spam|junk|unsolicited|unwanted)|protect(?:ed|s|ing)?[^.]{0,50}(?:from|against|by)[^.]{0,30}(?:spam|junk|unwanted|unsolicited)/,
    /(?:in order |for your (?:message|e-?mail)|before your (?:message|e-?mail))[^.]{0,30}(?:to be|can be|will be|is)[^.]{0,10}delivered|only (?:accept|allow|receive)[^.]{0,40}(?:from|messages|mail)|not (?:on|in) (?:my|his|her|the|their)[^.]{0,20}(?:list|address book|contacts)|approved senders|guest list|white ?list|anti-?spam/,
    /zurückgehalten|noch nicht zugestellt|spam-?(?:schutz|filter)|spam zu (?:vermeiden|verhindern)|(?:retenu|en attente|pas encore (?:été )?(?:remis|délivré))|retenid[oa]|trattenut[oa]|retid[oa]|tegengehouden|wstrzyman|задержано|защит[ауы] от спама|против спама/,
  ]
    .map((pattern) => `(?:${pattern.source})`)
    .join('|'),
  'i',
)

function ruleOf(message: ParsedMessage): { rule: string; excerpt: string } | null {
  const field = FIELDS.find((name) => message.headers.has(name))
  if (field) return { rule: `header/${field}`, excerpt: `${field}: ${message.headers.get(field) ?? ''}` }
  // Addresses and links have dots that end no sentence.
  const text = message.text
    .slice(0, 6_000)
    .replace(/\s+/g, ' ')
    .replace(/[^\s<>@]+@[^\s<>]+[^\s<>.,;:!?]|https?:\/\/[^\s<>]+/g, '@')
  const asks = ASKS.exec(text)
  if (!asks) return null
  const subject = message.headers.get('subject') ?? ''
  const asksInSubject = SUBJECT.test(subject)
  const held = HELD.exec(text)
  // It answers a mail, or a machine wrote it: a shop that wants an address confirmed does neither.
  const answers =
    ['in-reply-to', 'references'].some((name) => message.headers.has(name)) ||
    /^\s*auto-replied/i.test(message.headers.get('auto-submitted') ?? '') ||
    /^\s*re\s*:/i.test(subject) ||
    hasNullReturnPath(message)
  if (asksInSubject && (held || answers)) return { rule: 'subject', excerpt: `${subject}\n${asks[0]}` }
  return held && answers ? { rule: 'text', excerpt: `${held[0]}\n${asks[0]}` } : null
}

export const challenge: Detector = {
  name: NAME,
  tier: 'kind',
  title: 'Challenge to prove that a person sent it',
  source: 'TMDA documentation (tmda-filter), Active Spam Killer, Spam Arrest and Boxbe help pages',
  gate: (message) =>
    !isMultipartReport(message) &&
    !message.headers.has('list-id') &&
    !(isFromMailSystem(message) && hasBounceSubject(message)),
  detect(message): Statement[] {
    const found = ruleOf(message)
    if (!found) return []
    return [
      state({
        kind: 'challenge',
        recipient: firstAddress(message.headers.get('from') ?? ''),
        evidence: {
          detector: NAME,
          rule: found.rule,
          part: found.rule === 'text' ? 'text' : 'headers',
          excerpt: found.excerpt,
        },
      }),
    ]
  },
}
