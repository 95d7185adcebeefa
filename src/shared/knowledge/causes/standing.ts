/** Causes in how the sender is regarded: reputation, blocklists, content. The addresses are fine. */
import type { CauseInfo } from '../types.ts'

export const blocklisted: CauseInfo = {
  title: 'Your server or domain is on a blocklist',
  what: 'The receiving server looked you up in a public list of senders of unwanted mail, found you there, and refused. It did not look at the recipient at all.',
  why: 'Thousands of servers ask the same lists. Until you are off the list, much of your mail is refused, whoever it is for; removing addresses mends nothing.',
  fix: 'Find out why you were listed, mend it, then ask the list to take you off; keep the addresses.',
  steps: [
    'Stop your bulk mail for now: every further message can prolong the listing.',
    'Read the technical line: it names the list and mostly the address of yours that is on it. Look it up on that list’s own page.',
    'Find the reason: a hacked account or web form, a bought or old list, a shared server whose other customers send spam, a home or office line that should not send mail directly.',
    'Mend it: change passwords, close the form, drop the list, or send through a mail service.',
    'Only then ask for removal on the list’s page. Whoever asks too early is listed again, for longer.',
    'Some lists let you go by themselves after a day or a week without incidents.',
  ],
  checks: [
    {
      label: 'Is your server on Spamhaus? An answer beginning with 127.0.0 means yes, none means no.',
      command: 'dig +short {reversedIp}.zen.spamhaus.org',
    },
    { label: 'Is your domain on Spamhaus’ domain list?', command: 'dig +short {senderDomain}.dbl.spamhaus.org' },
    { label: 'Is your server on SpamCop?', command: 'dig +short {reversedIp}.bl.spamcop.net' },
  ],
  sendAgain: 'When the lookup comes back empty; then slowly, a part of your list a day.',
  documentation: [
    { label: 'How DNS blocklists work', address: 'RFC 5782' },
    { label: 'Spamhaus: look up and removal', address: 'check.spamhaus.org' },
  ],
  fault: 'sender',
}

export const reputation: CauseInfo = {
  title: 'Your sending reputation is too low',
  what: 'The provider remembers how its users reacted to earlier mail from your server or domain, and does not trust you enough to take this message. It says nothing about the recipient.',
  why: 'Reputation is what decides between inbox, spam folder and refusal. It falls quickly and recovers in weeks, and each further unwanted message delays that.',
  fix: 'Send less, and only to people who recently opened your mail, until the provider accepts you again; keep the addresses.',
  steps: [
    'Pause mail to people who have not opened or clicked anything for three months.',
    'See that SPF, DKIM and DMARC pass: without them no reputation can be built.',
    'Remove the dead addresses that this tool found, and honour complaints and unsubscriptions at once.',
    'Start again small with your most active readers, and double the volume every few days while the replies stay good. A new server or domain needs the same warming up, four to six weeks.',
    'Look at the provider’s own page for senders: it shows how you are rated and how to ask for help.',
    'If you share a server with others, ask your mail service for another one.',
  ],
  checks: [
    { label: 'Does your server have a name? It should answer with a name of yours.', command: 'dig +short -x {ip}' },
    { label: 'Is your server on Spamhaus? An answer means yes.', command: 'dig +short {reversedIp}.zen.spamhaus.org' },
    { label: 'Which servers may send for your domain (SPF)?', command: 'dig +short TXT {senderDomain}' },
  ],
  sendAgain: 'A small part after one or two days; the rest as replies get better.',
  documentation: [
    { label: 'Sender best practices', address: 'M3AAWG Sender Best Common Practices, m3aawg.org' },
    { label: 'Gmail: sender guidelines', address: 'support.google.com/mail/answer/81126' },
  ],
  fault: 'sender',
}

export const spam: CauseInfo = {
  title: 'The message was taken for spam',
  what: 'The receiving server read the message and judged it to be unwanted advertising or worse. The mailbox exists.',
  why: 'The same message will be refused elsewhere too, or land unseen in spam folders. Repeating it as it is lowers your reputation further.',
  fix: 'Change the message and clean the list before you send again; keep the address.',
  steps: [
    'See whether the refusals come from one campaign: then the message is at fault. If they come from all, your reputation is.',
    'Check that SPF, DKIM and DMARC pass for the address in From.',
    'Look at the links: shorteners, addresses without https, and domains that others have misused are the most common reason.',
    'Write plainly: a subject that says what is inside, a text part beside the HTML, no picture-only message, no attachment, your name and address, a working way to unsubscribe in one click.',
    'Send the changed message to accounts of your own at the large providers first, and see where it lands.',
  ],
  checks: [
    { label: 'Which servers may send for your domain (SPF)?', command: 'dig +short TXT {senderDomain}' },
    {
      label: 'What does your domain ask to be done with forgeries (DMARC)?',
      command: 'dig +short TXT _dmarc.{senderDomain}',
    },
    {
      label: 'Is a domain that you link to on Spamhaus? An answer means yes.',
      command: 'dig +short {senderDomain}.dbl.spamhaus.org',
    },
  ],
  sendAgain: 'After the message has been changed.',
  documentation: [
    { label: 'One-click unsubscribe', address: 'RFC 8058' },
    { label: 'Gmail: sender guidelines', address: 'support.google.com/mail/answer/81126' },
  ],
  fault: 'sender',
}

export const content: CauseInfo = {
  title: 'Something in the message was refused',
  what: 'The server accepted you and the recipient, but not this message: an attachment type, a link, a header or a word is not allowed there.',
  why: 'The address is fine, and another message may arrive. Removing the address would lose a reader over one attachment.',
  fix: 'Take out the attachment or link that is refused and send again.',
  steps: [
    'Read the technical line: it mostly names what was refused.',
    'Replace attachments by a link to your own web site; archives, macros, scripts and password-protected files are refused almost everywhere.',
    'Remove links through shorteners or to domains that are not yours.',
    'See that the message has exactly one From, one Date, one Message-ID and one Subject line.',
    'Send it to an account of your own at that provider before you send to all.',
  ],
  checks: [
    {
      label: 'Is your domain on Spamhaus’ domain list? An answer means yes.',
      command: 'dig +short {senderDomain}.dbl.spamhaus.org',
    },
  ],
  sendAgain: 'After the message has been changed.',
  documentation: [
    { label: 'Status x.6.x, message content', address: 'RFC 3463 section 3.7' },
    { label: 'Shape of a message', address: 'RFC 5322 section 3.6' },
  ],
  fault: 'sender',
}

export const virus: CauseInfo = {
  title: 'The message was taken for harmful',
  what: 'A virus scanner at the receiving server found something dangerous in the message, or what looks like it.',
  why: 'If it is true, one of your computers or accounts is infected and other mail of yours carries the same. If it is not, the attachment will still be refused everywhere that scanner is used.',
  fix: 'Scan the computer and files the message came from before anything else; keep the address.',
  steps: [
    'Check whether you sent this message at all. If not, change the password of the account and look for forwarding rules that are not yours.',
    'Scan the computer and the attachment with an up-to-date scanner.',
    'If the file is clean, offer it as a download from your web site instead.',
    'Report a false alarm to the maker of the scanner when the reply names it.',
  ],
  checks: [
    {
      label: 'Could somebody else have sent it in your name? Only your own servers should stand in the SPF entry.',
      command: 'dig +short TXT {senderDomain}',
    },
  ],
  sendAgain: 'After the scan, without the attachment.',
  documentation: [{ label: 'Status x.7.0, other security status', address: 'RFC 3463 section 3.8' }],
  fault: 'sender',
}
