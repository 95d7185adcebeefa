/** Who said it: the provider whose server refused. Pure. */
import { domainOf } from '../../shared/address.ts'
import { makeFinder } from '../../shared/finder.ts'
import { PROVIDERS, providerByDomain, providerByHost } from '../../shared/knowledge/providers/index.ts'
import { requiredLiterals } from '../../shared/literals.ts'
import { rememberMany } from '../../shared/remember.ts'

/** `host mx.example.net[192.0.2.1] said:`, `host mx.example.net [192.0.2.1]: 550`: who spoke, when a text quotes another. */
const QUOTED_HOST = /\bhost ([\w.-]+\.[a-z][\w-]+)\.? ?[[(][\da-f.:]+[\])](?::\d+)?(?: said|:| refused| did| is)/g
const HOST_IN_MTA = /^(?:[\w-]+\s*;\s*)?\[?([\w.-]+)/
const SPEAKERS = PROVIDERS.flatMap(({ id, speaks }) => (speaks ? [{ id, speaks }] : []))
const findSpeakers = makeFinder(
  SPEAKERS.map(({ speaks }) => {
    const pieces = requiredLiterals(speaks)
    return pieces && [pieces]
  }),
)

/** The host in a Remote-MTA field (`dns; mx.example.net (192.0.2.1)`), lower-cased; null where it names none. */
export function hostOf(mta: string | null): string | null {
  if (!mta) return null
  const host = HOST_IN_MTA.exec(mta.trim().toLowerCase())?.[1]
  return host && host !== 'dns' ? host.replace(/\.$/, '') : null
}

/** The host that a text says has answered: the innermost, where one server quotes another. */
export function quotedHost(full: string): string | null {
  if (!full.includes('host ')) return null
  let last: string | null = null
  for (const match of full.matchAll(QUOTED_HOST)) last = match[1] ?? last
  return last
}

/** Whose addresses stand in a text does not tell who speaks. */
const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g

const speaker = rememberMany((full) => {
  const words = full.includes('@') ? full.replace(ADDRESS, ' ') : full
  const place = findSpeakers(words).find((candidate) => SPEAKERS[candidate]?.speaks.test(words))
  return place === undefined ? null : (SPEAKERS[place]?.id ?? null)
})

export interface Recognition {
  /** Provider id; null when it is nobody that is known. */
  provider: string | null
  /** What told: a host, its words, or only the recipient's domain. */
  by: 'host' | 'words' | 'domain' | null
  /** A host that answered is named, known or not. */
  hostNamed: boolean
}

/**
 * The provider behind a reply: the host that the text quotes, the remote MTA, the words that only its servers write,
 * and last the recipient's domain.
 */
export function recognise(full: string, remoteMta: string | null, recipient: string | null): Recognition {
  const quoted = quotedHost(full)
  const host = hostOf(remoteMta)
  const hostNamed = Boolean(quoted ?? host)
  const byHost = (quoted && providerByHost(quoted)) || (host && providerByHost(host)) || null
  if (byHost) return { provider: byHost.id, by: 'host', hostNamed }
  const spoken = speaker(full)
  if (spoken) return { provider: spoken, by: 'words', hostNamed }
  const domain = recipient ? domainOf(recipient) : null
  const byDomain = domain ? providerByDomain(domain) : null
  return { provider: byDomain?.id ?? null, by: byDomain ? 'domain' : null, hostNamed }
}
