/** Every provider that is known, and how it is recognised: by host, by its words, by the recipient's domain. */

import { rememberMany } from '../../remember.ts'
import type { Provider } from '../types.ts'
import { amazonSes } from './amazonSes.ts'
import { barracuda } from './barracuda.ts'
import { cisco } from './cisco.ts'
import { cloudflare } from './cloudflare.ts'
import { comcast } from './comcast.ts'
import { exchangeOnline } from './exchangeOnline.ts'
import { fastmail } from './fastmail.ts'
import { free } from './free.ts'
import { gmail } from './gmail.ts'
import { gmx } from './gmx.ts'
import { godaddy } from './godaddy.ts'
import { icloud } from './icloud.ts'
import { japan } from './japan.ts'
import { libero } from './libero.ts'
import { mailgun } from './mailgun.ts'
import { mailru } from './mailru.ts'
import { messagelabs } from './messagelabs.ts'
import { mimecast } from './mimecast.ts'
import { netease } from './netease.ts'
import { orange } from './orange.ts'
import { outlook } from './outlook.ts'
import { ownServer } from './ownServer.ts'
import { proofpoint } from './proofpoint.ts'
import { proton } from './proton.ts'
import { qq } from './qq.ts'
import { rackspace } from './rackspace.ts'
import { rambler } from './rambler.ts'
import { sendgrid } from './sendgrid.ts'
import { seznam } from './seznam.ts'
import { spectrum } from './spectrum.ts'
import { tonline } from './tonline.ts'
import { trendmicro } from './trendmicro.ts'
import { yahoo } from './yahoo.ts'
import { yandex } from './yandex.ts'
import { zoho } from './zoho.ts'

/** In the order in which their words are looked for: the more special before the more general. */
export const PROVIDERS: readonly Provider[] = [
  gmail,
  outlook,
  exchangeOnline,
  yahoo,
  icloud,
  comcast,
  gmx,
  orange,
  free,
  proofpoint,
  mimecast,
  barracuda,
  cisco,
  qq,
  netease,
  mailru,
  yandex,
  zoho,
  proton,
  fastmail,
  cloudflare,
  amazonSes,
  sendgrid,
  mailgun,
  spectrum,
  japan,
  tonline,
  rambler,
  messagelabs,
  trendmicro,
  libero,
  seznam,
  rackspace,
  godaddy,
  ownServer,
]

const BY_ID = new Map(PROVIDERS.map((provider) => [provider.id, provider]))

export const PROVIDER_LABELS: ReadonlyMap<string, string> = new Map(
  PROVIDERS.map((provider) => [provider.id, provider.label]),
)

const BY_HOST = new Map<string, Provider>()
const BY_DOMAIN = new Map<string, Provider>()
/** `yahoo.*` by its first label. */
const BY_BRAND = new Map<string, Provider>()
/** `*.rr.com` by what follows the star. */
const BY_PARENT = new Map<string, Provider>()

for (const provider of PROVIDERS) {
  for (const host of provider.hosts) if (!BY_HOST.has(host)) BY_HOST.set(host, provider)
  for (const domain of provider.domains) {
    if (domain.endsWith('.*')) BY_BRAND.set(domain.slice(0, -2), provider)
    else if (domain.startsWith('*.')) BY_PARENT.set(domain.slice(2), provider)
    else BY_DOMAIN.set(domain, provider)
  }
}

export function providerById(id: string): Provider | null {
  return BY_ID.get(id) ?? null
}

/** Ids of providers under whose own domains many people have mailboxes: a fault of one says nothing of the domain. */
export const MAILBOX_PROVIDER_IDS: readonly string[] = PROVIDERS.filter((provider) => provider.role === 'mailbox').map(
  (provider) => provider.id,
)

/** The provider whose host this is, by the longest suffix known: `mx1.hotmail.example` is nobody's. */
export const providerByHost: (host: string) => Provider | null = rememberMany((host) => {
  let rest = host.toLowerCase().replace(/\.$/, '')
  while (rest.includes('.')) {
    const found = BY_HOST.get(rest)
    if (found) return found
    rest = rest.slice(rest.indexOf('.') + 1)
  }
  return null
})

/** The longest ending of a brand's domain, in labels: `yahoo.co.uk`, but not `yahoo.mail.example.com`. */
const BRAND_LABELS = 3

/** The provider whose mailboxes are under this domain; null for a company's own domain. */
export const providerByDomain: (domain: string) => Provider | null = rememberMany((domain) => {
  const lowered = domain.toLowerCase()
  const exact = BY_DOMAIN.get(lowered)
  if (exact) return exact
  const labels = lowered.split('.')
  const brand = labels.length >= 2 && labels.length <= BRAND_LABELS ? BY_BRAND.get(labels[0] ?? '') : undefined
  if (brand) return brand
  return BY_PARENT.get(labels.slice(1).join('.')) ?? null
})

/** Whether an address of this domain is one of many people's at a mailbox provider. */
export function isMailboxProviderDomain(domain: string): boolean {
  return providerByDomain(domain)?.role === 'mailbox'
}

/** The provider whose words a reply (lower-cased) is made of; null where they are nobody's in particular. */
export function providerByText(lowered: string): Provider | null {
  return PROVIDERS.find((provider) => provider.speaks?.test(lowered)) ?? null
}
