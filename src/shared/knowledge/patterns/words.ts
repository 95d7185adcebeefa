/**
 * Building blocks of the general patterns. Replies are tested in lower case, so capitals are free to name what servers
 * call by many names: BOX is whatever mail is delivered to, SENDER the side that sends, ABROAD the sender in other
 * languages, BLOCKLIST a list of the refused,
 * GAP the rest of a sentence. ADDR, HOST, IP and URL stand in the text itself in place of what is no word. Gaps are bounded: no text, however hostile, makes a pattern slow.
 */
const PIECES: Record<string, string> = {
  BOX: String.raw`\b(?:mail ?box(?:es)?|mail ?folder|users?(?: ?name| ?id| account| mailbox| e?-?mail(?: address)?)?|recipients?(?:'s)?(?: e?-?mail)?(?: address(?:es)?| account| mailbox)?|rcpt|accounts?|e-?mail(?:[ -]?id| address| account| box)?|mail (?:address|account|recipient)|addressee|address(?:es)?|alias(?:es)?|customer|subscriber|person|local ?part|in-?box)`,
  SENDER: String.raw`\b(?:senders?(?:'s)?|sending(?! to\b)|mail[ -]?from|envelope[ -]?(?:from|sender)|return[ -]?path|reverse[ -]?path|originator|from[ -]?(?:address|header|field|line|domain))`,
  // Nouns that no other meaning shares; behind "back to" he is only told.
  ABROAD: String.raw`(?<!(?:\ba l'|\bal |\bau |\bao |\ban (?:den |die )?|\baan (?:de )?|\btill |\btil |退回|退信给))(?:absender\S{0,3}|expediteur|remitente|mittente|remetente|afzender|avsandare[nr]?|avsender(?:en)?|afsender(?:en)?|lahettaja|odesilatel\S?|nadawc\S{1,3}|gonderen(?:in)?|felado|отправител[ьяи](?![а-я])|发件人|发信人|发件者|寄件者|寄件人|送信者|送信元|差出人|발신자|보낸 ?사람)`,
  BLOCKLIST: '(?:black|block|deny|reject)[ -]?list',
  GAP: String.raw`[^.;!\n]{0,60}?`,
  // The words between a noun and its verb in a reply: an address, a name in brackets, a domain.
  NAMED: String.raw`(?:[:,]?\s[^\s.;!]{1,60}){0,3}?[:,]?\s`,
}

const NAMES = new RegExp(Object.keys(PIECES).join('|'), 'g')

/** One pattern out of several alternatives, with the capitals above filled in. */
export function any(...alternatives: RegExp[]): RegExp {
  const joined = alternatives.map((alternative) => alternative.source).join('|')
  return new RegExp(joined.replace(NAMES, (name) => `(?:${PIECES[name]})`))
}
