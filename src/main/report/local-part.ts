/**
 * Local parts that hold more than a name: return paths that carry the recipient (VERP, SRS, BATV), source routes, keys in
 * front of an address. Each piece becomes its own pseudonym, so that the address inside is still known for the same one.
 */
import type { Pseudonyms } from './pseudonyms.ts'
import { isSystemLocal, splitListAffix } from './system-names.ts'

/** What parts the pieces: VERP and SRS, source routes (`user%host@relay`, `host!user`), an `@` or `=` encoded. */
const SEPARATORS = /(=40|=3D|\+40|\+3D|%(?:25)*40|%(?:25)*3D|[=%!])/i

/** Marks of rewriting systems, and keys that stand in front of addresses in logs and URLs. */
const TAG =
  /^(?:srs[01](?:[+-].*)?|prvs|btv1|msprvs1|verp|boundary|o?rcpt|to|from|cc|bcc|by|for|e-?mail|mail|mailto|smtp|rfc822|utf-8|user(?:name)?|login|recipient|address|addr|sender|original-recipient|final-recipient|id|r|u|e)$/is

const SRS = /^srs[01]/i

/** Hash and time stamp of SRS (Mail::SRS): shorter than any name that matters. */
const SRS_STAMP = /^[A-Za-z0-9+/]{1,4}$/

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u

/** What list servers write in front of the recipient in a return path. */
const VERP_PREFIX = /^(?:bounces?|return|verp|owner)[-+](?:[0-9]+[-+])*/i

/** The local part as it stands, its names replaced. */
export function rewriteLocal(written: string, names: Pseudonyms): string {
  const pieces = written.split(SEPARATORS)
  if (pieces.length === 1) return rewriteName(written, names)
  const srs = SRS.test(pieces[0] ?? '')
  return pieces
    .map((piece, index) => {
      const last = index === pieces.length - 1
      if (index % 2 === 1 || piece === '' || (!last && TAG.test(piece))) return piece
      if (DOMAIN.test(piece)) return names.made(piece) ? piece : names.domain(piece)
      if (srs && !last && SRS_STAMP.test(piece)) return piece
      return rewriteName(piece, names)
    })
    .join('')
}

/** A name, with what list servers put around it. */
function rewriteName(written: string, names: Pseudonyms): string {
  const prefix = VERP_PREFIX.exec(written)?.[0] ?? ''
  const rest = written.slice(prefix.length)
  if (rest === '' || isSystemLocal(rest)) return written
  const { before, name, after } = splitListAffix(rest)
  return `${prefix}${before}${names.local(decodeName(name))}${after}`
}

/** A name without the escapes of RFC 6533 §3. */
function decodeName(name: string): string {
  return name.replace(/\\x\{([0-9A-Fa-f]{2,6})\}/g, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
