/**
 * Which pieces of plain text a regular expression cannot match without. A search for a few pieces costs a fraction of
 * running the expression, and running one alternative a fraction of running all: most of a rule is passed over at once,
 * and never even compiled. Pure.
 */

/** Shorter pieces stand in almost every text and would let everything pass; beyond ASCII a single letter is rare. */
const SHORTEST = 3
const NOT_ASCII = /[^\x00-\x7f]/

type Node =
  | { kind: 'text'; text: string }
  /** Something that may match without a fixed piece: a class, an assertion, a repeated or optional part. */
  | { kind: 'gap' }
  | { kind: 'group'; alternatives: Node[][] }

const QUANTIFIERS = '*+?{'
/** Escapes of more than one character: they stand for a sign or a class of them. */
const LONG_ESCAPE = /u\{[0-9A-Fa-f]+\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[^}]*\}|c[A-Za-z]/y
/** Plain characters up to a sign, and up to one that a quantifier repeats. */
const RUN = /[^\\()[\]|.^$*+?{]+(?![*+?{])/y

class Reader {
  readonly source: string
  private readonly folded: boolean
  position = 0

  /** `folded`: for texts in small letters, whatever the case that the expression asks for. */
  constructor(source: string, folded: boolean) {
    this.source = source
    this.folded = folded
  }

  /** The next alternative of the whole, and where it ends; null behind the last. */
  next(): { nodes: Node[]; end: number } | null {
    if (this.position > this.source.length) return null
    const nodes: Node[] = []
    while (this.position < this.source.length && this.source[this.position] !== '|') nodes.push(this.node())
    return { nodes, end: this.position++ }
  }

  /** Alternatives up to the end or the closing bracket. */
  private alternatives(): Node[][] {
    const found: Node[][] = [[]]
    while (this.position < this.source.length && this.source[this.position] !== ')') {
      if (this.source[this.position] === '|') {
        this.position++
        found.push([])
      } else {
        found.at(-1)?.push(this.node())
      }
    }
    return found
  }

  private node(): Node {
    RUN.lastIndex = this.position
    const run = RUN.exec(this.source)?.[0]
    if (run === undefined) return this.quantified(this.atom())
    const known = this.folded ? foldable(run) : run
    this.position += known.length || ((run.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
    return known === '' ? { kind: 'gap' } : { kind: 'text', text: this.folded ? known.toLowerCase() : known }
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
    const start = this.source.slice(this.position, this.position + 40)
    const looks = /^\?(?:[=!]|<[=!])/.test(start)
    const opening = /^\?(?::|[=!]|<[=!]|<\w+>)/.exec(start)
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
    LONG_ESCAPE.lastIndex = this.position
    const long = LONG_ESCAPE.exec(this.source)?.[0]
    if (long !== undefined) {
      this.position += long.length
      return { kind: 'gap' }
    }
    const char = this.source[this.position++] ?? ''
    return /[a-z0-9]/i.test(char) ? { kind: 'gap' } : { kind: 'text', text: char }
  }

  private quantified(node: Node): Node {
    if (!QUANTIFIERS.includes(this.source[this.position] ?? ' ')) return node
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.position, this.position + 12))
    if (!quantifier) return node
    this.position += quantifier[0].length
    const mayBeAbsent = /^[*?]/.test(quantifier[0]) || quantifier[1] === '0'
    if (mayBeAbsent) return { kind: 'gap' }
    // A repeated piece still stands there once, but nothing fixed follows it directly.
    return { kind: 'group', alternatives: [[node, { kind: 'gap' }]] }
  }
}

/** The beginning of a text whose small letters are sure: beyond ASCII two signs may be one letter, or one sign two. */
function foldable(text: string): string {
  if (!NOT_ASCII.test(text)) return text
  let end = 0
  for (const char of text) {
    if (char > '\x7f' && char.toLowerCase() !== char.toUpperCase()) break
    end += char.length
  }
  return text.slice(0, end)
}

/** Longest piece that is looked for, in characters: the beginning of a longer one tells as much, and makes a small search. */
const LONGEST = 12

/** Most sets of pieces that are asked for: beyond, another one tells little more. */
const MOST_SETS = 4

/** The sets of pieces of each of which one must stand in the text, the most telling first; empty where there is none. */
function requiredSets(sequence: Node[]): string[][] {
  const sets: string[][] = []
  let run = ''
  const close = () => {
    if (run.length >= SHORTEST || NOT_ASCII.test(run)) sets.push([run.slice(0, LONGEST)])
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
      if (pieces) sets.push(pieces)
    }
  }
  close()
  return sets
    .map(distinct)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, MOST_SETS)
}

function requiredOfAll(alternatives: Node[][]): string[] | null {
  const pieces: string[] = []
  for (const alternative of alternatives) {
    const [best] = requiredSets(alternative)
    if (!best) return null
    pieces.push(...best)
  }
  return pieces
}

/** Few long pieces are worth more than many short ones. */
function worth(pieces: string[]): number {
  return Math.min(...pieces.map((piece) => piece.length)) - pieces.length / 4
}

/** Each piece once, without those that contain another. */
function distinct(pieces: string[]): string[] {
  const once = [...new Set(pieces)]
  return once.filter((piece) => !once.some((other) => other !== piece && piece.includes(other)))
}

/** One of the alternatives that an expression is made of. */
export interface Alternative {
  source: string
  /** Sets of pieces: one of each set stands in every text that the alternative matches. Null where none can be told. */
  needs: string[][] | null
}

/**
 * The alternatives of an expression at its top, in order. Of back references nothing is told but that they are there.
 * `folded` gives pieces for a text in small letters, of an expression with the flag `i` too.
 */
export function alternativesOf(expression: RegExp, folded = false): Alternative[] {
  const reader = new Reader(expression.source, folded)
  const found: Alternative[] = []
  let start = 0
  for (let part = reader.next(); part !== null; part = reader.next()) {
    const needs = requiredSets(part.nodes)
    found.push({ source: expression.source.slice(start, part.end), needs: needs.length > 0 ? needs : null })
    start = part.end + 1
  }
  return found
}

/** Pieces of which at least one stands in every text that the expression matches; null where none can be told. */
export function requiredLiterals(expression: RegExp): string[] | null {
  const pieces: string[] = []
  for (const { needs } of alternativesOf(expression)) {
    const best = needs?.[0]
    if (!best) return null
    pieces.push(...best)
  }
  return distinct(pieces)
}
