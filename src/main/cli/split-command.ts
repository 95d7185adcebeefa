/** `bounce-triage split FILE`: cuts a mailbox into files of whole messages, for as many runs side by side. */
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { writeNew } from '../export/place-beside.ts'
import { readSources } from '../sources/index.ts'
import { EXIT, type SplitOptions } from './options.ts'
import type { Streams } from './streams.ts'

/**
 * Writes `FILE.01-of-08.mbox` and so on into the folder, each a stretch of the file, byte for byte, that begins and ends
 * where messages do: read one after the other they are the file. Fewer where it has fewer messages. Throws a sentence for
 * what is no mailbox, and never writes over a file that is there.
 */
export async function splitCommand(file: string, { parts, out }: SplitOptions, streams: Streams): Promise<number> {
  const found = await stat(file)
  if (!found.isFile()) throw new Error(`${file} is no file.`)
  const { size } = found
  const cuts = await cutsOf(file, size, parts)
  await mkdir(out, { recursive: true })
  const extension = extname(file) || '.mbox'
  const digits = String(cuts.length).length
  const two = (number: number) => String(number).padStart(digits, '0')
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1] ?? size
    const name = `${basename(file, extname(file))}.${two(at + 1)}-of-${two(cuts.length)}${extension}`
    await writeNew(join(out, name), createReadStream(file, { start, end: end - 1 }))
    streams.note(`${join(out, name)}: ${end - start} bytes`)
  }
  return EXIT.done
}

/** Where the parts begin: at the first message in each equal share of the bytes. The first part begins at byte 0. */
async function cutsOf(file: string, size: number, parts: number): Promise<number[]> {
  const cuts = [0]
  let share = 0
  let messages = 0
  let problem = `${file} holds no mail.`
  for await (const event of readSources([file], {})) {
    if (event.type === 'unread') problem = `${event.file}: ${event.place}: ${event.why}`
    if (event.type !== 'slice') continue
    const { keepCopy, offset, starts } = event.slice
    if (keepCopy) throw new Error(`${file} is packed: unpack it first.`)
    messages += starts.length
    for (const start of starts) {
      const here = Math.floor(((offset + start) * parts) / size)
      if (here > share) cuts.push(offset + start)
      share = Math.max(share, here)
    }
  }
  if (messages === 0) throw new Error(problem)
  return cuts
}
