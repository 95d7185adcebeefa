/** Causes in what a server allows its senders: rates, sizes, rules. The addresses are fine. */
import type { CauseInfo } from '../types.ts'

export const rateLimited: CauseInfo = {
  title: 'You send too much at once',
  what: 'The server limits how many messages, connections or recipients it takes from you in a given time, and you went over it. It can also be the limit of your own account or mail service.',
  why: 'A limit is a warning: whoever presses on is slowed further, and then blocked. Nothing is wrong with the addresses.',
  fix: 'Spread the mail over more time and fewer connections; keep the addresses.',
  steps: [
    'Let your server’s own retries run; do not start the campaign again, or some people get it twice.',
    'Send slower to this provider: a few messages a connection, few connections at once, a pause after each refusal.',
    'Avoid sudden jumps: who sends a hundred a day and then fifty thousand looks like a hacked server. Double your volume at most every few days, and warm up a new server or domain for four to six weeks.',
    'Spread a campaign over hours or days, most active readers first.',
    'If the reply speaks of too many unknown recipients, clean the list first: the limit then comes from its dead addresses.',
    'If it is your own account’s limit, wait a day or send bulk mail through a newsletter service.',
  ],
  checks: [
    {
      label: 'Is your server on a blocklist as well? An answer means yes.',
      command: 'dig +short {reversedIp}.zen.spamhaus.org',
    },
    { label: 'Does your server have a proper name?', command: 'dig +short -x {ip}' },
  ],
  sendAgain: 'Your server does it by itself over hours; the rest tomorrow, slower.',
  documentation: [
    { label: 'SMTP: meaning of 421 and 450', address: 'RFC 5321 section 4.2.3' },
    { label: 'How long a server should retry', address: 'RFC 5321 section 4.5.4.1' },
  ],
  fault: 'sender',
}

export const messageTooLarge: CauseInfo = {
  title: 'The message is too large',
  what: 'The message with its attachments is bigger than the other server, or that mailbox, accepts. Attachments grow by a third when they are mailed.',
  why: 'The address is fine: a smaller message arrives.',
  fix: 'Send a smaller message, with a link instead of the attachment.',
  steps: [
    'Put large files on your web site or a file service and send the link.',
    'Shrink pictures before you attach them.',
    'Keep every message below 10 MB, newsletters below 100 kB.',
  ],
  checks: [
    {
      label: 'How large may a message be? Type EHLO test after it connects and read the SIZE line.',
      command: 'nc {mta} 25',
    },
  ],
  sendAgain: 'At once, smaller.',
  documentation: [
    { label: 'Status x.3.4 and x.2.3, message too big', address: 'RFC 3463 section 3.3 and 3.4' },
    { label: 'How servers announce their limit', address: 'RFC 1870' },
  ],
  fault: 'sender',
}

export const policy: CauseInfo = {
  title: 'A rule of the receiving system refused it',
  what: 'The organisation or provider on the other side has a rule that your message runs into. The reply does not always say which one: your server, your domain, your country, or the kind of message.',
  why: 'The mailbox exists. The rule holds for all your mail to that system, so removing single addresses mends nothing.',
  fix: 'Find the rule in the technical line or ask the other side’s administrator; keep the address.',
  steps: [
    'Read the technical line: often it names the rule or a page that explains it.',
    'See whether all addresses of that domain are refused: then it is about you, not about one of them.',
    'Check SPF, DKIM, DMARC and the blocklists: many such rules rest on them.',
    'Write to postmaster@{recipientDomain} from another account, or call, and quote the technical line: who runs the system can allow you.',
    'Look at the provider’s own page for senders when it has one.',
  ],
  checks: [
    { label: 'Who runs their mail?', command: 'dig +short MX {recipientDomain}' },
    { label: 'Which servers may send for you (SPF)?', command: 'dig +short TXT {senderDomain}' },
    { label: 'Is your server on Spamhaus? An answer means yes.', command: 'dig +short {reversedIp}.zen.spamhaus.org' },
  ],
  sendAgain: 'After the rule is known and met, or you have been allowed.',
  documentation: [
    { label: 'SMTP: meaning of 554', address: 'RFC 5321 section 4.2.3' },
    { label: 'Status x.7.1, delivery not authorised', address: 'RFC 3463 section 3.8' },
  ],
  fault: 'sender',
}

export const greylisted: CauseInfo = {
  title: 'The server asks you to come back later',
  what: 'The server turns every unknown sender away at the first attempt, on purpose, because most spam programs never try again. Real servers do, and are then let in.',
  why: 'Nothing is wrong. Only a message whose server did not try again long enough is lost.',
  fix: 'Do nothing: your server tries again by itself; keep the address.',
  steps: [
    'Wait: the second attempt after five to thirty minutes is normally accepted.',
    'If such messages fail for good, see that your server keeps trying for at least a day and from the same IP address each time.',
    'If you use a sending service with many servers, ask it to retry greylisted mail from the same one.',
  ],
  checks: [
    {
      label: 'Does your server send from one address that has a name? It should answer with a name of yours.',
      command: 'dig +short -x {ip}',
    },
  ],
  sendAgain: 'Your server does it by itself, mostly within half an hour.',
  documentation: [
    { label: 'Greylisting', address: 'RFC 6647' },
    { label: 'How long a server should retry', address: 'RFC 5321 section 4.5.4.1' },
  ],
  fault: 'receiver',
}
