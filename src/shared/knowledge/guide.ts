/** Short answers to the questions behind bounces, for people who send mail and do not read SMTP. */

export interface GuideTopic {
  id: string
  title: string
  paragraphs: string[]
}

export const GUIDE: readonly GuideTopic[] = [
  {
    id: 'delivered',
    title: 'What “delivered” means, and what it does not',
    paragraphs: [
      'A message counts as delivered when the other server has taken it. That server may still put it into the spam folder, hold it back, or throw it away without a word.',
      'So a list without bounces is not yet a list of readers. Openings, clicks and answers show who reads; bounces only show who cannot be reached.',
      'A later delivery to an address is still good news: it proves that an earlier “no such mailbox” was wrong or has been mended, and this tool then no longer proposes to remove it.',
    ],
  },
  {
    id: 'providers-differ',
    title: 'Why providers differ',
    paragraphs: [
      'The three-digit code is a sketch, the words behind it are the message. The standard leaves much open, and every provider uses it in its own way: 550 means “no such mailbox” at one and “we do not trust your server” at the next.',
      'Filters such as Proofpoint or Mimecast stand in front of company servers and speak in their name. That is why this tool first asks who said it, and only then what the code means there.',
    ],
  },
  {
    id: 'warming-up',
    title: 'Warming up, and sudden volume',
    paragraphs: [
      'Providers trust what they know. A new server or domain starts with some dozens of messages a day to the people who open everything, and doubles every few days while no 421 and few complaints come back. Four to six weeks are normal.',
      'The same holds after a break, and for a sudden spike: who sends a hundred a day and then fifty thousand looks like a hacked server, whatever the list is like.',
    ],
  },
  {
    id: 'verify-before-sending',
    title: 'Checking addresses before you send',
    paragraphs: [
      'The best time to find a dead address is the moment it is entered: ask for it twice, look up the domain’s MX record, and send a confirmation link (double opt-in).',
      'Old lists should be verified before the first message. A list with more than about two per cent of dead addresses costs you the living ones, because providers take you for somebody who bought it.',
    ],
  },
  {
    id: 'repeated-soft-bounces',
    title: 'When soft bounces count',
    paragraphs: [
      'One soft bounce proves nothing: mailboxes fill up, servers restart, networks fail. That is why such addresses are only watched.',
      'Three of them over at least two weeks are a pattern: nobody empties that mailbox, nobody mends that server. Then the address is proposed for removal, unless mail to it was delivered in between.',
    ],
  },
  {
    id: 'ports',
    title: 'Port 25, port 587, and why nothing leaves',
    paragraphs: [
      'Mail servers talk to each other on port 25. Mail programs, shops and printers must not: they hand their mail to a server of theirs on port 587 (or 465), with a login and encryption.',
      'Many internet providers and clouds block outgoing port 25 to stop infected computers. If every domain times out at once, look there first, then at your firewall and DNS.',
    ],
  },
  {
    id: 'domain-events',
    title: 'When a whole domain fails at once',
    paragraphs: [
      'If five people of one company “do not exist” since yesterday, it is far more likely that their server was moved or set up wrongly than that all have left.',
      'Such addresses are held for review: one click removes them all, but nobody is lost over somebody else’s mistake.',
    ],
  },
]
