/** Causes on the way: the receiving server, the network, DNS; and what nothing is known of. */
import type { CauseInfo } from '../types.ts'

export const relayDenied: CauseInfo = {
  title: 'The server does not handle this domain',
  what: 'The server that was asked says that this domain is not its own, and that it will not pass the message on. Mostly the domain’s DNS points to the wrong server, or its contract there has ended. If it was your own server that said so, your mail program did not log in.',
  why: 'The address may be fine behind a wrong entry in DNS, so one refusal should not cost it. If it is your own server, none of your mail leaves the house.',
  fix: 'Check where the domain’s mail should go; if your own server said it, log in before sending.',
  steps: [
    'Look up the domain’s MX records and compare the host with the one that refused.',
    'If they differ, your server has old information: send again in a day.',
    'If they agree, the domain is set up wrongly. Tell its owner by phone or web form.',
    'If the refusal came from your own server, set user name and password for sending in your mail program, port 587, encryption on (RFC 4954).',
    'If nobody mends it within some weeks, remove the addresses of that domain.',
  ],
  checks: [
    { label: 'Which server should take its mail?', command: 'dig +short MX {recipientDomain}' },
    { label: 'Which name servers answer for it?', command: 'dig +short NS {recipientDomain}' },
  ],
  sendAgain: 'When the MX records point to a server that answers for the domain.',
  documentation: [
    { label: 'SMTP: meaning of 551 and relaying', address: 'RFC 5321 section 3.6' },
    { label: 'Status x.7.1, delivery not authorised', address: 'RFC 3463 section 3.8' },
  ],
  fault: 'receiver',
}

export const loop: CauseInfo = {
  title: 'The message went in circles',
  what: 'Two or more servers on the recipient’s side keep handing the message to each other until one gives up. It is caused by a forwarding or routing mistake there.',
  why: 'Every message to this recipient fails until somebody there mends it. The mailbox itself mostly exists.',
  fix: 'Tell the recipient by another way that a forwarding of theirs runs in a circle.',
  steps: [
    'Tell the recipient or postmaster@{recipientDomain} by another way, with the technical line.',
    'If you forward mail yourself, see that the target does not forward it back to you.',
    'Keep the address; it goes when it has failed three times over two weeks.',
  ],
  checks: [{ label: 'Where does the domain’s mail go?', command: 'dig +short MX {recipientDomain}' }],
  sendAgain: 'After they have mended it, or in a week.',
  documentation: [
    { label: 'Loop detection', address: 'RFC 5321 section 6.3' },
    { label: 'Status x.4.6, routing loop', address: 'RFC 3463 section 3.5' },
  ],
  fault: 'receiver',
}

export const serverTrouble: CauseInfo = {
  title: 'Their server has trouble',
  what: 'The receiving server answered, but could not take the message: overloaded, out of space, under maintenance or wrongly configured.',
  why: 'It has nothing to do with you or the address, and mostly passes within hours. Only a server that stays broken for weeks makes its addresses worthless.',
  fix: 'Wait and send again; the address goes only if it keeps failing.',
  steps: [
    'Let your server retry: it does so for up to five days.',
    'If the message has failed for good, send your next one as planned.',
    'If a whole domain fails for days and the recipients matter, tell them by another way.',
    'Three such bounces over at least two weeks make the address a candidate for removal.',
  ],
  checks: [
    { label: 'Which servers take its mail?', command: 'dig +short MX {recipientDomain}' },
    { label: 'Does one of them answer? A line beginning with 220 is a good sign.', command: 'nc -w 10 {mta} 25' },
  ],
  sendAgain: 'In a few hours to a day.',
  documentation: [
    { label: 'SMTP: meaning of 421, 451 and 452', address: 'RFC 5321 section 4.2.3' },
    { label: 'Status x.3.x, mail system', address: 'RFC 3463 section 3.4' },
  ],
  fault: 'receiver',
}

