import { createGunzip } from 'node:zlib'
import { GZIP_CHUNK_BYTES } from './limits.ts'
import type { ByteSource } from './window.ts'

const TRUNCATED = 'The compressed file breaks off before its end; what could be unpacked was read.'
const DAMAGED = 'The compressed file is damaged; what could be unpacked before the damage was read.'

/**
 * Unpacks gzip (RFC 1952), concatenated members too. A file that breaks off or is damaged gives what it holds up to
 * there, and a remark: nothing that zlib has unpacked is lost.
 */
export function gunzip(packed: ByteSource): ByteSource {
  const stream = createGunzip()
  const input = Buffer.allocUnsafeSlow(GZIP_CHUNK_BYTES)
  let ready: Buffer[] = []
  let remark: string | null = null
  let ended = false
  let wake = () => {}
  // Listening keeps the stream flowing: what stands before an error arrives before it.
  stream.on('data', (chunk: Buffer) => ready.push(chunk))
  stream.once('error', (error: NodeJS.ErrnoException) => {
    remark = error.code === 'Z_BUF_ERROR' ? TRUNCATED : DAMAGED
    ended = true
    wake()
  })

  /** Resolves when zlib has taken all of the input, or has failed. */
  async function unpackMore(): Promise<void> {
    const count = await packed.read(input, 0, input.length)
    await new Promise<void>((resolve) => {
      wake = resolve
      if (count > 0) stream.write(input.subarray(0, count), () => resolve())
      else stream.once('end', resolve).end()
    })
    if (count > 0) return
    ended = true
    remark ??= packed.remark
  }

  return {
    async read(into, at, length) {
      while (ready.length === 0 && !ended) await unpackMore()
      let written = 0
      while (written < length) {
        const chunk = ready[0]
        if (chunk === undefined) break
        const piece = chunk.subarray(0, length - written)
        into.set(piece, at + written)
        written += piece.length
        if (piece.length < chunk.length) ready[0] = chunk.subarray(piece.length)
        else ready.shift()
      }
      return written
    },
    get taken() {
      return packed.taken
    },
    get remark() {
      return remark
    },
    async close() {
      stream.destroy()
      ready = []
      await packed.close()
    },
  }
}
