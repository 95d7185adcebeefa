/** Content-Transfer-Encoding undone (RFC 2045 §6), leniently. Input and output are byte strings (one char a byte). */

/** Encodings that are undone here; anything else needs another reader. */
export function knowsTransferEncoding(encoding: string): boolean {
  return encoding === '' || /^(?:7-?bits?|8-?bits?|binary|none|quoted-printable|base64)$/.test(encoding)
}

/** Quoted-printable: broken escapes stay as they stand, soft line breaks go. */
export function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/=\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Base64: foreign characters are skipped; text after the data (a signature added by a gateway) is left out. */
export function decodeBase64(text: string): Buffer {
  return Buffer.from(text.replace(/[^A-Za-z0-9+/=_-]/g, ''), 'base64')
}

/** Only base64 characters in lines of one length: data, whatever else the header says. */
function looksLikeBase64(text: string): boolean {
  const lines = text.trim().split('\n')
  const first = lines[0] ?? ''
  return first.length > 0 && first.length % 4 === 0 && lines.every((line) => /^[A-Za-z0-9+/]+={0,2}\s*$/.test(line))
}

/** The bytes of a part's body. */
export function undoTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') {
    // Some systems announce base64 and then write plain text.
    return looksLikeBase64(body) || !/[ :]/.test(body.trim().split('\n')[0] ?? '')
      ? decodeBase64(body)
      : Buffer.from(body, 'latin1')
  }
  if (encoding === 'quoted-printable') return Buffer.from(decodeQuotedPrintable(body), 'latin1')
  return Buffer.from(body, 'latin1')
}
