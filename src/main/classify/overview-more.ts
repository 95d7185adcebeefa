/** Findings beyond refusals by provider: lists of the refused, the list of addresses, the network, people. Pure. */
import type { Cause } from '../../shared/bounce.ts'
import { blocklistById } from '../../shared/knowledge/blocklists.ts'
import { WATCH_BOUNCES, WATCH_DAYS } from '../../shared/knowledge/policy.ts'
import type { OverviewFinding } from '../../shared/overview.ts'
import type { OverviewInput } from './overview.ts'
import { NOT_DELIVERED, select } from './overview-filter.ts'
import { addresses, count, domains, messages, share, spanOf } from './overview-words.ts'

const DEAD_MAILBOX: Cause[] = ['mailbox-unknown', 'mailbox-disabled', 'mailbox-moved']
const NETWORK: Cause[] = ['connection-failed', 'dns-failure', 'expired']

/** A list is dirty when so many of its bounced addresses are dead, and they are no handful. */
const DIRTY_SHARE = 0.5
const DIRTY_ADDRESSES = 20
/** So many domains that cannot be reached point to our own side. */
const UNREACHABLE_DOMAINS = 5
const UNREACHABLE_SHARE = 0.3
/** A sender domain with so large a part of the returned messages is one's own, when nobody says which are. */
const OWN_SHARE = 0.1
/** Fewer strange senders are forwarded mail, not backscatter. */
const FEWEST_BACKSCATTER = 5
const FEWEST_FULL = 3

/** One finding a blocklist: it is asked by many servers, so provider by provider would tell too little. */
export function blocklistFindings({ blocklists, totals }: OverviewInput): OverviewFinding[] {
  const byList = new Map<string, number>()
  for (const { rule, records } of blocklists) {
    const id = rule.startsWith('blocklist/') ? rule.slice('blocklist/'.length) : ''
    const known = blocklistById(id) ? id : ''
    byList.set(known, (byList.get(known) ?? 0) + records)
  }
  return [...byList].map(([id, records]) => {
    const list = blocklistById(id)
    return {
      id: `blocklisted/${id || 'other'}`,
      kind: 'blocklisted',
      severity: 'urgent',
      count: records,
      share: share(records, totals.records),
      provider: null,
      cause: 'blocklisted',
      title: list
        ? `Your server or domain is on the blocklist ${list.label}: ${messages(records)} refused.`
        : `Your server or domain is on a blocklist: ${messages(records)} refused.`,
      action: list
        ? `Look yourself up at ${list.page}, mend the reason, then ask to be taken off; these addresses are fine.`
        : 'Find the list’s name in the replies, mend the reason, then ask to be taken off; these addresses are fine.',
      filter: select({ cause: ['blocklisted'], kind: NOT_DELIVERED }),
    }
  })
}

/** What the bounces say about the list of addresses: dead ones, too many of them, whole domains at once. */
export function listFindings({ totals, events }: OverviewInput): OverviewFinding[] {
  const found: OverviewFinding[] = []
  const ofAddresses = (number: number) => share(number, totals.addresses)
  const { deadMailboxes, deadDomains } = totals
  if (deadMailboxes.addresses > 0)
    found.push({
      id: 'dead-addresses',
      kind: 'dead-addresses',
      severity: 'warning',
      count: deadMailboxes.addresses,
      share: ofAddresses(deadMailboxes.addresses),
      provider: null,
      cause: null,
      title: `${addresses(deadMailboxes.addresses)} at ${domains(deadMailboxes.domains)} ${deadMailboxes.addresses === 1 ? 'does' : 'do'} not exist any more, or never did.`,
      action: deadMailboxes.addresses === 1 ? 'Remove it.' : 'Remove them.',
      filter: select({ cause: DEAD_MAILBOX, addressVerdict: ['remove'], kind: ['bounce'] }),
    })
  if (deadDomains.addresses > 0)
    found.push({
      id: 'dead-domains',
      kind: 'dead-domains',
      severity: 'warning',
      count: deadDomains.addresses,
      share: ofAddresses(deadDomains.addresses),
      provider: null,
      cause: 'domain-unknown',
      title: `${addresses(deadDomains.addresses)} ${deadDomains.addresses === 1 ? 'is' : 'are'} at ${domains(deadDomains.domains)} that ${deadDomains.domains === 1 ? 'does not exist or takes' : 'do not exist or take'} no mail.`,
      action:
        deadDomains.addresses === 1
          ? 'Look for a typing error in the domain, then remove the address.'
          : 'Look for typing errors in the domains, then remove them.',
      filter: select({ cause: ['domain-unknown'], addressVerdict: ['remove'], kind: ['bounce'] }),
    })
  const dead = deadMailboxes.addresses + deadDomains.addresses
  if (dead >= DIRTY_ADDRESSES && ofAddresses(dead) >= DIRTY_SHARE)
    found.push({
      id: 'dirty-list',
      kind: 'dirty-list',
      severity: 'warning',
      count: dead,
      share: ofAddresses(dead),
      provider: null,
      cause: 'mailbox-unknown',
      title: `${Math.round(ofAddresses(dead) * 100)} % of the addresses that bounced do not exist: the list is old or was never checked.`,
      action: 'Have the list verified before you send to it again, and check addresses when they are entered.',
      filter: select({ cause: [...DEAD_MAILBOX, 'domain-unknown'], kind: ['bounce'] }),
    })
  if (totals.repeated > 0)
    found.push({
      id: 'repeated',
      kind: 'repeated',
      severity: 'notice',
      count: totals.repeated,
      share: ofAddresses(totals.repeated),
      provider: null,
      cause: null,
      title: `${addresses(totals.repeated)} bounced at least ${WATCH_BOUNCES} times over ${WATCH_DAYS} days or more.`,
      action: totals.repeated === 1 ? 'It is given up: remove it.' : 'They are given up: remove them.',
      filter: select({ fault: ['mailbox', 'network', 'receiver'], addressVerdict: ['remove'], kind: ['bounce'] }),
    })
  return [...found, ...events.map((event) => eventFinding(event, totals.addresses))]
}

