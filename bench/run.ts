/** `npm run bench`: generates a mailbox, measures, prints ratios and writes bench/results.md. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeMailbox } from './mailbox.ts'
import { type Measured, measure } from './throughput.ts'

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '10000' }, times: { type: 'string', default: '3' } },
})
const folder = await mkdtemp(join(tmpdir(), 'bounce-triage-bench-'))
try {
  const file = join(folder, 'bench.mbox')
  const { bytes, messages } = await writeMailbox(file, Number(values.messages))
  const results = await measure(file, messages, Number(values.times))
  const report = `${title(messages, bytes)}\n\n${table(results)}\n`
  console.log(report)
  await writeFile(join(import.meta.dirname, 'results.md'), `# Measured\n\n${report}`)
} finally {
  await rm(folder, { recursive: true })
}

function title(messages: number, bytes: number): string {
  const mailbox = `${messages.toLocaleString('en')} generated messages, ${(bytes / 1e6).toFixed(1)} MB`
  return `${mailbox}; ${availableParallelism()} cores, Node ${process.version}. Ratios hold from machine to machine, seconds do not.`
}

function table(results: Measured[]): string {
  const baseline = results.find(({ name }) => name === 'mbox-reader alone')?.seconds ?? Number.NaN
  const rows = results.map(
    ({ name, seconds, messagesPerSecond }) =>
      `| ${name} | ${seconds.toFixed(2)} | ${Math.round(messagesPerSecond).toLocaleString('en')} | ${(baseline / seconds).toFixed(2)} |`,
  )
  return ['| what | seconds | messages/s | against mbox-reader alone |', '|---|---|---|---|', ...rows].join('\n')
}
