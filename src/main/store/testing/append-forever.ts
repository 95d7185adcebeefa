/** A process for tests to kill: appends batches to a workspace without end, and says after each how many are stored. */
import { Store } from '../index.ts'
import { makeEntry } from './records.ts'

const [location = '', batchSize = '100', name = 'mail'] = process.argv.slice(2)
const store = await Store.open(location)
const id = await store.beginImport([`${name}.mbox`])
store.noteUnread(id, { file: 'photo.png', place: 'the whole file', why: 'It is no mail.' })
for (let batch = 1; ; batch++) {
  const entries = Array.from({ length: Number(batchSize) }, (_, index) =>
    makeEntry(`${name} ${batch} ${index}`, [{ recipient: `p${index}@shop.example` }], {
      source: { file: `${name}.mbox`, index, offset: index * 1_000 },
    }),
  )
  await store.append(id, entries)
  if (batch % 5 === 0) await store.refreshVerdicts()
  process.stdout.write(`${batch}\n`)
}
