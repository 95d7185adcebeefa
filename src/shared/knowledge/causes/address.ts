/** Causes that lie in the address itself: nobody can mend them, the address goes. */
import type { CauseInfo } from '../types.ts'

export const mailboxUnknown: CauseInfo = {
  title: 'There is no such mailbox',
  what: 'The server that handles this domain answered, and said that it has no mailbox of this name. Often the address was mistyped when it was collected, or its owner left and the mailbox was deleted.',
  why: 'Providers count how often you write to addresses that do not exist. A list with more than about two per cent of them looks bought or old, and mail to your good addresses starts to land in spam or to be slowed down.',
  fix: 'Look for a typing error; if there is none, remove the address.',
  steps: [
    'Compare the address with your records and look for a typing error: a missing letter, a dot too many, gmial instead of gmail.',
    'If you find one, correct it and send once. If not, remove the address and do not import it again.',
    'If the person matters to you, ask for the right address by another way; do not guess variants.',
    'Check new addresses when they are entered: ask twice, or send a confirmation link and mail only those who click it.',
    'If an old list produced many of these, have it verified before you send to it again.',
  ],
  checks: [
    {
      label: 'Does the domain receive mail at all? One or more host names should come back.',
      command: 'dig +short MX {recipientDomain}',
    },
  ],
  sendAgain: 'Never to this address as it stands. A corrected address may be mailed at once.',
  documentation: [
    { label: 'SMTP: meaning of 550', address: 'RFC 5321 section 4.2.3' },
    { label: 'Status x.1.1, bad destination mailbox', address: 'RFC 3463 section 3.2' },
  ],
  fault: 'address',
}

export const domainUnknown: CauseInfo = {
  title: 'The domain does not exist or accepts no mail',
  what: 'The part after the @ leads nowhere: the domain is not registered, has no mail server, or says in so many words that it takes no mail (a null MX record).',
  why: 'No mailbox can exist there, so every further attempt is wasted, and many such attempts mark you as a sender with an old or careless list.',
  fix: 'Correct the domain if it is a typing error; otherwise remove every address of that domain.',
  steps: [
    'Look at the domain for a typing error: gmial.com, hotmial.com, yaho.com, .con, .cmo are the usual ones.',
    'Look the domain up with the command below. No answer means that nobody receives mail there.',
    'If it is a company that you know, visit its web site: it may have changed its name.',
    'Correct the address, or remove it together with the others of that domain.',
    'Check the domain when addresses are entered: a form can look up its MX record before it accepts an address.',
  ],
  checks: [
    {
      label: 'Which servers take its mail? Empty, or a single dot, means none.',
      command: 'dig +short MX {recipientDomain}',
    },
    { label: 'Does the domain exist? NXDOMAIN means that it does not.', command: 'dig {recipientDomain} SOA' },
  ],
  sendAgain: 'Not before the domain has a mail server again.',
  documentation: [
    { label: 'How a mail server is found', address: 'RFC 5321 section 5.1' },
    { label: 'Null MX: a domain that takes no mail', address: 'RFC 7505' },
    { label: 'Status x.1.2, bad destination system', address: 'RFC 3463 section 3.2' },
  ],
  fault: 'address',
}

export const mailboxDisabled: CauseInfo = {
  title: 'The mailbox was closed',
  what: 'The mailbox once existed, but its provider has switched it off: the account was closed, suspended, or not used for a long time.',
  why: 'A mailbox that nobody opens any more brings no reader. Some providers later turn such addresses into traps that put the senders who still use them on a blocklist.',
  fix: 'Remove the address; add it again only when its owner signs up anew.',
  steps: [
    'Remove the address from your lists.',
    'If the reply speaks of a temporary lock or an unpaid account, leave the address for two weeks and see whether it bounces again.',
    'If the person matters to you, ask for another address by phone, letter or the shop’s account page.',
    'Stop writing to people who have opened nothing for a year: their mailboxes are the next to be closed.',
  ],
  checks: [{ label: 'Does the domain still receive mail?', command: 'dig +short MX {recipientDomain}' }],
  sendAgain: 'Only after its owner has given you the address afresh.',
  documentation: [{ label: 'Status x.2.1, mailbox disabled', address: 'RFC 3463 section 3.3' }],
  fault: 'address',
}

export const mailboxMoved: CauseInfo = {
  title: 'The mailbox has moved',
  what: 'The person’s mail is no longer received at this address. Sometimes the reply names the new one.',
  why: 'Mail to the old address reaches nobody, and the old address may be given to somebody else.',
  fix: 'Replace the address by the new one if the reply names it and the person agrees; otherwise remove it.',
  steps: [
    'Read the technical line: it may name the new address.',
    'Write to the new address once and ask whether you may use it from now on: consent given for the old address does not always carry over.',
    'Replace the old address in your records, or remove it when no new one is known.',
  ],
  checks: [{ label: 'Does the domain still receive mail?', command: 'dig +short MX {recipientDomain}' }],
  sendAgain: 'To the new address at once; to the old one never.',
  documentation: [
    { label: 'Status x.1.6, mailbox has moved', address: 'RFC 3463 section 3.2' },
    { label: 'SMTP: meaning of 551', address: 'RFC 5321 section 3.4' },
  ],
  fault: 'address',
}
