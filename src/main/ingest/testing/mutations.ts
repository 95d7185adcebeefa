/** Damage as mail meets it on its way, and worse. */
import type { Random } from '../../sources/testing/random.ts'

export type Mutation = (bytes: Buffer, random: Random) => Buffer

/** Lines as they stand, one char a byte. */
function onLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  change(lines)
  return Buffer.from(lines.join('\n'), 'latin1')
}

export const MUTATIONS: readonly Mutation[] = [
  function flipBytes(bytes, random) {
    const out = Buffer.from(bytes)
    for (let i = 0; i < 8; i++) out[random.below(out.length)] = random.below(256)
    return out
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length))
  },
  function cutOut(bytes, random) {
    const from = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + random.below(400)))])
  },
  function doubleLines(bytes, random) {
    return onLines(bytes, (lines) => {
      const at = random.below(lines.length)
      lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(6)))
    })
  },
  function doubleHeader(bytes, random) {
    return onLines(bytes, (lines) => {
      const end = Math.max(1, lines.indexOf(''))
      const field = lines[random.below(end)] ?? ''
      lines.splice(random.below(end), 0, field, field.toUpperCase())
    })
  },
  function dropLines(bytes, random) {
    return onLines(bytes, (lines) => {
      lines.splice(random.below(lines.length), 1 + random.below(4))
    })
  },
  function swapHalves(bytes, random) {
    const at = random.below(bytes.length)
    return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
  },
  function changeLineEnds(bytes, random) {
    const end = random.pick(['\r\n', '\r', '\r\r\n', '\n\n'])
    return Buffer.from(bytes.toString('latin1').replaceAll('\n', end), 'latin1')
  },
  function quoteInside(bytes, random) {
    return onLines(bytes, (lines) => {
      lines.splice(random.below(lines.length), 0, 'From a@example.com Thu Apr 29 23:34:45 2015')
    })
  },
]
