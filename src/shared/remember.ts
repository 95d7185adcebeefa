/** Remembering what was read: one reply is read several times in a row, and many servers answer in the same words. Pure to its callers. */

/** The same function, which answers at once when asked the same text again. One text and its answer are kept. */
export function rememberLast<R>(read: (text: string) => R): (text: string) => R {
  let known: { text: string; answer: R } | null = null
  return (text) => {
    if (known === null || known.text !== text) known = { text, answer: read(text) }
    return known.answer
  }
}

/** Texts kept in one generation: the answers of a few hundred servers in a few wordings. */
const MAX_TEXTS = 1_000
/** Longer texts, in characters, are not kept: they are hardly ever alike, and a thousand of them would fill the memory. */
const MAX_TEXT = 1_000

/**
 * The same function, which remembers some thousand texts and their answers; the one asked last is found first. What
 * was not asked for a whole generation is forgotten. Answers are shared between callers: nobody may change them.
 */
export function rememberMany<R>(read: (text: string) => R): (text: string) => R {
  const last = rememberLast((text: string) => ({ answer: read(text) }))
  let young = new Map<string, { answer: R }>()
  let old = new Map<string, { answer: R }>()
  return (text) => {
    if (text.length > MAX_TEXT) return last(text).answer
    const known = young.get(text)
    if (known !== undefined) return known.answer
    const own = detached(text)
    const found = old.get(text) ?? { answer: read(own) }
    if (young.size >= MAX_TEXTS) {
      old = young
      young = new Map()
    }
    young.set(own, found)
    return found.answer
  }
}

/** A copy of its own: a piece of a message, kept as a key or in an answer, would keep the whole message in memory. */
function detached(text: string): string {
  return ` ${text}`.slice(1)
}
