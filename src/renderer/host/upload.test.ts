import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DroppedFile } from './dropped.ts'
import { HostError, type UploadProgress } from './host.ts'
import { uploadAll } from './upload.ts'

interface Sent {
  path: string
  drop: string
  entry: string
  token: string
}

let sent: Sent[]
let open: number
let mostOpen: number
/** What the host answers to a path; null never answers. */
let answer: (path: string) => { status: number; response: unknown } | null

/** XMLHttpRequest as far as an upload needs it. */
class FakeRequest {
  upload: { onprogress?: (event: { loaded: number }) => void } = {}
  status = 0
  response: unknown = null
  onload = () => {}
  onerror = () => {}
  onabort = () => {}
  onloadend = () => {}
  #address = new URL('http://127.0.0.1/')
  #token = ''
  #done = false

  open(_method: string, address: string): void {
    this.#address = new URL(address, 'http://127.0.0.1')
  }
  setRequestHeader(_name: string, value: string): void {
    this.#token = value
  }
  send(file: File | null): void {
    const { searchParams } = this.#address
    const [path = '', drop = '', entry = ''] = ['path', 'drop', 'entry'].map((name) => searchParams.get(name) ?? '')
    sent.push({ path, drop, entry, token: this.#token })
    open += 1
    mostOpen = Math.max(mostOpen, open)
    setTimeout(() => {
      const given = answer(path)
      if (this.#done || !given) return
      this.upload.onprogress?.({ loaded: file?.size ?? 0 })
      Object.assign(this, given)
      this.#end(this.onload)
    })
  }
  abort(): void {
    if (!this.#done) this.#end(this.onabort)
  }
  #end(how: () => void): void {
    this.#done = true
    open -= 1
    how()
    this.onloadend()
  }
}

beforeEach(() => {
  sent = []
  open = 0
  mostOpen = 0
  answer = (path) => ({ status: 200, response: { grant: `grant of ${path.split('/')[0]}` } })
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const dropped = (entry: number, path: string): DroppedFile => ({ entry, path, file: new File(['mail'], path) })
const folder = Array.from({ length: 20 }, (_, index) => dropped(1, `Mail/${index}`))

describe('an upload', () => {
  it('gives one grant for each thing that was dropped, in order', async () => {
    const grants = await uploadAll([...folder, dropped(0, 'inbox.mbox')], 'the token')
    expect(grants).toEqual(['grant of inbox.mbox', 'grant of Mail'])
    expect(new Set(sent.map(({ drop }) => drop)).size).toBe(1)
    expect(sent.map(({ token }) => token)).toEqual(Array(21).fill('the token'))
    expect(mostOpen).toBeLessThanOrEqual(4)
  })

  it('tells how far it is, up to the end', async () => {
    const told: UploadProgress[] = []
    await uploadAll(folder, 'the token', { onProgress: (progress) => told.push(progress) })
    expect(told.at(-1)).toEqual({ files: 20, totalFiles: 20, bytes: 80, totalBytes: 80 })
    const bytes = told.map((progress) => progress.bytes)
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b))
  })

  it('fails with the host’s sentence, and stops the rest', async () => {
    answer = (path) => (path === 'Mail/2' ? { status: 507, response: { message: 'The disk is full.' } } : null)
    const failed = uploadAll(folder, 'the token')
    await expect(failed).rejects.toThrow(new HostError('The disk is full.'))
    expect(sent.length).toBeLessThan(20)
    expect(open).toBe(0)
  })

  it('ends with the person’s reason when it is aborted', async () => {
    answer = () => null
    const abort = new AbortController()
    const cancelled = uploadAll(folder, 'the token', { signal: abort.signal })
    abort.abort(new Error('cancelled'))
    await expect(cancelled).rejects.toThrow('cancelled')
    expect(open).toBe(0)
  })

  it('of nothing is nothing', async () => {
    expect(await uploadAll([], 'the token')).toEqual([])
    expect(sent).toEqual([])
  })
})
