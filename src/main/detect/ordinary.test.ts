import { describe, expect, it } from 'vitest'
import { detect } from './index.ts'
import { parseText } from './testing/fixtures.ts'

/** What a mailbox of bounces holds beside them, each with something that a careless reader takes for a bounce. */
const ORDINARY: readonly [string, string, string, string][] = [
  [
    'a newsletter about bounces',
    'other',
    'Return-Path: <>\nFrom: Mail System News <noreply@example.com>\nSubject: Delivery failed? How to fix bounces\nList-Unsubscribe: <https://example.com/u>',
    'When delivery to joe@example.net failed you should remove it.',
  ],
  [
    'an issue tracker with a bounce in a description',
    'other',
    'Return-Path: <jira@example.com>\nFrom: "Ann (JIRA)" <jira@example.com>\nSubject: [jira] [Created] (MAIL-42) Mail delivery failed: returning message to sender\nAuto-Submitted: auto-generated\nPrecedence: bulk',
    'Ann created MAIL-42:\n\n  A message that you sent could not be delivered to one or more of its\n  recipients. This is a permanent error. The following address(es) failed:\n\n    joe@example.net\n      550 unknown user',
  ],
  [
    'a list about a parser',
    'other',
    'Return-Path: <noreply@example.com>\nFrom: Ann <notifications@example.com>\nSubject: Undelivered Mail Returned to Sender is not read\nList-Id: <parser.example.com>',
    'Final-Recipient: rfc822; joe@example.net\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown',
  ],
  [
    'a letter with the fields of a report',
    'other',
    'Return-Path: <ann@example.com>\nFrom: Ann <ann@example.com>\nSubject: Undelivered Mail Returned to Sender',
    'What does this mean?\n\nFinal-Recipient: rfc822; joe@example.net\nAction: failed\nStatus: 5.1.1',
  ],
  [
    'a forward with a question',
    'other',
    'Return-Path: <ann@example.com>\nFrom: Ann <ann@example.com>\nSubject: FW: Undelivered Mail Returned to Sender',
    'Bob, what is this?\n\n-----Original Message-----\nFrom: Mail Delivery System [mailto:MAILER-DAEMON@mx.example.net]\nSent: Tuesday\nTo: ann@example.com\nSubject: Undelivered Mail Returned to Sender\n\nThis is the mail system at host mx.example.net.\n\n<joe@example.net>: host mx[192.0.2.8] said: 550 5.1.1 unknown',
  ],
  [
    'an answer to a bounce',
    'other',
    'Return-Path: <ann@example.com>\nFrom: Ann <ann@example.com>\nSubject: Re: Undelivered Mail Returned to Sender',
    '> Received: from mx.example.net\n> From: MAILER-DAEMON@mx.example.net\n> To: ann@example.com\n> Subject: Undelivered Mail Returned to Sender\n>\n> This is the mail system at host mx.example.net.\n>\n> <joe@example.net>: host mx[192.0.2.8] said: 550 5.1.1 unknown',
  ],
  [
    'a postmaster who answers',
    'other',
    'Return-Path: <postmaster@isp.example>\nFrom: ISP Postmaster <postmaster@isp.example>\nSubject: Re: your mail to us\nIn-Reply-To: <x@example.org>',
    'Hello, you wrote that this came back:\n\nThis is the mail system at host mx.example.org.\n\n<joe@example.net>: host mx[192.0.2.8] said: 550 5.1.1 unknown (in reply to RCPT TO command)\n\nWe have mended it.',
  ],
  [
    'a parcel that was not delivered',
    'other',
    'Return-Path: <>\nFrom: Delivery Notification <delivery-notification@parcel.example>\nSubject: Delivery notification: your parcel could not be delivered\nAuto-Submitted: auto-generated',
    'Dear customer, your parcel could not be delivered. Write to service@parcel.example.',
  ],
  [
    'a program that failed',
    'other',
    'Return-Path: <>\nFrom: root@host.example.net (Cron Daemon)\nSubject: Cron <root@host> /usr/bin/sendnews\nAuto-Submitted: auto-generated',
    'joe@example.net: failed to send: 550 unknown user',
  ],
  [
    'a login that failed',
    'other',
    'Return-Path: <>\nFrom: System Administrator <admin@example.com>\nSubject: Failed login\nAuto-Submitted: auto-generated',
    'User unknown: joe@example.net tried to log in. Invalid user.',
  ],
  [
    'a password that expired',
    'other',
    'Return-Path: <>\nFrom: postmaster@example.com\nSubject: Password expired\nAuto-Submitted: auto-generated',
    'The password of joe@example.com has expired. The account will be disabled.',
  ],
  [
    'a phisher who plays the mail system',
    'other',
    'Return-Path: <x@example.net>\nFrom: "Mail Delivery" <x@example.net>\nSubject: You have 5 undelivered messages',
    'Dear news@example.org, 5 incoming messages could not be delivered to your mailbox. Click here to release.',
  ],
  [
    'a list server that has had bounces from its reader',
    'list-notice',
    'Return-Path: <>\nFrom: list-help@lists.example.com\nSubject: ezmlm warning\nMailing-List: contact list-help@lists.example.com; run by ezmlm',
    "Hi! This is the ezmlm program. I'm managing the\nlist@lists.example.com mailing list.\n\nMessages to you from the list seem to have been bouncing.\n\n--- Enclosed is a copy of the bounce message I received.\n\nReturn-Path: <>\nReceived: (qmail 2 invoked for bounce); 3 Nov 2026\nFrom: MAILER-DAEMON@mx.example.net\nTo: list-return-1-@lists.example.com\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.net.\n\n<joe@example.net>:\nno mailbox here",
  ],
  [
    'a list server that does not understand',
    'list-notice',
    'Return-Path: <owner-majordomo@example.com>\nFrom: Majordomo@example.com\nSubject: Majordomo results: News',
    '**** Command hello not recognized.\nEND OF COMMANDS',
  ],
  [
    'a challenge whose words hold an address',
    'challenge',
    'Return-Path: <>\nFrom: bob@example.com\nSubject: Verify Me: News',
    'Your message to bob@example.com has not been delivered yet, because we need to verify that you are a real person.\nTo have your message delivered, reply to this message.',
  ],
  [
    'a challenge in German',
    'challenge',
    'Return-Path: <>\nFrom: Bob <bob@example.com>\nSubject: Bitte bestätigen Sie Ihre Nachricht\nAuto-Submitted: auto-replied\nContent-Type: text/plain; charset=utf-8',
    'Ihre Nachricht wird zurückgehalten, bis Sie sie bestätigt haben. Bitte antworten Sie dazu auf diese Nachricht.',
  ],
  [
    'an absence note without any header of one',
    'auto-reply',
    'Return-Path: <>\nFrom: joe@example.net\nSubject: Re: News\nContent-Type: text/plain; charset=utf-8',
    'Vielen Dank für Ihre Nachricht. Ich bin bis Montag im Urlaub.',
  ],
  [
    'an absence note with the words of a bounce',
    'auto-reply',
    'Return-Path: <>\nFrom: Joe <joe@example.net>\nSubject: Automatic reply: Undeliverable: News\nAuto-Submitted: auto-replied',
    'I am away. Delivery has failed to these recipients: joe@example.net',
  ],
  [
    'travel offers with the words of absence',
    'other',
    'Return-Path: <b@travel.example>\nFrom: Travel <news@travel.example>\nSubject: Out of Office: the best islands\nList-Unsubscribe: <https://example.com/u>\nPrecedence: bulk',
    'Your vacation starts here.',
  ],
  [
    'a shop that wants an address confirmed',
    'other',
    'Return-Path: <bounce@shop.example>\nFrom: Shop <newsletter@shop.example>\nSubject: Confirm your registration\nAuto-Submitted: auto-generated',
    'Click the link below to verify your account. We protect you from spam.',
  ],
  [
    'a challenge in French',
    'challenge',
    "Return-Path: <>\nFrom: bob@example.com\nSubject: Demande d'authentification\nContent-Type: text/plain; charset=utf-8",
    'Votre message est en attente. Pour me transmettre votre message, cliquez sur le lien ci-dessous.',
  ],
  [
    'a group whose moderator is asked',
    'list-notice',
    'Return-Path: <>\nFrom: garden+noreply@googlegroups.com\nSubject: Message to garden is awaiting moderation',
    'Your message to the group is awaiting approval by the moderator.',
  ],
  [
    'a responder known by its mailer alone',
    'auto-reply',
    'Return-Path: <bob@example.com>\nFrom: bob@example.com\nSubject: Re: News\nX-Mailer: Example Mail Auto-Response',
    'I am currently away.',
  ],
  [
    'a receipt in words',
    'receipt',
    'Return-Path: <bob@example.com>\nFrom: bob@example.com\nSubject: Return Receipt: News',
    'Your document: News\nwas received by: Bob/Example\nat: 11/03/2026 10:00:00 AM',
  ],
]

