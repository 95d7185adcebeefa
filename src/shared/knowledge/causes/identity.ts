/** Causes in how the sender proves who he is, and in the technique of the message. The addresses are fine. */
import type { CauseInfo } from '../types.ts'

export const authentication: CauseInfo = {
  title: 'You did not prove that the message is yours',
  what: 'The server could not verify that this message really comes from the address in its From line. Either the checks called SPF, DKIM and DMARC failed, or your sender domain cannot be found, or your mail program did not log in at the server it sends through.',
  why: 'Since 2024 the large providers refuse bulk mail that does not pass. Every message from this sender is affected, not this recipient; and while it fails, others can write in your name.',
  fix: 'Set up SPF, DKIM and DMARC for the domain in From (or let your mail program log in); keep the addresses.',
  steps: [
    'Ask whoever runs your mail or newsletter service which SPF and DKIM entries your domain needs.',
    'SPF: one TXT entry at your domain that names every server and service that sends for you. Only one such entry may exist.',
    'DKIM: switch signing on in your service and publish the key it shows you. It must sign with your own domain.',
    'DMARC: publish a TXT entry at _dmarc.{senderDomain}; begin with v=DMARC1; p=none.',
    'The domain in From must be the one that SPF or DKIM proves. Never send bulk mail with a From at gmail.com, yahoo.com or another provider.',
    'If the reply asks for authentication or a login, set user name and password in your mail program and send through port 587 with encryption.',
    'If the reply says that your sender address or domain does not exist, correct the From or return address, and see that its domain has an MX entry.',
    'Send a message to an account of your own at Gmail and choose “Show original”: SPF, DKIM and DMARC should all say PASS.',
  ],
  checks: [
    {
      label: 'Which servers may send for you (SPF)? A line with v=spf1 should come.',
      command: 'dig +short TXT {senderDomain}',
    },
    { label: 'What does your domain ask for (DMARC)?', command: 'dig +short TXT _dmarc.{senderDomain}' },
    {
      label: 'Is your DKIM key published? Put your service’s selector for “selector”.',
      command: 'dig +short TXT selector._domainkey.{senderDomain}',
    },
    { label: 'Can answers reach your sender domain?', command: 'dig +short MX {senderDomain}' },
  ],
  sendAgain: 'As soon as the checks pass; DNS entries take up to a day to be seen everywhere.',
  documentation: [
    { label: 'SPF', address: 'RFC 7208' },
    { label: 'DKIM', address: 'RFC 6376' },
    { label: 'DMARC', address: 'RFC 7489' },
    { label: 'Status codes for authentication', address: 'RFC 7372' },
    { label: 'Logging in to send', address: 'RFC 4954' },
  ],
  fault: 'sender',
}

export const missingPtr: CauseInfo = {
  title: 'Your server has no proper name in DNS',
  what: 'The receiving server looked up the name that belongs to your server’s number (reverse DNS, a PTR record) and found none, or one that does not lead back to the same number.',
  why: 'Home lines and infected computers mostly lack such a name, so providers refuse all who lack it. All your mail to them is affected.',
  fix: 'Have the owner of the IP address set a PTR record that matches your server’s name; keep the addresses.',
  steps: [
    'Find your server’s public IP address; the technical line mostly names it.',
    'Ask your hosting provider (who owns the number, not your domain’s registrar) to set its PTR record to your mail server’s full name.',
    'See that this name has an A or AAAA entry back to the same number, and that the server greets (HELO) with it.',
    'If you send over IPv6 and cannot set it there, send over IPv4 only.',
    'If you send from an office or home line, send through your mail provider’s server instead.',
  ],
  checks: [
    { label: 'Which name belongs to your server’s number?', command: 'dig +short -x {ip}' },
    { label: 'Does that name lead back? Put the name from above.', command: 'dig +short A mail.{senderDomain}' },
  ],
  sendAgain: 'When both look-ups agree; allow a day for the change to be seen.',
  documentation: [
    { label: 'Status x.7.25, reverse DNS failed', address: 'RFC 7372 section 3.3' },
    { label: 'Common DNS mistakes: PTR records', address: 'RFC 1912 section 2.1' },
  ],
  fault: 'sender',
}

export const tls: CauseInfo = {
  title: 'Encryption could not be agreed on',
  what: 'One side demands an encrypted connection, and the two servers could not set one up: it is switched off, too old, or a certificate is wrong.',
  why: 'More and more providers accept only encrypted mail. The addresses behind them are fine and reachable once the connection is.',
  fix: 'Switch on TLS 1.2 or newer on your sending server; keep the addresses.',
  steps: [
    'See that your server offers and uses STARTTLS for outgoing mail, with TLS 1.2 or 1.3.',
    'Update the server if it is older than that.',
    'If only one domain fails, test its server with the command below: an expired certificate there is theirs to mend. Tell them by another way.',
    'If you send through a service, report the reply to it.',
  ],
  checks: [
    {
      label: 'Does their server offer encryption? Put one of its hosts from the first command into the second.',
      command: 'dig +short MX {recipientDomain}',
    },
    { label: 'What does it present?', command: 'openssl s_client -starttls smtp -connect {mta}:25' },
  ],
  sendAgain: 'After the change; a temporary refusal is retried by your server.',
  documentation: [
    { label: 'SMTP over TLS', address: 'RFC 3207' },
    { label: 'DANE and MTA-STS', address: 'RFC 7672, RFC 8461' },
  ],
  fault: 'sender',
}

export const protocol: CauseInfo = {
  title: 'The message or the dialogue was malformed',
  what: 'Your mail program or server said something that the other server could not understand or does not allow: a wrong greeting, a wrongly written sender address, a header missing or doubled, bare line ends.',
  why: 'It comes from your software or its settings, so it hits every recipient at servers that are strict. The address is not at fault.',
  fix: 'Correct the sender address, greeting or headers in your mail software; keep the address.',
  steps: [
    'Look at the From and return address: a name without @, spaces, brackets or letters with accents are the usual mistakes (553).',
    'See that From, Date and Message-ID are there exactly once.',
    'See that your server greets (HELO) with its full name, not with localhost, an IP address or a Windows name.',
    'Update the program that composes your messages; old scripts end lines wrongly.',
    'If the address has letters outside English, ask for another one: your server may not support them.',
  ],
  checks: [{ label: 'Does the name your server greets with exist?', command: 'dig +short A mail.{senderDomain}' }],
  sendAgain: 'After the correction.',
  documentation: [
    { label: 'SMTP commands and replies', address: 'RFC 5321 section 4.1 and 4.2' },
    { label: 'Shape of a message', address: 'RFC 5322 section 3.6' },
    { label: 'Status x.5.x, protocol', address: 'RFC 3463 section 3.6' },
  ],
  fault: 'sender',
}
