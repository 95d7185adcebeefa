/**
 * Stable pseudonyms for what stands in mail addresses: the same local part, domain or display name gets the same
 * pseudonym within one report, whatever its case or spelling. A keyed digest makes them, so that nobody who does not hold
 * the report's salt can find out by guessing whose they are.
 */
import { createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'

/** Hex digits of a pseudonym; more where two names would meet. */
const DIGITS = 4

/** Top-level domain of pseudonyms (RFC 2606 §2): mail to it goes nowhere. */
const TOP_LEVEL = 'example'

export interface Pseudonyms {
  /** `recipient-7f3a` for a local part. */
  local(written: string): string
  /** `domain-91c2.example` for a domain. */
  domain(written: string): string
  /** `Name 05be` for a display name. */
  name(written: string): string
  /** True for a domain that was made here: its address is a pseudonym already. */
  made(domain: string): boolean
}

/** Pseudonyms of one report. `salt` is to be secret and random, and thrown away with this. */
export function createPseudonyms(salt: Uint8Array): Pseudonyms {
  const digits = (kind: string) => keyed(salt, kind)
  const locals = digits('local')
  const domains = digits('domain')
  const names = digits('name')
  const madeDomains = new Set<string>()
  return {
    local: (written) => `recipient-${locals(canonicalLocal(written))}`,
    domain(written) {
      const made = `domain-${domains(canonicalDomain(written))}.${TOP_LEVEL}`
      madeDomains.add(made)
      return made
    },
    name: (written) => `Name ${names(written.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())}`,
    made: (domain) => madeDomains.has(domain.toLowerCase()),
  }
}

/** Hex digits for a text: always the same ones, and never those of another text. */
function keyed(salt: Uint8Array, kind: string): (text: string) => string {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const digest = createHmac('sha256', salt).update(`${kind}\0${text}`).digest('hex')
    let length = DIGITS
    while (taken.has(digest.slice(0, length)) && length < digest.length) length += 2
    const made = digest.slice(0, length)
    taken.add(made)
    known.set(text, made)
    return made
  }
}

function canonicalLocal(written: string): string {
  const bare = /^"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+"$/.test(written) ? written.slice(1, -1) : written
  return bare.normalize('NFC').toLowerCase()
}

/** Both spellings of an internationalised domain (RFC 5890) are one. */
function canonicalDomain(written: string): string {
  const lowered = written.normalize('NFC').toLowerCase().replace(/\.$/, '')
  return /[^\x00-\x7f]/.test(lowered) ? domainToASCII(lowered) || lowered : lowered
}