const written = (headers: string, text: string) =>
  parseText(
    `${headers}\nTo: news@example.org\nDate: Tue, 3 Nov 2026 10:00:00 +0000\nMessage-ID: <o1@example.com>\n\n${text}\n`,
  )

describe('mail that is no bounce', () => {
  it.each(ORDINARY)('%s is %s', async (_, kind, headers, text) => {
    expect(detect(await written(headers, text)).map((one) => one.kind)).toEqual([kind])
  })
})

const DAEMON = 'Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.net>'

/** Reports with more addresses in them than the one that failed. */
const NAMED: readonly [string, string, string, string | null][] = [
  [
    'the writer and the reader in one sentence',
    'Undeliverable mail',
    'The message from <marketing@example.org> to <bob@example.com> could not be delivered.\nReason: mailbox full',
    'bob@example.com',
  ],
  [
    'somebody to turn to',
    'Undeliverable mail',
    'Delivery to bob@example.com failed: mailbox unavailable.\nIf you need help, please write to frank@hoster.example.',
    'bob@example.com',
  ],
  [
    'a signature',
    'Undeliverable mail',
    'The user bob@example.com does not exist.\n\n-- \nHoster, frank@hoster.example',
    'bob@example.com',
  ],
  ['the subject alone', 'Undeliverable: bob@example.com', 'User unknown.', 'bob@example.com'],
  ['an address within the subject that came back', 'Undeliverable: ann@example.net has left us', 'User unknown.', null],
  [
    'an address that was given up, and the new one',
    'Undeliverable mail',
    "The e-mail address joe@example.net is no longer in use. The user's new address is joe@example.com.",
    'joe@example.net',
  ],
  [
    'a list of administrators below',
    'Undeliverable: News',
    'Your message could not be delivered to the following recipient:\n\nbob@example.com\n   550 5.1.1 unknown user\n\nYour administrators\n\nfrank@hoster.example\npaul@hoster.example',
    'bob@example.com',
  ],
  [
    'a list of whom to ask',
    'Undeliverable: News',
    'Your message could not be delivered to the following recipient:\n\nbob@example.com\n   550 5.1.1 unknown user\n\nPlease write to one of these addresses if you have a problem with the delivery:\n\nfrank@hoster.example\npaul@hoster.example',
    'bob@example.com',
  ],
  [
    'what came back without its headers',
    'Undeliverable: News',
    '<bob@example.com>: user unknown\n\n----- Original Message -----\n\nDear all,\nann@example.net\ncarl@example.net\nhave problems with their mail, delivery failed yesterday.',
    'bob@example.com',
  ],
  [
    'a Message-ID',
    'Undeliverable: News',
    'Your message <abc123@mail.example.org> to bob@example.com was rejected.',
    'bob@example.com',
  ],
  [
    'a Message-ID with its name',
    'Undeliverable: News',
    'The message with ID <20261103.4711@mail.example.org> could not be delivered.\n\nbob@example.com: mailbox full',
    'bob@example.com',
  ],
  [
    'the sender in the reply',
    'Undeliverable: News',
    '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.8 <marketing@sender.example>: Sender address rejected',
    'bob@example.com',
  ],
  [
    'the sender, rewritten, in the reply',
    'Undeliverable: News',
    'Delivery to bob@example.com failed.\n550 5.7.1 <SRS0=x=y=sender.example=marketing@fwd.example>: Sender rejected',
    'bob@example.com',
  ],
  [
    'labels in French',
    'Non remis: News',
    'Expediteur : marketing@sender.example\nDestinataire : bob@example.com\nErreur : utilisateur inconnu',
    'bob@example.com',
  ],
  [
    'the footer of a mailing list',
    'Undeliverable: News',
    '<bob@example.com>: 5.1.1 unknown\n_______________________________________________\nGarden mailing list\ngarden@lists.example.com',
    'bob@example.com',
  ],
]

