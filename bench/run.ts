/**
 * `npm run bench`: generates mailboxes, measures, prints and writes bench/results.md. Options: `--messages` and `--times`
 * of the throughput run, `--sizes` of the growth runs, `--records` in the store, `--note` to stand in the report.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../scripts/build-if-needed.ts'
import { measureBundles } from './bundles.ts'
import { measureGrowth, measureLongMessages } from './growth.ts'
import { writeMailbox } from './mailbox.ts'
import { measureStore } from './million.ts'
import { measureRooms } from './rooms.ts'
import { bundlesTable, growthTable, roomsTable, storeTable, throughputTable } from './tables.ts'
import { measure } from './throughput.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    times: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '10000,100000' },
    records: { type: 'string', default: '1000000' },
    note: { type: 'string', default: '' },
  },
})
/** Of the mailbox whose messages no room has seen. */
const OTHER_SEED = 2

await buildIfNeeded()
const sections: string[] = []
const tell = (title: string, text: string) => {
  console.log(`${title}\n\n${text}\n`)
  sections.push(`## ${title}\n\n${text}\n`)
}

const folder = await mkdtemp(join(tmpdir(), 'bounce-triage-bench-'))
try {
  const file = join(folder, 'bench.mbox')
  const { bytes, messages } = await writeMailbox(file, Number(values.messages))
  const title = `Throughput: ${messages.toLocaleString('en')} generated messages, ${(bytes / 1e6).toFixed(1)} MB`
  const throughput = await measure(file, messages, Number(values.times))
  tell(title, throughputTable(throughput))
  const other = join(folder, 'other.mbox')
  await writeMailbox(other, messages, OTHER_SEED)
  tell('Rooms: the way of a message on one thread', roomsTable(await measureRooms(file, other)))
  const baseline = throughput.find(({ name }) => name === 'mbox-reader alone')?.messagesPerSecond ?? Number.NaN
  const sizes = values.sizes.split(',').map(Number).filter(Boolean)
  if (sizes.length > 0) tell('Growth, memory, latency', growthTable(await measureGrowth(folder, sizes), baseline))
  tell('Long messages', growthTable(await measureLongMessages(folder), baseline))
  const records = Number(values.records)
  if (records > 0)
    tell(`A store of ${records.toLocaleString('en')} records`, storeTable(await measureStore(folder, records)))
  tell('Bundles', bundlesTable(await measureBundles()))
  const machine = `${availableParallelism()} cores, Node ${process.version}. Ratios hold from machine to machine, seconds do not.`
  const head = ['# Measured', machine, values.note].filter(Boolean)
  await writeFile(join(import.meta.dirname, 'results.md'), `${[...head, ...sections].join('\n\n').trim()}\n`)
} finally {
  await rm(folder, { recursive: true })
}
