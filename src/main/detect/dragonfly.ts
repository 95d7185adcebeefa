/**
 * DragonFly Mail Agent (dma): one recipient a notice, `There was an error delivering your mail to <address>.`, then the
 * reason in a paragraph of its own, then the headers of the message or all of it.
 */
import { noted } from './notice.ts'
import { between } from './text.ts'
import { stageOf } from './transcript.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'dragonfly'

const INTRO = /^This is the .{1,60} at \S+\.\s*\n\s*\nThere was an error delivering your mail to </m
const RECIPIENT = /There was an error delivering your mail to <([^<>\n]+)>\./
const END = /^(?:Message headers follow|Original message follows)\./m
const HOST = /^(\S+\.\S+) \[[0-9A-Fa-f.:]+\] did not like our (.*?):?$/m

export const dragonfly: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'DragonFly Mail Agent notice',
  source: 'corecode/dma mail.c bounce(), net.c (reasons)',
  words: [INTRO],
  gate: (message) => INTRO.test(message.text),
  detect({ text }): Statement[] {
    const recipient = RECIPIENT.exec(text)?.[1] ?? null
    const reason = between(text, RECIPIENT, END)?.trim() ?? ''
    const [, host = null, command = ''] = HOST.exec(reason) ?? []
    const extra = { remoteMta: host?.toLowerCase() ?? null, stage: stageOf(command) }
    return noted({ detector: NAME, rule: 'sentence' }, recipient, reason || null, extra)
  },
}
