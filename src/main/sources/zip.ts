import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import type { ArchiveEntry } from './archive.ts'
import type { ByteSource } from './window.ts'

/** Upper half of the external attributes, where a Unix system packed it: file type and mode. */
const UNIX_TYPE = 0o170000
const UNIX_LINK = 0o120000

/** Names are decoded by us: yauzl gives up the whole archive at the first hostile one. */
const OPTIONS = { decodeStrings: false, autoClose: false } as const

/** Opens a zip on disk, or in memory. @throws where it has no readable directory */
export function openZip(from: string | Buffer): Promise<ZipFile> {
  return typeof from === 'string' ? openPromise(from, OPTIONS) : fromBufferPromise(from, OPTIONS)
}

/** The files of a zip, in the order of its directory. Closes it at the end. */
export async function* zipEntries(zip: ZipFile): AsyncGenerator<ArchiveEntry> {
  let before = 0
  // Whatever happens once nobody waits for the next entry is of no interest, but would end the process.
  zip.on('error', () => {})
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
      const taken = before
      before += entry.compressedSize
      const isLink = ((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK
      if (!/[\\/]$/.test(name) && !isLink) yield { name, open: () => openEntry(zip, entry, taken) }
    }
  } finally {
    zip.close()
  }
}

async function openEntry(zip: ZipFile, entry: Entry, takenBefore: number): Promise<ByteSource | string> {
  if (entry.isEncrypted()) return 'It is protected by a password. Unpack it first.'
  if (!entry.canDecodeFileData()) return 'It is packed in a way that cannot be read here. Unpack it first.'
  try {
    return streamSource(await zip.openReadStreamPromise(entry), entry, takenBefore)
  } catch {
    return DAMAGED
  }
}

const DAMAGED = 'This entry of the archive is damaged.'

function streamSource(stream: Readable, entry: Entry, takenBefore: number): ByteSource {
  stream.on('error', () => {})
  const chunks = stream.iterator()
  let left: Buffer = Buffer.alloc(0)
  let unpacked = 0
  let remark: string | null = null
  return {
    async read(into, at, length) {
      while (left.length === 0) {
        try {
          const next = await chunks.next()
          if (next.done) return 0
          left = next.value as Buffer
        } catch {
          remark = DAMAGED
          return 0
        }
      }
      const count = left.copy(into, at, 0, length)
      left = left.subarray(count)
      unpacked += count
      return count
    },
    get taken() {
      return (
        takenBefore + Math.round(entry.compressedSize * Math.min(1, unpacked / Math.max(1, entry.uncompressedSize)))
      )
    },
    get remark() {
      return remark
    },
    close: async () => void stream.destroy(),
  }
}
