/** Which address or domain of ours a reply names: the one that is refused, not the host that refuses. */

export interface NamedSender {
  ip: string | null
  domain: string | null
}

const IPV4 = String.raw`(?:\d{1,3}\.){3}\d{1,3}`
const IPV6 = String.raw`(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}`
/** `host mx.example.net[192.0.2.1] said`, `host mx.example.net [192.0.2.1]: 550`: the other side's own address. */
const THEIR_HOST = new RegExp(String.raw`\bhost\s+[\w.-]+\s?[\[(](?:${IPV4}|${IPV6})[\])]`, 'gi')
const ANNOUNCED = new RegExp(
  String.raw`(?:client host|connecting (?:ip|host)|sending ip|your ip|ip(?:v[46])?(?: address)?|from|address|host|server|sender|mta)[\s:=]{0,3}(?:is |of )?["'(\[<]{0,2}(${IPV4}|${IPV6})`,
  'i',
)
const BRACKETED = new RegExp(String.raw`[\[(](${IPV4}|${IPV6})\s*(?:\d+)?[\])]`, 'i')
const IN_ADDRESS = new RegExp(String.raw`(?:[?&](?:ip|q|query|address|search|item)=|[?/])(${IPV4})\b`, 'i')
const BARE = new RegExp(String.raw`(?<![\d.])(${IPV4})(?![\d.])`)
const DOMAIN =
  /(?:due to|domain of|domain|spf (?:record )?(?:of|for)|dmarc policy (?:of|for)|helo)\s+["'<([]?([a-z\d](?:[a-z\d-]*\.)+[a-z]{2,24})(?:['’]s)?\b/i

function valid(ip: string | undefined): string | null {
  if (!ip) return null
  if (ip.includes(':')) return /[\da-f]/i.test(ip) && ip.length > 4 ? ip : null
  return ip.split('.').every((part) => Number(part) <= 255) ? ip : null
}

/** Reads the IP address and domain of the sender out of a refusal; null where the reply names none. */
export function namedSender(text: string): NamedSender {
  const ours = text.replace(THEIR_HOST, ' ')
  const ip =
    valid(IN_ADDRESS.exec(ours)?.[1]) ??
    valid(ANNOUNCED.exec(ours)?.[1]) ??
    valid(BRACKETED.exec(ours)?.[1]) ??
    valid(BARE.exec(ours)?.[1])
  return { ip, domain: DOMAIN.exec(ours)?.[1]?.toLowerCase() ?? null }
}
