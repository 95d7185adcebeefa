/**
 * The seven cases that every guide to bounces begins with, each with its own explanation and fix: what the bare code
 * (or its absence) means when the reply's words do not say more.
 */
import type { Cause } from '../bounce.ts'

export interface BasicCase {
  /** The reply code, or `timeout` for a connection that was never answered. */
  id: '421' | '450' | '550' | '551' | '553' | '554' | 'timeout'
  title: string
  what: string
  fix: string
  /** The causes for which this code says something beyond the cause itself. */
  causes: readonly Cause[]
}

export const BASIC_CASES: readonly BasicCase[] = [
  {
    id: '421',
    title: 'Service not available (421)',
    what: 'The server closed the conversation before taking the message: it is overloaded, or it finds that you send too much. Nothing was said about the recipient.',
    fix: 'Let your server try again and send slower; if 421 stays for days, warm up with less mail and check your reputation.',
    causes: ['rate-limited', 'reputation', 'server-trouble', 'unknown'],
  },
  {
    id: '450',
    title: 'Mailbox not available for now (450)',
    what: 'The server did not take mail for this mailbox at this moment: it is busy, locked, or the server wants you to come back later.',
    fix: 'Let your server try again for some days; give the address up only after three such bounces over two weeks.',
    causes: ['server-trouble', 'greylisted', 'mailbox-unknown', 'unknown'],
  },
  {
    id: '550',
    title: 'Mailbox not available (550)',
    what: 'The server refused for good. Most often the mailbox does not exist; but the same code is used for policy, reputation and authentication, so the words behind it decide.',
    fix: 'If the words speak of the mailbox, correct or remove the address; if they speak of you, mend that and keep it. Verify addresses when you collect them.',
    causes: ['mailbox-unknown', 'mailbox-disabled', 'policy', 'unknown'],
  },
  {
    id: '551',
    title: 'User not here (551)',
    what: 'The server says that this user is not one of its own and that it will not pass the message on. Either the user has moved, or the domain’s mail is directed to the wrong server.',
    fix: 'Take the new address if the reply names one; otherwise look at the domain’s MX records and tell its owner.',
    causes: ['mailbox-moved', 'relay-denied', 'mailbox-unknown', 'unknown'],
  },
  {
    id: '553',
    title: 'Mailbox name not allowed (553)',
    what: 'An address was not accepted as written. It may be the recipient’s or your own sender address, and some servers say this when you have not logged in.',
    fix: 'Check how both addresses are written; see that your sender domain exists, that SPF allows your server, and that your mail program logs in.',
    causes: ['protocol', 'authentication', 'mailbox-unknown', 'unknown'],
  },
  {
    id: '554',
    title: 'Transaction failed (554)',
    what: 'The server refused the whole transaction. Given at the greeting it means your server’s address, after the message its content, in between mostly a rule; only seldom the recipient.',
    fix: 'Check blocklists, SPF, DKIM and DMARC first, then what the message contains; keep the address.',
    causes: ['policy', 'reputation', 'blocklisted', 'spam', 'content', 'unknown'],
  },
  {
    id: 'timeout',
    title: 'Connection timed out',
    what: 'Nobody answered, so there is no reply code at all. The server may be down, its DNS entry wrong, or a firewall (yours or theirs) in the way.',
    fix: 'If many domains fail, check your own port (587 with login for programs, 25 for servers), firewall and DNS; if only one does, wait and try again.',
    causes: ['connection-failed', 'dns-failure', 'expired'],
  },
]

/** The basic case of a reply; null where its cause says all, or the code is none of the seven. */
export function basicCase(replyCode: string | null, cause: Cause): BasicCase | null {
  const id = replyCode ?? 'timeout'
  return BASIC_CASES.find((basic) => basic.id === id && basic.causes.includes(cause)) ?? null
}
