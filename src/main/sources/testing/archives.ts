import { crc32, deflateRawSync } from 'node:zlib'
import { pack } from 'tar-stream'

export interface ZipItem {
  name: string
  content: string | Uint8Array
  /** General purpose flags: 1 says encrypted. */
  flags?: number
  /** Compression method: 8 deflate, 0 stored, anything else as a lie. */
  method?: number
  /** Unix mode with file type. */
  mode?: number
}

/** Writes a zip as PKWARE's APPNOTE 6.3 has it, hostile names and all. */
export function zipOf(items: ZipItem[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, flags = 0x800, method = 8, mode = 0o100644 } of items) {
    const bytes = Buffer.from(content as string, 'latin1')
    const data = method === 8 ? deflateRawSync(bytes) : bytes
    const title = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((mode << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, data])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, title]))
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(items.length, 8)
  end.writeUInt16LE(items.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}

/** Writes a tar; folders and links by their type. */
export async function tarOf(
  items: { name: string; content?: string; type?: 'directory' | 'symlink' }[],
): Promise<Buffer> {
  const tar = pack()
  for (const { name, content = '', type } of items) {
    if (type === undefined) tar.entry({ name }, Buffer.from(content, 'latin1'))
    else tar.entry({ name, type, linkname: 'elsewhere' })
  }
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
