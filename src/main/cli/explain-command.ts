/** `bounce-triage explain`: judges one reply, or one a line from standard input. */
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { explainReply } from '../classify/explain.ts'
import { EXIT, type ExplainOptions } from './options.ts'
import { printExplanation } from './print/explanation.ts'
import type { Streams } from './streams.ts'

const question = z.object({
  reply: z.string(),
  remoteMta: z.string().nullish(),
  recipient: z.string().nullish(),
})

/** Answers on standard output; the exit code is 1 where a line of standard input was no question. */
export async function explainCommand(
  reply: string,
  options: ExplainOptions,
  streams: Streams,
  input: Readable,
): Promise<number> {
  if (options.format === 'ndjson' && reply === '-') return await answerLines(input, streams)
  const answer = explainReply({
    reply: reply === '-' ? await text(input) : reply,
    remoteMta: options.mta,
    recipient: options.recipient,
  })
  await streams.out.write(options.format === 'ndjson' ? `${JSON.stringify(answer)}\n` : printExplanation(answer))
  return EXIT.done
}

/** One answer a line, in the order of the questions; a line that is no question is answered with an error. */
async function answerLines(input: Readable, streams: Streams): Promise<number> {
  let code: number = EXIT.done
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (!line.trim()) continue
    const asked = readQuestion(line)
    if (asked) {
      await streams.out.write(`${JSON.stringify(explainReply(asked))}\n`)
      continue
    }
    code = EXIT.unread
    const error = `Line ${number} is no JSON object with a text "reply".`
    streams.note(error)
    await streams.out.write(`${JSON.stringify({ error })}\n`)
  }
  return code
}

/** Lines as JSON has them: it may hold U+2028 within a text, at which `readline` would break. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}

function readQuestion(line: string) {
  try {
    const { reply, remoteMta, recipient } = question.parse(JSON.parse(line))
    return { reply, remoteMta: remoteMta ?? undefined, recipient: recipient ?? undefined }
  } catch {
    return null
  }
}
