/** Challenge-response: a filter that holds the mail until its sender proves to be a person. No bounce: nothing failed. */
import { firstAddress } from '../message/addresses.ts'
import type { ParsedMessage } from '../message/types.ts'
import { isMultipartReport } from './signs.ts'
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

/** What they ask for, in subject or text. */
const SUBJECT =
  /please (?:confirm|verify|authenticate|authorize) (?:your )?(?:message|e-?mail|mail|address|delivery|sender|yourself)|confirm(?:ation)? (?:required|needed|request).{0,40}(?:message|mail|deliver|sender)|(?:sender|message|e-?mail) (?:verification|confirmation|authorization) (?:required|needed|request)|verification (?:required|needed)|challenge[- ]response|anti-?spam (?:confirm|verif)|confirm(?:e|ação) .{0,30}(?:mensagem|e-?mail|remetente)|(?:apenas|uma) confirma|waiting for (?:guest list )?approval|\[?action required\]?.{0,30}(?:deliver|whitelist)|registration request/i
const ASKS =
  /(?:reply|respond) to this (?:e-?mail|message|confirmation|request)[^.]{0,80}(?:confirm|deliver|release|verif)|(?:click|visit|follow|go to)[^.]{0,60}(?:link|below|here|url|address|website|page)[^.]{0,120}(?:confirm|verify|deliver|release|prove|authori|authenticat|approve|guest list|whitelist)|(?:confirm|verify|prove|authenticate)[^.]{0,80}(?:you are (?:a )?(?:human|real|person|not a spammer|the sender)|that (?:you|your|this)|your (?:message|e-?mail|identity|address))|complete (?:the|a|this) (?:simple |short |one-time )?(?:verification|confirmation|registration|form)|one[- ]time (?:process|confirmation|verification|step|only)/i
const HELD =
  /(?:message|e-?mail|mail|it)[^.]{0,60}(?:is|was|has been|being|will be|are)[^.]{0,20}(?:held|quarantined|waiting|pending|queued|suspended|stored|not (?:yet )?(?:be(?:en)? )?delivered|delivered (?:once|after|when))|(?:spam|junk|unsolicited)[- ](?:e-?mail |mail )?(?:protection|filter|block|control|arrest)|(?:in order |for your (?:message|e-?mail)|before your (?:message|e-?mail))[^.]{0,30}(?:to be|can be|will be|is)[^.]{0,10}delivered|protect(?:ed|s|ing)?[^.]{0,40}(?:from|against) (?:spam|junk|unwanted|unsolicited)|not (?:on|in) (?:my|his|her|the|their)[^.]{0,20}(?:list|address book|contacts)|anti-?spam/i

function ruleOf(message: ParsedMessage): { rule: string; excerpt: string } | null {
  const field = FIELDS.find((name) => message.headers.has(name))
  if (field) return { rule: `header/${field}`, excerpt: `${field}: ${message.headers.get(field) ?? ''}` }
  const text = message.text.slice(0, 6_000).replace(/\s+/g, ' ')
  const asks = ASKS.exec(text)
  if (!asks) return null
  const subject = message.headers.get('subject') ?? ''
  if (SUBJECT.test(subject)) return { rule: 'subject', excerpt: `${subject}\n${asks[0]}` }
  const held = HELD.exec(text)
  const machine =
    message.headers.has('auto-submitted') || message.headers.has('in-reply-to') || /^\s*(?:re|bulk)/i.test(subject)
  return held && machine ? { rule: 'text', excerpt: `${held[0]}\n${asks[0]}` } : null
}

export const challenge: Detector = {
  name: NAME,
  tier: 'kind',
  title: 'Challenge to prove that a person sent it',
  source: 'TMDA documentation (tmda-filter), Active Spam Killer, Spam Arrest and Boxbe help pages',
  gate: (message) => !isMultipartReport(message) && !message.headers.has('list-id'),
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