describe('the right address', () => {
  it.each(NAMED)('%s', async (_, subject, text, recipient) => {
    const statements = detect(await written(`${DAEMON}\nSubject: ${subject}`, text))
    expect(statements.map((one) => [one.kind, one.recipient])).toEqual([['bounce', recipient]])
  })

  it('reads a notice that has no sign in its headers but the null return path', async () => {
    const headers = 'Return-Path: <>\nFrom: noreply@mx.example.net\nSubject: Your message'
    const seen = async (text: string) => detect(await written(headers, text)).map((one) => [one.kind, one.recipient])
    expect(await seen('Your message could not be delivered to bob@example.com: 550 5.1.1 unknown user')).toEqual([
      ['bounce', 'bob@example.com'],
    ])
    expect(await seen('Your message to bob@example.com was received. We answer within 550 hours.')).toEqual([
      ['other', null],
    ])
  })

  it('takes no address from the footer of a page', async () => {
    const page =
      '<p>Your message to <b>bob@example.com</b> could not be delivered: user unknown.</p><table><tr><td>Hoster Inc.</td></tr>' +
      ['frank', 'berlin', 'paris', 'jobs'].map((name) => `<tr><td>${name}@hoster.example</td></tr>`).join('') +
      '</table>'
    const statements = detect(await written(`${DAEMON}\nSubject: Undeliverable: News\nContent-Type: text/html`, page))
    expect(statements.map((one) => one.recipient)).toEqual(['bob@example.com'])
  })

  it('reads the code behind an address in a table', async () => {
    const table =
      'Recipient               Reason\na@example.com           550 unknown user\nb@example.com           552 mailbox full'
    const statements = detect(await written(`${DAEMON}\nSubject: Undeliverable mail`, table))
    expect(statements.map((one) => [one.recipient, one.replyCode])).toEqual([
      ['a@example.com', '550'],
      ['b@example.com', '552'],
    ])
  })

  it('reads what a mail program passed on under translated headers', async () => {
    const report =
      '-----Ursprüngliche Nachricht-----\nVon: Mail Delivery System [mailto:MAILER-DAEMON@mx.example.net]\nGesendet: Dienstag\nAn: ann@example.com\nBetreff: Undelivered Mail Returned to Sender\n\nThis is the mail system at host mx.example.net.\n\n<joe@example.net>: host mx.example.net[192.0.2.8] said: 550 5.1.1 unknown (in reply to RCPT TO command)'
    const headers =
      'Return-Path: <ann@example.com>\nFrom: Ann <ann@example.com>\nSubject: WG: Undelivered Mail Returned to Sender\nContent-Type: text/plain; charset=utf-8'
    const statements = detect(await written(headers, report))
    expect(statements.map((one) => [one.kind, one.recipient, one.replyCode])).toEqual([
      ['bounce', 'joe@example.net', '550'],
    ])
  })
})
