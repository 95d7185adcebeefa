/**
 * HTML reduced to text: tags, attributes, comments, scripts and styles go, block elements become line breaks, character
 * references (HTML Living Standard §13.5, the Latin-1 ones and the common signs) are decoded. Addresses in attributes
 * (`mailto:`, `href`) can therefore never come out of it.
 */
import { MAX_PART_TEXT } from './limits.ts'

/** ISO 8859-1 names in code order from 160. */
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const NAMED = new Map<string, string>([
  ...LATIN1.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['commat', '@'],
  ['period', '.'],
  ['colon', ':'],
  ['lowbar', '_'],
  ['zwnj', ''],
  ['zwj', ''],
])

const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|head|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul)$/

/** Elements whose content is never read by a person. */
const SILENT = /^(?:script|style|head|template|noscript|object|svg)$/

/** Stands for a blank that indents preformatted text, which tables of recipients rest on; a private character. */
const KEPT = '\ue000'

/** Decodes character references; unknown ones stay as they stand. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));?/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return NAMED.get(name) ?? whole
      const code = dec !== undefined ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16)
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
      return String.fromCodePoint(code)
    },
  )
}

/** HTML as text with LF line ends, at most one blank line in a row. Never throws. */
export function htmlToText(html: string): string {
  const source = html.length > MAX_PART_TEXT ? html.slice(0, MAX_PART_TEXT) : html
  const out: string[] = []
  let at = 0
  let preformatted = 0
  const text = (piece: string) => {
    if (piece === '') return
    if (preformatted === 0) out.push(decodeEntities(piece.replace(/[ \t\n\f]+/g, ' ')))
    else out.push(decodeEntities(piece).replace(/^[ \t]+(?=\S)/gm, (indent) => KEPT.repeat(indent.length)))
  }
  while (at < source.length) {
    const open = source.indexOf('<', at)
    if (open < 0) {
      text(source.slice(at))
      break
    }
    text(source.slice(at, open))
    if (source.startsWith('<!--', open)) {
      const close = source.indexOf('-->', open + 4)
      at = close < 0 ? source.length : close + 3
      continue
    }
    const tag = /^<(\/?)([A-Za-z][A-Za-z0-9:]*)|^<[!?]/.exec(source.slice(open, open + 40))
    if (!tag) {
      // A bare `<`, as in `<user@example.com>` that nobody escaped.
      text('&lt;')
      at = open + 1
      continue
    }
    const close = tagEnd(source, open + tag[0].length)
    const name = (tag[2] ?? '').toLowerCase()
    const inner = source.slice(open + 1, close)
    // `<user@example.com>` written into HTML unescaped.
    if (/^[^\s<>"'=/]+@[^\s<>"'=]+$/.test(inner)) {
      text(`&lt;${inner}&gt;`)
      at = close + 1
      continue
    }
    at = close + 1
    if (SILENT.test(name) && tag[1] === '' && !inner.endsWith('/')) {
      const end = source.toLowerCase().indexOf(`</${name}`, at)
      // An unclosed head or script: a body that follows is read all the same.
      const body = end < 0 ? source.toLowerCase().indexOf('<body', at) : -1
      at = end >= 0 ? tagEnd(source, end) + 1 : body >= 0 ? body : name === 'head' ? at : source.length
      continue
    }
    if (name === 'pre') preformatted = Math.max(0, preformatted + (tag[1] === '' ? 1 : -1))
    if (BLOCK.test(name)) out.push(name === 'td' || name === 'th' ? '\t' : '\n')
    if (name === 'p' && tag[1] === '/') out.push('\n')
  }
  return out
    .join('')
    .replace(/\u00a0/g, ' ')
    .replace(/\u00ad|\u200b/g, '')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replaceAll(KEPT, ' ')
}

/** The `>` that ends a tag; one inside a quoted attribute does not. */
function tagEnd(source: string, from: number): number {
  let quote = 0
  const limit = Math.min(source.length, from + 10_000)
  for (let i = from; i < limit; i++) {
    const char = source.charCodeAt(i)
    if (quote !== 0) {
      if (char === quote) quote = 0
    } else if (char === 62) return i
    else if ((char === 34 || char === 39) && source.charCodeAt(i - 1) === 61) quote = char
  }
  const plain = source.indexOf('>', from)
  return plain < 0 ? source.length : plain
}
