import type { Printer } from './index.ts'

/** A record a line, in the order of the messages. */
export const printNdjson: Printer = async (store, _accounting, out) => {
  for await (const records of store.records()) {
    await out.write(records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  }
}
