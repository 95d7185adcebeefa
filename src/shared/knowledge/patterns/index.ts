/**
 * The general patterns in the order in which they are tried: what is about the sender comes before what is about the
 * address, so that a refusal of ours never costs a reader; the network and the server's own troubles come last.
 */
import type { Rule } from '../types.ts'
import { authentication, pages } from './authentication.ts'
import { namedLists, otherLists } from './blocklist.ts'
import { content } from './content.ts'
import { expiry, network, receiverSetup, relaying, serverTrouble, undecidedDns } from './delivery.ts'
import { listQuality } from './listQuality.ts'
import { groupNotices, mailboxClosed, mailboxFull, outsiders, ownAccount, recipientRule } from './mailbox.ts'
import { rate } from './rate.ts'
import { reputation } from './reputation.ts'
import { reverseDns } from './reverseDns.ts'
import { transport } from './transport.ts'
import { unknownDomain, unknownRecipient, unroutable } from './unknown.ts'
import { weak } from './weak.ts'

/** A file of rules; its name is the first half of their ids. */
export interface Topic {
  name: string
  rules: readonly Rule[]
  /** `plain` leaves out addresses, hosts and web pages, whose letters are no words; `full` keeps them. */
  reads: 'full' | 'plain'
}

const tooMany = rate.filter((rule) => rule.id === 'too-many' || rule.id === 'turned-away')
const rateByOwner = rate.filter((rule) => !tooMany.includes(rule))
/** What the sender says of himself, in the dialogue and in his message: before the addresses, whose words it shares. */
const introduction = transport.filter((rule) => ['sender-syntax', 'greeting', 'address-within'].includes(rule.id))
/** So plain a word that it comes before what else stands in the reply. */
const greylisting = transport.filter((rule) => rule.id === 'greylisting')
const dialogue = transport.filter((rule) => !introduction.includes(rule) && !greylisting.includes(rule))
const size = content.filter((rule) => rule.id === 'size')
const wording = content.filter((rule) => rule.id !== 'size')

export const STRONG_TOPICS: readonly Topic[] = [
  { name: 'server', rules: receiverSetup, reads: 'full' },
  { name: 'unknown', rules: unroutable, reads: 'plain' },
  { name: 'list-quality', rules: listQuality, reads: 'plain' },
  { name: 'transport', rules: greylisting, reads: 'plain' },
  { name: 'blocklist', rules: namedLists, reads: 'full' },
  { name: 'blocklist', rules: otherLists, reads: 'plain' },
  { name: 'authentication', rules: pages, reads: 'full' },
  { name: 'relaying', rules: relaying, reads: 'plain' },
  { name: 'transport', rules: introduction, reads: 'plain' },
  { name: 'reverse-dns', rules: reverseDns, reads: 'plain' },
  { name: 'authentication', rules: authentication, reads: 'plain' },
  { name: 'rate', rules: rateByOwner, reads: 'plain' },
  { name: 'mailbox', rules: mailboxFull, reads: 'plain' },
  { name: 'reputation', rules: reputation, reads: 'plain' },
  { name: 'content', rules: wording, reads: 'plain' },
  { name: 'reputation', rules: ownAccount, reads: 'plain' },
  { name: 'recipient', rules: outsiders, reads: 'plain' },
  { name: 'mailbox', rules: mailboxClosed, reads: 'plain' },
  { name: 'recipient', rules: groupNotices, reads: 'plain' },
  { name: 'network', rules: undecidedDns, reads: 'plain' },
  { name: 'unknown', rules: unknownRecipient, reads: 'plain' },
  { name: 'unknown', rules: unknownDomain, reads: 'plain' },
  { name: 'recipient', rules: recipientRule, reads: 'plain' },
  { name: 'content', rules: size, reads: 'plain' },
  { name: 'transport', rules: dialogue, reads: 'plain' },
  { name: 'rate', rules: tooMany, reads: 'plain' },
  { name: 'network', rules: network, reads: 'plain' },
  { name: 'server', rules: serverTrouble, reads: 'plain' },
  { name: 'expiry', rules: expiry, reads: 'plain' },
]

export const WEAK_TOPICS: readonly Topic[] = [{ name: 'weak', rules: weak, reads: 'plain' }]
