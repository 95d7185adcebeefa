/** Causes that the mailbox's owner can mend. */
import type { CauseInfo } from '../types.ts'

export const mailboxFull: CauseInfo = {
  title: 'The mailbox is full',
  what: 'The mailbox exists, but has no room left. Its owner must delete mail or buy more space before anything can arrive.',
  why: 'Most full mailboxes are emptied within days. One that stays full for weeks is usually abandoned, and writing to it further costs reputation like a dead address.',
  fix: 'Keep the address and send again in a few days; it goes after three such bounces over two weeks.',
  steps: [
    'Keep the address for now.',
    'Send your next regular message as planned; do not repeat this one at once.',
    'Watch: three bounces over at least fourteen days mean that the mailbox is abandoned, and the address is then proposed for removal.',
    'If only large messages bounce, send a smaller one with a link instead of an attachment.',
  ],
  checks: [{ label: 'Does the domain receive mail?', command: 'dig +short MX {recipientDomain}' }],
  sendAgain: 'In three to seven days.',
  documentation: [
    { label: 'Status x.2.2, mailbox full', address: 'RFC 3463 section 3.3' },
    { label: 'SMTP: meaning of 452 and 552', address: 'RFC 5321 section 4.2.3' },
  ],
  fault: 'mailbox',
}

export const recipientRefused: CauseInfo = {
  title: 'The recipient does not want this mail',
  what: 'The mailbox exists, but a rule of its owner or of its group refuses you: a personal block list, a filter, or a group that only its members may write to.',
  why: 'Who has blocked you will report the next message as spam when it gets through another way. Such reports weigh more than bounces.',
  fix: 'Decide by hand: if you write without being asked, take it as an unsubscription; if you are expected, ask the recipient to allow you.',
  steps: [
    'If this is a newsletter or an offer, treat it as an unsubscription and stop.',
    'If it is a message the person expects (an order, an invoice), ask by another way to be allowed: to add your address to the contacts, or to open the group to outside senders.',
    'If it is a group or list address, ask its owner for permission or for a person’s own address.',
    'Do not send from another address to get around the rule.',
  ],
  checks: [{ label: 'Does the domain receive mail?', command: 'dig +short MX {recipientDomain}' }],
  sendAgain: 'Only after the recipient has allowed it.',
  documentation: [{ label: 'Status x.7.1 and x.7.2, delivery not authorised', address: 'RFC 3463 section 3.8' }],
  fault: 'mailbox',
}
