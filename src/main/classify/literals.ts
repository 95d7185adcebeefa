/**
 * Which pieces of plain text a regular expression cannot match without. A search for a few pieces costs a fraction of
 * running the expression, so most rules are passed over at once. Pure.
 */

/** Shorter pieces stand in almost every text and would let everything pass; beyond ASCII a single letter is rare. */
const SHORTEST = 3
const NOT_ASCII = /[^\x00-\x7f]/

type Node =
  | { kind: 'text'; text: string }
  /** Something that may match without a fixed piece: a class, an assertion, a repeated or optional part. */
  | { kind: 'gap' }
  | { kind: 'group'; alternatives: Node[][] }

class Reader {
  readonly source: string
  position = 0

  constructor(source: string) {
    this.source = source
  }

  /** Alternatives up to the end or the closing bracket. */
  alternatives(): Node[][] {
    const found: Node[][] = [[]]
    while (this.position < this.source.length && this.source[this.position] !== ')') {
      if (this.source[this.position] === '|') {
        this.position++
        found.push([])
      } else {
        found.at(-1)?.push(this.quantified(this.atom()))
      }
    }
    return found
  }

  private atom(): Node {
    const char = this.source[this.position++] ?? ''
    if (char === '(') return this.group()
    if (char === '[') return this.characterClass()
    if (char === '\\') return this.escape()
    if (char === '.' || char === '^' || char === '$') return { kind: 'gap' }
    return { kind: 'text', text: char }
  }

  private group(): Node {
    const looks = /^\?(?:[=!]|<[=!])/.test(this.source.slice(this.position, this.position + 3))
    const opening = /^\?(?::|[=!]|<[=!])/.exec(this.source.slice(this.position, this.position + 3))
    this.position += opening?.[0].length ?? 0
    const alternatives = this.alternatives()
    this.position++
    return looks ? { kind: 'gap' } : { kind: 'group', alternatives }
  }

  private characterClass(): Node {
    while (this.position < this.source.length && this.source[this.position] !== ']')
      this.position += this.source[this.position] === '\\' ? 2 : 1
    this.position++
    return { kind: 'gap' }
  }

  private escape(): Node {
    const char = this.source[this.position++] ?? ''
    return /[a-z0-9]/i.test(char) ? { kind: 'gap' } : { kind: 'text', text: char }
  }

  private quantified(node: Node): Node {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.position, this.position + 12))
    if (!quantifier) return node
    this.position += quantifier[0].length
    const mayBeAbsent = /^[*?]/.test(quantifier[0]) || quantifier[1] === '0'
    if (mayBeAbsent) return { kind: 'gap' }
    // A repeated piece still stands there once, but nothing fixed follows it directly.
    return { kind: 'group', alternatives: [[node, { kind: 'gap' }]] }
  }
}

/** The best set of pieces of which one must stand in the text; null where there is none. */
function required(sequence: Node[]): string[] | null {
  const candidates: string[][] = []
  let run = ''
  const close = () => {
    if (run.length >= SHORTEST || NOT_ASCII.test(run)) candidates.push([run])
    run = ''
  }
  for (const node of sequence) {
    if (node.kind === 'text') {
      run += node.text
      continue
    }
    close()
    if (node.kind === 'group') {
      const pieces = requiredOfAll(node.alternatives)
      if (pieces) candidates.push(pieces)
    }
  }
  close()
  return candidates.reduce<string[] | null>(
    (best, pieces) => (best && worth(best) >= worth(pieces) ? best : pieces),
    null,
  )
}

function requiredOfAll(alternatives: Node[][]): string[] | null {
  const pieces: string[] = []
  for (const alternative of alternatives) {
    const own = required(alternative)
    if (!own) return null
    pieces.push(...own)
  }
  return pieces
}

/** Few long pieces are worth more than many short ones. */
function worth(pieces: string[]): number {
  return Math.min(...pieces.map((piece) => piece.length)) - pieces.length / 4
}

/**
 * Pieces of which at least one stands in every text that the expression matches, without pieces that contain another;
 * null when no such set can be told. Understands the syntax used by rules (no back references, no named groups).
 */
export function requiredLiterals(expression: RegExp): string[] | null {
  const pieces = requiredOfAll(new Reader(expression.source).alternatives())
  if (!pieces) return null
  const distinct = [...new Set(pieces)]
  return distinct.filter((piece) => !distinct.some((other) => other !== piece && piece.includes(other)))
}
