/** Which addresses a list can carry: those that a machine will read back as the same one address. */
import { domainToASCII } from 'node:url'
import type { ListFormat } from '../../shared/knowledge/exportFormats/index.ts'
import { FORMULA_START as FORMULA } from './cells.ts'

/** RFC 5321 §4.5.3.1: 64 octets before the `@`, 255 behind it. */
const MAX_LOCAL = 64
const MAX_DOMAIN = 255

/** Ends a line, or is invisible, or turns the direction of writing: two such addresses look alike and are not. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164]/u
/** RFC 5322 §3.2.3: what an unquoted local part cannot hold. */
const SPECIAL = /[\s"(),:;<>[\]\\]/u
/** Labels of letters and digits of any script, or an address in brackets (RFC 5321 §4.1.3). */
const DOMAIN = /^(?:[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)*|\[[0-9a-fA-F:.]+\])$/u
/** What stands where a report hides its recipient. */
const HIDDEN = /\.\.\.|…|\*\*|^(redacted|undisclosed|undisclosed[-_.]recipients?|hidden|removed)$/iu
const HIDDEN_DOMAIN = /(^|\.)invalid$|^(redacted|undisclosed|hidden)(\.|$)/i

/** What `whyNoListAddress` asks, for the SQL that asks the same of the sum of many runs. */
export const LISTABLE = {
  formula: FORMULA,
  unseen: UNSEEN,
  special: SPECIAL,
  domain: DOMAIN,
  hidden: HIDDEN,
  hiddenDomain: HIDDEN_DOMAIN,
  maxLocal: MAX_LOCAL,
  maxDomain: MAX_DOMAIN,
}

/** Why the address cannot stand in a list, as a sentence; null where it can. */
export function whyNoListAddress(address: string): string | null {
  if (FORMULA.test(address)) return 'A spreadsheet would run it as a formula.'
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (at <= 0 || domain === '') return 'It is no complete address.'
  if (UNSEEN.test(address)) return 'It holds invisible characters.'
  if (HIDDEN.test(local) || HIDDEN_DOMAIN.test(domain)) return 'The report hides the real address.'
  if (SPECIAL.test(local) || local.includes('@')) return 'It holds characters that a list cannot carry safely.'
  if (!DOMAIN.test(domain)) return 'Its domain is malformed.'
  if (Buffer.byteLength(local) > MAX_LOCAL || Buffer.byteLength(domain) > MAX_DOMAIN)
    return 'It is longer than any address.'
  return null
}

/** Printable ASCII alone. */
const ASCII = /^[\x21-\x7e]*$/

/** An address as a format writes it, or the sentence why it cannot. */
export type Carried = { address: string; why: null } | { address: null; why: string }

/** The address as `format` carries it. */
export function carriedAddress(address: string, format: Pick<ListFormat, 'ascii' | 'label'>): Carried {
  const why = whyNoListAddress(address)
  if (why !== null) return { address: null, why }
  if (!format.ascii || ASCII.test(address)) return { address, why: null }
  const at = address.lastIndexOf('@')
  // RFC 5890 gives a domain an ASCII form; what stands before the @ has none (RFC 6531).
  const domain = domainToASCII(address.slice(at + 1))
  if (domain === '' || !ASCII.test(address.slice(0, at)))
    return { address: null, why: `${format.label} takes only letters without accents before the @.` }
  return { address: `${address.slice(0, at)}@${domain}`, why: null }
}
