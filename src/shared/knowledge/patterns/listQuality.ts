/** Refusals for too many bad recipients: they speak of unknown users, but are about the sender's list. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

const WHY =
  'The server refuses because too many of the addresses you mailed there do not exist; it says nothing of this one.'
const FIX = 'Clean the list of dead addresses first, pause for a day, then go on slowly; keep this address.'

export const listQuality: Rule[] = [
  {
    id: 'too-many-bad-recipients',
    match: any(
      /too many (?:\w+ ){0,2}(?:invalid|unknown|bad|wrong|non-?existent|rejected|failed|undeliverable) (?:\w+ )?(?:recipient|user|address|rcpt|mailbox)/,
      /too many (?:recipients|addresses|users) (?:\w+ ){0,2}(?:invalid|unknown|do not exist|rejected)/,
      /excessive (?:\w+ )?(?:unknown|invalid|rejected|bad|failed|nonexistent) (?:recipient|user|address|rcpt)/,
      /(?:failed|invalid|unknown|bad|rejected) recipients? (?:limit |count )?exceeded/,
      /too many (?:\w+ ){0,2}(?:messages?|mails?|e-?mails?|recipients|addresses|users|accounts) (?:\w+ ){0,3}(?:(?:to|for|at) (?:\w+ )?(?:unknown|invalid|nonexistent|bad|dead)|do(?:es)? not exist|unknown)/,
      /too many (?:dead|stale|inactive|dormant|closed|disabled) (?:addresses|recipients|mailboxes|users|accounts)/,
      /(?:hit|hitting|mailed|mailing|sent to|sending to) (?:\w+ ){0,3}(?:trap|traps|spamtraps?)\b/,
      /\d ?(?:%|percent) of (?:your |the )?(?:recipient|address|user)|list (?:hygiene|quality)|(?:high|large) (?:rate|number|percentage|amount|share) of (?:\w+ )?(?:invalid|unknown|bad|nonexistent)/,
      /director(?:y|ies)[ -]harvest/,
      /dictionary attack|harvested addresses|half of (?:your |the )?(?:recipient|address|user)|sending (?:mail|e-?mail|messages) to (?:\w+ )?(?:invalid|unknown|non-?existent|dead) (?:recipients|users|addresses|mailboxes)/,
      /(?:number|amount|percentage|rate) of (?:invalid|unknown|bad|nonexistent) (?:recipient|user|address)/,
    ),
    cause: 'rate-limited',
    why: WHY,
    fix: FIX,
    example: '550 Too many invalid recipients',
    nearMiss: '550 Invalid recipient',
    source: 'Cisco Secure Email: directory harvest attack prevention; Sendmail BAD_RCPT_THROTTLE',
  },
]
