/** For tests: which addresses of a message can still be found in another, in any writing. */
import { findAddresses, isHidden } from '../../message/addresses.ts'
import { parseMessage } from '../../message/index.ts'
import type { ParsedMessage } from '../../message/types.ts'
import { isSystemLocal } from '../system-names.ts'

function parse(bytes: Uint8Array): Promise<ParsedMessage> {
  return parseMessage({ file: '', index: 0, offset: 0, bytes, separatorDate: null, fullSize: bytes.length })
}

/** Every text that a reader can get out of a message: as it stands, and decoded. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const texts = [new TextDecoder().decode(bytes)]
  const visit = (message: ParsedMessage): void => {
    const blocks = [message, ...message.parts, ...(message.returned ? [message.returned] : [])]
    for (const { headers } of blocks) texts.push(...headers.list.map((field) => field.value))
    texts.push(...message.parts.map((part) => part.text))
    if (message.attached) visit(message.attached)
  }
  visit(await parse(bytes))
  // Japanese between its escapes (RFC 1468) is full of characters that only look like addresses.
  return texts.map((text) => text.replace(/\x1b\$[@B][^\x1b\n]*/g, ' '))
}

/** The address as it stands, as URLs, quoted-printable, xtext, VERP, and base64 (at each of its three offsets) write it. */
function writingsOf(address: string): string[] {
  const ats = ['@', '%40', '=40', '+40', '=', '&#64;'].map((at) => address.replace('@', at))
  const base64 = ['', 'x', 'xx'].map((shift) => {
    const data = Buffer.from(shift + address).toString('base64')
    return data.slice(shift.length === 0 ? 0 : 4, Math.floor(data.length / 4) * 4 - 4)
  })
  return [...ats, ...base64.filter((data) => data.length >= 12)]
}

/** Addresses of people in `before` that `after` still holds. Those of mail systems are no people's. */
export async function leaks(before: Uint8Array, after: Uint8Array): Promise<string[]> {
  const found = new Set((await textsOf(before)).flatMap((text) => findAddresses(text)))
  const people = [...found].filter((address) => {
    const local = address.slice(0, address.lastIndexOf('@'))
    // Signs of other charsets that damage has put there make no address.
    return !isSystemLocal(local) && !isHidden(address) && /^[!-~\p{L}\p{M}\p{N}]+$/u.test(address)
  })
  const all = (await textsOf(after)).join('\n')
  const lowered = all.toLowerCase()
  return people.filter((address) =>
    writingsOf(address).some((written) => all.includes(written) || lowered.includes(written.toLowerCase())),
  )
}
