/**
 * The general patterns in the order in which they are tried: what is about the sender comes before what is about the
 * address, so that a refusal of ours never costs a reader; the network and the server's own troubles come last.
 */
import type { Rule } from '../types.ts'
import { authentication } from './authentication.ts'
import { blocklist } from './blocklist.ts'
import { content } from './content.ts'
import { expiry, network, relaying, serverTrouble } from './delivery.ts'
import { listQuality } from './listQuality.ts'
import { mailboxClosed, mailboxFull, recipientRule } from './mailbox.ts'
import { rate } from './rate.ts'
import { reputation } from './reputation.ts'
import { reverseDns } from './reverseDns.ts'
import { transport } from './transport.ts'
import { unknownDomain, unknownRecipient } from './unknown.ts'
import { weak } from './weak.ts'

/** A file of rules; its name is the first half of their ids. */
export interface Topic {
  name: string
  rules: readonly Rule[]
}

const rateByOwner = rate.filter((rule) => rule.id !== 'too-many')
const tooMany = rate.filter((rule) => rule.id === 'too-many')
const size = content.filter((rule) => rule.id === 'size')
const wording = content.filter((rule) => rule.id !== 'size')

export const STRONG_TOPICS: readonly Topic[] = [
  { name: 'list-quality', rules: listQuality },
  { name: 'blocklist', rules: blocklist },
  { name: 'authentication', rules: authentication },
  { name: 'reverse-dns', rules: reverseDns },
  { name: 'rate', rules: rateByOwner },
  { name: 'mailbox', rules: mailboxFull },
  { name: 'relaying', rules: relaying },
  { name: 'reputation', rules: reputation },
  { name: 'content', rules: wording },
  { name: 'mailbox', rules: mailboxClosed },
  { name: 'unknown', rules: unknownRecipient },
  { name: 'unknown', rules: unknownDomain },
  { name: 'recipient', rules: recipientRule },
  { name: 'content', rules: size },
  { name: 'transport', rules: transport },
  { name: 'rate', rules: tooMany },
  { name: 'network', rules: network },
  { name: 'server', rules: serverTrouble },
  { name: 'expiry', rules: expiry },
]

export const WEAK_TOPICS: readonly Topic[] = [{ name: 'weak', rules: weak }]
