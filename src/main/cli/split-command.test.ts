import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSources } from '../sources/index.ts'
import { splitCommand } from './split-command.ts'
import type { Streams } from './streams.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounce-triage-split-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const streams: Streams = { out: { write: async () => {} }, note: () => {}, interactive: false, status: () => {} }
const message = (number: number, body: string) => `From x@post.example Tue Mar  3 10:00:00 2026
From: x@post.example
To: y@shop.example
Subject: ${number}

${body}

`
const bodies = Array.from(
  { length: 40 },
  (_, n) => `${'line\n'.repeat(n * 7)}\nFrom here on nothing.\n>From quoted\nend`,
)
const mailbox = bodies.map((body, number) => message(number, body)).join('')

async function split(text: string | Uint8Array, parts: number, name = 'in.mbox') {
  const own = mkdtempSync(join(folder, 'case-'))
  const file = join(own, name)
  writeFileSync(file, text)
  await splitCommand(file, { parts, out: join(own, 'parts') }, streams)
  const names = readdirSync(join(own, 'parts')).sort()
  return { own, file, names, texts: names.map((part) => readFileSync(join(own, 'parts', part), 'latin1')) }
}

async function subjects(paths: string[]): Promise<number> {
  let messages = 0
  for await (const event of readSources(paths, {})) if (event.type === 'slice') messages += event.slice.starts.length
  return messages
}

describe('splitting a mailbox', () => {
  it('gives stretches of it that are whole messages and together all of it', async () => {
    const { own, names, texts } = await split(mailbox, 8)
    expect(names).toHaveLength(8)
    expect(names[0]).toBe('in.1-of-8.mbox')
    expect(texts.join('')).toBe(mailbox)
    for (const text of texts) expect(text).toMatch(/^From x@post[\s\S]*\nend\n\n$/)
    const each = await Promise.all(names.map((name) => subjects([join(own, 'parts', name)])))
    expect(each.reduce((sum, count) => sum + count)).toBe(bodies.length)
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan((mailbox.length / 8) * 1.6)
  })

  it('sorts by name as the parts follow each other, however many', async () => {
    const { names, texts } = await split(mailbox, 12)
    expect(names).toHaveLength(12)
    expect(texts.join('')).toBe(mailbox)
  })

  it('gives fewer where there are fewer messages, and no message twice', async () => {
    const { names, texts } = await split(
      bodies
        .slice(0, 3)
        .map((body, n) => message(n, body))
        .join(''),
      8,
    )
    expect(names.length).toBeLessThanOrEqual(3)
    expect(texts.join('').match(/^Subject:/gm)).toHaveLength(3)
  })

  it('says why it cannot, and makes nothing', async () => {
    await expect(split('no mail at all', 4)).rejects.toThrow('in.mbox')
    await expect(split('', 4)).rejects.toThrow('in.mbox')
    await expect(split(gzipSync(mailbox), 4, 'in.mbox.gz')).rejects.toThrow('unpack it first')
    await expect(splitCommand(folder, { parts: 2, out: join(folder, 'none') }, streams)).rejects.toThrow('is no file')
  })

  it('never writes over a part that is there', async () => {
    const { own, file, texts } = await split(mailbox, 2)
    await expect(splitCommand(file, { parts: 2, out: join(own, 'parts') }, streams)).rejects.toThrow('is there already')
    expect(readFileSync(join(own, 'parts', 'in.1-of-2.mbox'), 'latin1')).toBe(texts[0])
  })
})
