/** Who said it: the provider whose server refused. Pure. */
import { domainOf } from '../../shared/address.ts'
import { PROVIDERS, providerByDomain, providerByHost } from '../../shared/knowledge/providers/index.ts'
import { requiredLiterals } from './literals.ts'

/** `host mx.example.net[192.0.2.1] said:`, `host mx.example.net [192.0.2.1]: 550`: who spoke, when a text quotes another. */
const QUOTED_HOST = /\bhost ([\w.-]+\.[a-z][\w-]+)\.? ?[[(][\da-f.:]+[\])](?::\d+)?(?: said|:| refused| did| is)/
const HOST_IN_MTA = /^(?:[\w-]+\s*;\s*)?\[?([\w.-]+)/
const PRIVATE_HOST =
  /^(?:(?:.*\.)?localhost$|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|.*\.(?:local|lan|internal|localdomain|intra|corp)$)/

const SPEAKERS = PROVIDERS.flatMap((provider) =>
  provider.speaks ? [{ id: provider.id, speaks: provider.speaks, needs: requiredLiterals(provider.speaks) }] : [],
)

/** The host in a Remote-MTA field (`dns; mx.example.net (192.0.2.1)`), lower-cased; null where it names none. */
export function hostOf(mta: string | null): string | null {
  if (!mta) return null
  const host = HOST_IN_MTA.exec(mta.trim().toLowerCase())?.[1]
  return host && host !== 'dns' ? host.replace(/\.$/, '') : null
}

/** The host that a text says has answered. */
export function quotedHost(full: string): string | null {
  return full.includes('host ') ? (QUOTED_HOST.exec(full)?.[1] ?? null) : null
}

function speaker(full: string): string | null {
  for (const { id, speaks, needs } of SPEAKERS)
    if ((!needs || needs.some((piece) => full.includes(piece))) && speaks.test(full)) return id
  return null
}

export interface Recognition {
  /** Provider id; null when it is nobody that is known. */
  provider: string | null
  /** It was our own outgoing server, as its address shows. */
  own: boolean
}

/**
 * The provider behind a reply: the host that the text quotes, the remote MTA, the words that only its servers write,
 * and last the recipient's domain.
 */
export function recognise(full: string, remoteMta: string | null, recipient: string | null): Recognition {
  const quoted = quotedHost(full)
  const byQuoted = quoted ? providerByHost(quoted) : null
  if (byQuoted) return { provider: byQuoted.id, own: false }
  const host = hostOf(remoteMta)
  if (host && PRIVATE_HOST.test(host)) return { provider: 'own-server', own: true }
  const byHost = host ? providerByHost(host) : null
  if (byHost) return { provider: byHost.id, own: false }
  const spoken = speaker(full)
  if (spoken) return { provider: spoken, own: false }
  const domain = recipient ? domainOf(recipient) : null
  return { provider: (domain && providerByDomain(domain)?.id) || null, own: false }
}
