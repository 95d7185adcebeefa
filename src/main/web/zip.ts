/** Several files as one, for a browser that takes one download at a time. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'

/** The files as a zip, each under its name alone; read as it is sent. */
export async function* zipOf(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  for (const path of paths) {
    const entry = new ZipDeflate(basename(path), { level: 6 })
    zip.add(entry)
    for await (const chunk of createReadStream(path)) {
      entry.push(chunk)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
