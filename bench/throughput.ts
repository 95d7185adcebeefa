/** Messages a second: the product's whole way against what its parts manage alone, all in one run on one mailbox. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { simpleParser } from 'mailparser'
import { mboxReader } from 'mbox-reader'
import { createTriage } from '../src/main/triage.ts'

export interface Measured {
  name: string
  seconds: number
  messagesPerSecond: number
}

type Run = (file: string) => Promise<number>

/** Reads the file and does nothing with it. */
async function plainRead(file: string): Promise<number> {
  for await (const _chunk of createReadStream(file, { highWaterMark: 1 << 20 }));
  return 0
}

async function mboxReaderAlone(file: string): Promise<number> {
  let messages = 0
  for await (const _message of mboxReader(createReadStream(file))) messages++
  return messages
}

async function mboxReaderAndParser(file: string): Promise<number> {
  let messages = 0
  for await (const { content } of mboxReader(createReadStream(file))) {
    await simpleParser(content, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
    } as object)
    messages++
  }
  return messages
}

/** File to judged records in an in-memory workspace. */
async function product(file: string, workers?: number): Promise<number> {
  const workerFile = join(import.meta.dirname, '..', 'src', 'main', 'ingest', 'worker.ts')
  const triage = await createTriage({ workspace: null, workerFile, workers })
  try {
    const client = createRouterClient(triage.router, { context: {} })
    const events = await client.events()
    await client.openPaths({ paths: [{ path: file, label: file, spooled: false }] })
    for await (const event of events) {
      if (event.type !== 'import-ended') continue
      const { messages, duplicates, deleted } = event.info.accounting
      return messages + duplicates + deleted
    }
    return 0
  } finally {
    await triage.close()
  }
}

export const RUNS: readonly (readonly [name: string, run: Run])[] = [
  ['plain read', plainRead],
  ['mbox-reader alone', mboxReaderAlone],
  ['mbox-reader + simpleParser', mboxReaderAndParser],
  ['Bounce Triage, file to judged records', product],
]

/** Runs each once to warm up on nothing but the clock, then measures it `times` times and keeps the quickest. */
export async function measure(file: string, messages: number, times: number): Promise<Measured[]> {
  const results: Measured[] = []
  for (const [name, run] of RUNS) {
    let seconds = Number.POSITIVE_INFINITY
    for (let time = 0; time < times; time++) {
      const started = performance.now()
      const seen = await run(file)
      seconds = Math.min(seconds, (performance.now() - started) / 1_000)
      if (seen && seen !== messages) throw new Error(`${name} saw ${seen} of ${messages} messages`)
    }
    results.push({ name, seconds, messagesPerSecond: messages / seconds })
  }
  return results
}
