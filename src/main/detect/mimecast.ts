/**
 * Mimecast. "This is a delivery failure notification message indicating that an email you addressed to email address :" and,
 * behind two hyphens each, the address, what the problem appears to be, and what the other server said.
 */
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, isNotice, noted } from './notice.ts'
import { kindByWords } from './phrases.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'mimecast'

const INTRO = /^[ \t]*This is a delivery failure notification message indicating that\b/m
const ADDRESSED = new RegExp(`\\bemail\\s+address(?:es)?\\s*:\\s*((?:^--[ \\t]+${ADDRESS}[ \\t]*$\\s*)+)`, 'im')
const ITEM = new RegExp(`^--[ \\t]+(${ADDRESS})[ \\t]*$`, 'gm')
const PROBLEM = /^[^\n]*\bThe problem appears to be\s*:\s*((?:^--[ \t]+.*$\s*)+)/im
const ADDITIONAL = /^Additional information follows\s*:\s*((?:^--[ \t]+.*(?:\n(?!--|\s*$).*)*$\s*)+)/im

/** The lines of an answer without the hyphens in front of them. */
function told(match: RegExpExecArray | null): string {
  return (match?.[1] ?? '').replace(/^--[ \t]+/gm, '').trim()
}

export const mimecast: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Mimecast: delivery failure notification',
  source:
    'flufl.bounce _detectors/simplematch.py ("delivery failure notification message"); Mimecast community, "Non-delivery reports"',
  words: [INTRO],
  gate: (message: ParsedMessage) => isNotice(message, INTRO) && PROBLEM.test(message.text),
  detect(message): Statement[] {
    const addresses = [...(ADDRESSED.exec(message.text)?.[1] ?? '').matchAll(ITEM)].map((match) => match[1] ?? '')
    const words = [told(ADDITIONAL.exec(message.text)), told(PROBLEM.exec(message.text))].filter(Boolean).join('\n')
    return addresses.flatMap((address) =>
      noted({ detector: NAME, rule: 'problem' }, address, words || null, { kind: kindByWords(message, words) }),
    )
  },
}
