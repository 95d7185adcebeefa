/** Messages a second: the product's whole way against what its parts manage alone, all in one run on one mailbox. */
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { simpleParser } from 'mailparser'
import { mboxReader } from 'mbox-reader'
import { importOnce } from './figures.ts'

export interface Measured {
  name: string
  seconds: number
  /** Processor time of all threads: the same however busy the machine is. */
  cpuSeconds: number
  messagesPerSecond: number
}

/** What a run saw, 0 where it does not look, and its time where it is not that of the call. */
interface Pass {
  messages: number
  seconds?: number
  cpuSeconds?: number
}

type Run = (file: string) => Promise<Pass>

/** Reads the file and does nothing with it. */
async function plainRead(file: string): Promise<Pass> {
  for await (const _chunk of createReadStream(file, { highWaterMark: 1 << 20 }));
  return { messages: 0 }
}

async function mboxReaderAlone(file: string): Promise<Pass> {
  let messages = 0
  for await (const _message of mboxReader(createReadStream(file))) messages++
  return { messages }
}

async function mboxReaderAndParser(file: string): Promise<Pass> {
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
  return { messages }
}

/** File to judged records in a workspace file: the first import of an engine that has just started. */
async function product(file: string): Promise<Pass> {
  const workspace = `${file}.duckdb`
  const { messages, seconds, cpuSeconds } = await importOnce({ file, workspace })
  await rm(workspace)
  return { messages, seconds, cpuSeconds }
}

export const RUNS: readonly (readonly [name: string, run: Run])[] = [
  ['plain read', plainRead],
  ['mbox-reader alone', mboxReaderAlone],
  ['mbox-reader + simpleParser', mboxReaderAndParser],
  ['Bounce Triage, file to judged records', product],
]

/** Measures each `times` times and keeps the quickest: other work on the machine only ever slows it down. */
export async function measure(file: string, messages: number, times: number): Promise<Measured[]> {
  const results: Measured[] = []
  for (const [name, run] of RUNS) {
    let seconds = Number.POSITIVE_INFINITY
    let cpuSeconds = Number.POSITIVE_INFINITY
    for (let time = 0; time < times; time++) {
      const started = performance.now()
      const cpuBefore = process.cpuUsage()
      const pass = await run(file)
      seconds = Math.min(seconds, pass.seconds ?? (performance.now() - started) / 1_000)
      const cpu = process.cpuUsage(cpuBefore)
      cpuSeconds = Math.min(cpuSeconds, pass.cpuSeconds ?? (cpu.user + cpu.system) / 1e6)
      if (pass.messages && pass.messages !== messages) {
        throw new Error(`${name} saw ${pass.messages} of ${messages} messages`)
      }
    }
    results.push({ name, seconds, cpuSeconds, messagesPerSecond: messages / seconds })
  }
  return results
}
