import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMessageAt } from './messageAt.ts'
import { readPaths } from './testing/read.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'at-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const mail = (subject: string, body: string) => `From: a@example.com\nTo: b@example.org\nSubject: ${subject}\n\n${body}`
const sized = (body: string) => `From: a@example.com\nContent-Length: ${body.length}\nSubject: s\n\n${body}`
const mbox = [
  mail('one', '>From here\n'),
  mail('two', 'x\n'.repeat(100_000)),
  sized('>From there\n'),
  mail('last', 'end'),
]
  .map((message) => `From a@example.com Thu Apr 29 23:34:45 2015\n${message}\n`)
  .join('')

describe('a message read again', () => {
  it.each([
    ['LF', mbox],
    ['CRLF', mbox.replaceAll('\n', '\r\n').replace(/Content-Length: \d+/, 'Content-Length: 13')],
    ['lone CR', mbox.replaceAll('\n', '\r')],
    ['a saved message', mail('one', 'Text\n')],
  ])('is the same as at first: %s', async (_name, content) => {
    const path = join(root, 'mail')
    writeFileSync(path, content)
    const { messages } = await readPaths([path])
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) expect(await readMessageAt(path, message.offset, message.index)).toEqual(message)
    expect(await readMessageAt(path, content.length + 1, 0)).toBeNull()
  })
})