export const connectionFailed: CauseInfo = {
  title: 'No connection to their server',
  what: 'Your server knew where to go but got no conversation: nobody answered, the connection was refused, or it broke off in the middle. There is no reply code because nothing was ever said.',
  why: 'It may be their server, the line between, or your own firewall. The address has not been judged by anybody.',
  fix: 'Find out whether all mail or one domain is affected: all, then look at your own port and firewall; one, then wait.',
  steps: [
    'See how many domains are affected. If nearly all are, the cause is on your side.',
    'Your side: many internet providers and clouds block outgoing port 25. A mail program should send through port 587 with a login; only a mail server uses port 25.',
    'Your side: check the firewall, the router and whether the server’s IP address is blocked there.',
    'Their side: test with the commands below from another network. If they do not answer there either, their server is down.',
    'Let your server retry for its four to five days.',
    'Three such bounces over at least two weeks make the address a candidate for removal.',
  ],
  checks: [
    { label: 'Which servers take its mail?', command: 'dig +short MX {recipientDomain}' },
    { label: 'Does one of them answer on port 25? A line beginning with 220 is a yes.', command: 'nc -w 10 {mta} 25' },
    { label: 'Can you reach your own outgoing server on port 587?', command: 'nc -w 10 smtp.{senderDomain} 587' },
  ],
  sendAgain: 'Your server does it by itself; after a final failure in a day or two.',
  documentation: [
    { label: 'Retrying and time limits', address: 'RFC 5321 section 4.5.3.2 and 4.5.4.1' },
    { label: 'Port 587 for sending', address: 'RFC 6409' },
    { label: 'Status x.4.1 and x.4.2', address: 'RFC 3463 section 3.5' },
  ],
  fault: 'network',
}

export const dnsFailure: CauseInfo = {
  title: 'DNS gave no usable answer',
  what: 'Your server asked where the domain’s mail goes and got no usable answer: the name servers did not respond, or their answer was faulty. That is not the same as “this domain does not exist”.',
  why: 'DNS faults pass mostly within hours. Removing the address now could lose a good one.',
  fix: 'Wait a day and send again; look the domain up if it keeps failing.',
  steps: [
    'Look the domain up with the commands below, once with your own resolver and once with a public one.',
    'If only your own fails, mend your server’s DNS settings.',
    'If both fail, the domain’s name servers are broken: tell its owner by another way.',
    'Three such bounces over at least two weeks make the address a candidate for removal.',
  ],
  checks: [
    { label: 'What does your own resolver say?', command: 'dig MX {recipientDomain}' },
    { label: 'What does a public one say?', command: 'dig MX {recipientDomain} @9.9.9.9' },
    { label: 'Which name servers should answer?', command: 'dig +trace NS {recipientDomain}' },
  ],
  sendAgain: 'In a day.',
  documentation: [
    { label: 'How a mail server is found', address: 'RFC 5321 section 5.1' },
    { label: 'Status x.4.3 and x.4.4', address: 'RFC 3463 section 3.5' },
  ],
  fault: 'network',
}

export const expired: CauseInfo = {
  title: 'Your server gave up after trying for days',
  what: 'The message waited in your server’s queue, was tried again and again, and its time ran out. The report does not say what the last attempt failed of.',
  why: 'It proves neither that the address is dead nor that it is alive. One such report is chance, several over weeks are a pattern.',
  fix: 'Send again later; the address goes after three such bounces over two weeks.',
  steps: [
    'See whether many domains are affected: then your own server or its network is at fault.',
    'Look into your server’s log for the reason of the last attempts.',
    'Look the domain up and see whether its server answers.',
    'Send your next message as planned and watch.',
  ],
  checks: [
    { label: 'Which servers take its mail?', command: 'dig +short MX {recipientDomain}' },
    { label: 'Does one of them answer? A line beginning with 220 is a yes.', command: 'nc -w 10 {mta} 25' },
  ],
  sendAgain: 'With your next regular message.',
  documentation: [
    { label: 'How long a server should retry', address: 'RFC 5321 section 4.5.4.1' },
    { label: 'Status x.4.7, delivery time expired', address: 'RFC 3463 section 3.5' },
  ],
  fault: 'network',
}

export const unknown: CauseInfo = {
  title: 'The reason is not known',
  what: 'The report says that the message failed, but not why, or in words that no rule here knows.',
  why: 'Guessing wrong either loses a reader or keeps a dead address. Look at it yourself; it takes a moment.',
  fix: 'Read the technical line and decide; without a clue keep the address and watch.',
  steps: [
    'Read the technical line below and the message itself.',
    'If it speaks of the address (unknown, closed), remove it. If it speaks of you (blocked, policy, spam), keep it.',
    'If it says nothing, keep the address: should it bounce again, more will be known.',
  ],
  checks: [{ label: 'Does the domain receive mail?', command: 'dig +short MX {recipientDomain}' }],
  sendAgain: 'With your next regular message, unless you removed it.',
  documentation: [{ label: 'SMTP replies', address: 'RFC 5321 section 4.2' }],
  fault: 'unknown',
}