function eventFinding(event: OverviewInput['events'][number], whole: number): OverviewFinding {
  return {
    id: `domain-event/${event.domain}`,
    kind: 'domain-event',
    severity: 'warning',
    count: event.addresses,
    share: share(event.addresses, whole),
    provider: null,
    cause: event.cause,
    title: `${addresses(event.addresses)} of ${event.domain} failed alike${spanOf(event.first, event.last)}: that points to the domain, not to its addresses.`,
    action: 'Ask there whether their mail is broken; if the domain is gone, remove them all.',
    filter: select({ domain: [event.domain], cause: [event.cause], kind: NOT_DELIVERED }),
  }
}

/** Too many domains out of reach at once, and reports about mail that was never ours. */
export function networkFindings(input: OverviewInput): OverviewFinding[] {
  const { groups, totals } = input
  const unreached = groups.filter(({ cause }) => NETWORK.includes(cause))
  const records = unreached.reduce((sum, row) => sum + row.records, 0)
  // A domain has one provider, so its counts add up within a cause; the largest cause is a safe lower bound.
  const unreachedDomains = Math.max(
    0,
    ...NETWORK.map((cause) =>
      unreached
        .filter((row) => row.cause === cause && row.kind === 'bounce')
        .reduce((sum, row) => sum + row.domains, 0),
    ),
  )
  const part = share(records, totals.records)
  const found: OverviewFinding[] = []
  if (unreachedDomains >= UNREACHABLE_DOMAINS && part >= UNREACHABLE_SHARE)
    found.push({
      id: 'no-connection',
      kind: 'no-connection',
      severity: 'urgent',
      count: records,
      share: part,
      provider: null,
      cause: 'connection-failed',
      title: `${messages(records)} found no connection, to at least ${domains(unreachedDomains)}: that points to your side.`,
      action: 'Check your server’s DNS, its firewall and whether port 25 (programs: 587) is open; keep the addresses.',
      filter: select({ cause: NETWORK, kind: NOT_DELIVERED }),
    })
  return [...found, ...backscatterFinding(input)]
}

/**
 * Reports whose returned message was sent by nobody of ours. Without a list of own domains, those with a fair part of
 * all returned messages count as own.
 */
function backscatterFinding({ senders, ownDomains, totals }: OverviewInput): OverviewFinding[] {
  const known = senders.reduce((sum, { records }) => sum + records, 0)
  const isOwn = ({ domain, records }: { domain: string; records: number }) =>
    ownDomains.length > 0
      ? ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`))
      : share(records, known) >= OWN_SHARE
  const strange = senders.filter((sender) => !isOwn(sender)).reduce((sum, { records }) => sum + records, 0)
  // Without any sender of our own, the counts tell nothing of who is strange.
  if (strange < FEWEST_BACKSCATTER || (ownDomains.length === 0 && !senders.some(isOwn))) return []
  return [
    {
      id: 'backscatter',
      kind: 'backscatter',
      severity: 'warning',
      count: strange,
      share: share(strange, totals.records),
      provider: null,
      cause: null,
      title: `${count(strange)} reports are about mail that none of your domains sent.`,
      action: 'Somebody forges senders: do not remove addresses for these, and publish SPF, DKIM and DMARC (p=reject).',
      filter: null,
    },
  ]
}

/** What people did: complaints, full mailboxes; and what nobody understood. */
export function peopleFindings({ totals, groups }: OverviewInput): OverviewFinding[] {
  const found: OverviewFinding[] = []
  if (totals.complaints > 0)
    found.push({
      id: 'complaints',
      kind: 'complaints',
      severity: 'urgent',
      count: totals.complaints,
      share: share(totals.complaints, totals.addresses + totals.complaints),
      provider: null,
      cause: null,
      title: `${totals.complaints === 1 ? 'One person' : `${count(totals.complaints)} people`} reported your mail as spam.`,
      action: 'Remove them, and look how they came onto your list.',
      filter: select({ kind: ['complaint'] }),
    })
  const full = groups.filter((row) => row.cause === 'mailbox-full').reduce((sum, row) => sum + row.records, 0)
  if (full >= FEWEST_FULL)
    found.push({
      id: 'full-mailboxes',
      kind: 'full-mailboxes',
      severity: 'notice',
      count: full,
      share: share(full, totals.records),
      provider: null,
      cause: 'mailbox-full',
      title: `${messages(full)} met a full mailbox.`,
      action: `Nothing to do now: who stays full for ${WATCH_DAYS} days is proposed for removal.`,
      filter: select({ cause: ['mailbox-full'], kind: NOT_DELIVERED }),
    })
  if (totals.unexplained > 0)
    found.push({
      id: 'unexplained',
      kind: 'unexplained',
      severity: 'notice',
      count: totals.unexplained,
      share: share(totals.unexplained, totals.records),
      provider: null,
      cause: 'unknown',
      title: `${totals.unexplained === 1 ? 'One report' : `${count(totals.unexplained)} reports`} could not be explained.`,
      action: `Read ${totals.unexplained === 1 ? 'its technical line' : 'their technical lines'} and decide by hand.`,
      filter: select({ cause: ['unknown'], kind: NOT_DELIVERED }),
    })
  return found
}
