/** Character sets: names as mail writes them, bytes to text. The names follow the WHATWG Encoding Standard. */

/** Misspelt or private names seen in mail, by their letters and digits alone. */
const ALIASES: Record<string, string> = {
  ascii: 'windows-1252',
  usascii: 'windows-1252',
  ansix34: 'windows-1252',
  '7bit': 'utf-8',
  '8bit': 'utf-8',
  utf8: 'utf-8',
  utf8mb4: 'utf-8',
  unicode11utf8: 'utf-8',
  utf7: 'utf-7',
  unicode11utf7: 'utf-7',
  xunicode20utf7: 'utf-7',
  unicode: 'utf-8',
  default: 'utf-8',
  none: 'utf-8',
  unknown: 'utf-8',
  unknown8bit: 'utf-8',
  xunknown: 'utf-8',
  binary: 'utf-8',
  utf16: 'utf-16le',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  iso8859115: 'iso-8859-15',
  iso885915: 'iso-8859-15',
  iso88598i: 'iso-8859-8',
  ansi: 'windows-1252',
  jis: 'iso-2022-jp',
  iso2022: 'iso-2022-jp',
  iso2022jp: 'iso-2022-jp',
  iso2022jp1: 'iso-2022-jp',
  iso2022jp2: 'iso-2022-jp',
  iso2022jp3: 'iso-2022-jp',
  iso2022jp2004: 'iso-2022-jp',
  iso2022jpms: 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  mskanji: 'shift_jis',
  sjis: 'shift_jis',
  xsjis: 'shift_jis',
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  eucjpms: 'euc-jp',
  xeucjp: 'euc-jp',
  ujis: 'euc-jp',
  gb2312: 'gb18030',
  gb231280: 'gb18030',
  gbk: 'gb18030',
  xgbk: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  euccn: 'gb18030',
  chinese: 'gb18030',
  cp950: 'big5',
  big5eten: 'big5',
  big5hkscs: 'big5',
  ksc5601: 'euc-kr',
  ksc56011987: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  euckr: 'euc-kr',
  koi8: 'koi8-r',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  tis620: 'windows-874',
  cp874: 'windows-874',
}

const decoders = new Map<string, TextDecoder | null>()

function decoderFor(label: string): TextDecoder | null {
  const known = decoders.get(label)
  if (known !== undefined) return known
  let decoder: TextDecoder | null = null
  try {
    decoder = new TextDecoder(label)
  } catch {
    decoder = null
  }
  // Names come from mail: without a bound, a hostile mailbox fills the map.
  if (decoders.size < 500) decoders.set(label, decoder)
  return decoder
}

/** The name a `TextDecoder` knows for a charset as mail writes it; null where nobody knows it. */
export function charsetName(written: string): string | null {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
  if (decoderFor(name)) return ALIASES[name.replace(/[^a-z0-9]/g, '')] ?? name
  const letters = name.replace(/[^a-z0-9]/g, '')
  const alias = ALIASES[letters]
  if (alias) return alias
  const windows = /^(?:x?cp|windows|win|ms|mswin)(125[0-8])$/.exec(letters)
  if (windows) return `windows-${windows[1]}`
  const iso = /^(?:iso|is0|x?iso)8859(\d{1,2})(?:[a-z].*)?$/.exec(letters)
  if (iso && decoderFor(`iso-8859-${iso[1]}`)) return `iso-8859-${iso[1]}`
  if (letters.startsWith('utf8')) return 'utf-8'
  return null
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Bytes that name no charset, or a wrong one: JIS by its escapes, UTF-8 where it is valid, else windows-1252. */
function guess(bytes: Uint8Array): string {
  try {
    const text = strictUtf8.decode(bytes)
    if (!/\x1b[$(][@BJ]/.test(text)) return text
    return decoderFor('iso-2022-jp')?.decode(bytes) ?? text
  } catch {
    return decoderFor('windows-1252')?.decode(bytes) ?? ''
  }
}

/**
 * Bytes as text. `charset` is what the message says, null where it says nothing. Never throws: an unknown charset is
 * guessed, and one that plainly lies (a single-byte name over valid UTF-8 or JIS) is corrected.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): string {
  const name = charset === null ? null : charsetName(charset)
  if (name === 'utf-7') return decodeUtf7(bytes)
  if (name === null || name === 'windows-1252') return guess(bytes)
  const text = decoderFor(name)?.decode(bytes)
  if (text === undefined) return guess(bytes)
  // Replacement characters under a declared charset: the name is wrong, or a byte is; a better reading may exist.
  return text.includes('\ufffd') ? (secondReading(bytes, name) ?? text) : text
}

/** Charsets that systems announce wrongly for each other, tried in order. */
const CONFUSED: Record<string, readonly string[]> = {
  'utf-8': ['utf-8'],
  'iso-2022-jp': ['utf-8', 'euc-jp', 'shift_jis'],
  shift_jis: ['utf-8', 'euc-jp'],
  'euc-jp': ['utf-8', 'shift_jis'],
  gb18030: ['utf-8', 'big5'],
  big5: ['utf-8', 'gb18030'],
  'euc-kr': ['utf-8'],
}

/** The first charset, of those that are confused with the declared one, in which every byte means something. */
function secondReading(bytes: Uint8Array, name: string): string | null {
  for (const other of CONFUSED[name] ?? []) {
    const text = decoderFor(other)?.decode(bytes)
    if (text !== undefined && !text.includes('\ufffd')) return text
  }
  return name === 'utf-8' ? guess(bytes) : null
}

/**
 * UTF-7 (RFC 2152), in which Windows servers wrote their reports: `+`, base64 of UTF-16BE, `-`. A run that is no base64 of
 * whole characters stays as it stands.
 */
function decodeUtf7(bytes: Uint8Array): string {
  return guess(bytes).replace(/\+([A-Za-z0-9+/]*)(-?)/g, (whole, data: string, end: string) => {
    if (data === '') return end === '-' ? '+' : whole
    const units = Buffer.from(data, 'base64')
    if (units.length < 2) return whole
    return units
      .subarray(0, units.length & ~1)
      .swap16()
      .toString('utf16le')
  })
}
