import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { estimateBytes, readSources } from './index.ts'
import { SMALL_FILE_BYTES } from './limits.ts'
import { readBytes, readPaths } from './testing/read.ts'

const mail = (subject: string) => `From: a@example.com\nTo: b@example.org\nSubject: ${subject}\n\nText\n`
const mbox = (...subjects: string[]) => subjects.map((subject) => `From - \n${mail(subject)}\n`).join('')
const subjects = (texts: string[]) => texts.map((text) => /^Subject: (.*?)\r?$/m.exec(text)?.[1])

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Writes files below a new folder, named by their paths. */
function folder(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), { recursive: true })
    writeFileSync(join(root, name, path), typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  }
  return join(root, name)
}

describe('a saved message', () => {
  it.each([
    ['LF', mail('one')],
    ['CRLF', mail('one').replaceAll('\n', '\r\n')],
    ['lone CR', mail('one').replaceAll('\n', '\r')],
    ['a byte order mark', `\xef\xbb\xbf${mail('one')}`],
    ['blank lines first', `\r\n\n${mail('one')}`],
    ['no last line end', mail('one').trimEnd()],
    ['no body', 'From: a@example.com\nSubject: one'],
    ['a mailbox of one message', `From a@example.com Thu Apr 29 23:34:45 2015\n${mail('one')}`],
    ["Apple Mail's form", `${mail('one').length}\n${mail('one')}<?xml version="1.0"?><plist></plist>\n`],
  ])('with %s', async (name, content) => {
    const path = join(folder('eml', { [`${name}.x`]: content }), `${name}.x`)
    const { texts, unread, slices } = await readPaths([path])
    expect(subjects(texts)).toEqual(['one'])
    expect(texts[0]).not.toContain('plist')
    expect(texts[0]).toMatch(/^From: /)
    expect(unread).toEqual([])
    expect(slices[0]?.file).toBe(path)
  })

  it('stays whole where a returned message in it begins with a separator', async () => {
    const inner = `From MAILER-DAEMON  Thu Apr 29 23:34:45 2015\nReceived: a\n${mail('inner')}`
    const { texts } = await readBytes(`${mail('outer')}--------------------\n${inner}`)
    expect(subjects(texts)).toEqual(['outer'])
  })
})

describe('folders', () => {
  it('are walked in a stable order, whatever files are called', async () => {
    const path = folder('tree', {
      'b/2.txt': mail('b2'),
      'b/1': mail('b1'),
      'a.mbox/mbox': mbox('a'),
      Inbox: mbox('i1', 'i2'),
      'c.sbd/Sub': mbox('c'),
    })
    const { texts, unread } = await readPaths([path])
    expect(subjects(texts)).toEqual(['i1', 'i2', 'a', 'b1', 'b2', 'c'])
    expect(unread).toEqual([])
  })

  it('read a Maildir: cur and new, one message a file, nothing of tmp', async () => {
    const inside = `${mail('cur')}\nFrom a@example.com Thu Apr 29 23:34:45 2015\n${mail('inner')}`
    const path = folder('maildir', {
      'cur/1:2,S': inside,
      'new/2': mail('new'),
      'new/3': 'no headers\n',
      'tmp/3': mail('tmp'),
      '.Sent/cur/4': mail('sent'),
      '.Sent/new/5': mail('sent too'),
      dovecotfile: 'x',
      'dovecot-uidlist': '3 V1 N5\n',
      maildirsize: '0S,0C\n',
    })
    rmSync(join(path, 'dovecotfile'))
    const { texts, unread } = await readPaths([path])
    expect(subjects(texts)).toEqual(['sent', 'sent too', 'cur', 'new', undefined])
    expect(unread).toEqual([])
    expect(subjects((await readPaths([join(path, 'cur')])).texts)).toEqual(['cur'])
  })

  it('pass over indexes without a word, but not mail of the same name', async () => {
    const path = folder('profile', {
      Inbox: mbox('i'),
      'Inbox.msf': '// <!-- <mdb:mork:z v="1.4"/> -->\n',
      'popstate.dat': 'x\n',
      'Mine.dat': mbox('mine'),
      '.DS_Store': 'Bud1',
    })
    const { texts, unread } = await readPaths([path])
    expect(subjects(texts)).toEqual(['i', 'mine'])
    expect(unread).toEqual([])
  })

  it('end where links lead in a circle', async () => {
    const path = folder('links', { 'a/m': mail('one') })
    symlinkSync(path, join(path, 'a', 'up'))
    symlinkSync(join(path, 'nowhere'), join(path, 'broken'))
    symlinkSync('self', join(path, 'self'))
    const { texts, unread } = await readPaths([path])
    expect(subjects(texts)).toEqual(['one'])
    expect(unread.map(({ file, why }) => [file, why])).toEqual([
      [join(path, 'broken'), expect.stringContaining('no such file')],
      [join(path, 'self'), expect.stringContaining('circle')],
    ])
  })

  it('without mail say so', async () => {
    mkdirSync(join(root, 'hollow'))
    const { unread } = await readPaths([join(root, 'hollow')])
    expect(unread).toEqual([{ file: join(root, 'hollow'), place: 'whole folder', why: 'The folder holds no mail.' }])
  })

  it('are added up for progress, and files report what they add', async () => {
    const path = folder('sum', { a: mail('a'), b: mbox('b', 'c'), c: gzipSync(mbox('d')) })
    const { events } = await readPaths([path])
    const done = events.flatMap((event) => (event.type === 'file-done' ? event.bytesRead : []))
    expect(done.reduce((sum, bytes) => sum + bytes, 0)).toBe(await estimateBytes([path]))
  })
})

describe('bad input', () => {
  it.each([
    ['empty', '', /empty/],
    ['blank', '\n\n \n', /blank/],
    ['PNG', '\x89PNG\r\n\x1a\n\0\0\0', /PNG image/],
    ['binary', '\0\x01\x02\x03'.repeat(5000), /binary/],
    ['text', 'Dear diary,\n\nFrom here on I write.\n', /text, but no mail/],
    ['notes', 'Note: buy milk\nand bread\n', /text, but no mail/],
    ['front matter', 'Title: On bounces\nDate: 2020-02-02\n\nThey come back.\n', /text, but no mail/],
    ['long text', 'All work and no play\n'.repeat(200_000), /text, but no mail/],
    ['Outlook data', '!BDN\0\0\0', /Outlook data file/],
    ['UTF-16', '\xff\xfeF\0r\0o\0m\0', /UTF-16/],
    ['gzip of nothing', gzipSync(''), /empty/],
  ])('%s: a sentence, and the rest goes on', async (name, content, why) => {
    const path = folder(`bad ${name}`, { 'a-bad': content, 'b-good': mbox('good') })
    const { texts, unread } = await readPaths([path])
    expect(subjects(texts)).toEqual(['good'])
    expect(unread).toEqual([{ file: join(path, 'a-bad'), place: 'whole file', why: expect.stringMatching(why) }])
  })

  it.skipIf(process.platform !== 'linux')('a file whose name is no UTF-8', async () => {
    const path = folder('encoding', { good: mail('good') })
    writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xe4, 0xf6])]), mail('umlaut'))
    const { texts, unread } = await readPaths([path])
    expect(subjects(texts)).toEqual(['good'])
    expect(unread.map(({ why }) => why)).toEqual([expect.stringContaining('not valid UTF-8')])
  })

  it('a mailbox whose first block was lost', async () => {
    const { texts, unread } = await readBytes(`${'\0'.repeat(4096)}x@example.com\n\n${mbox('a', 'b')}`)
    expect(subjects(texts)).toEqual(['a', 'b'])
    expect(unread).toEqual([{ file: 'test', place: 'bytes 0 to 4110', why: expect.stringContaining('left out') }])
  })

  it('an Apple Mail message that is shorter than it says', async () => {
    const { texts, unread } = await readBytes(`9999999999\n${mail('cut')}`)
    expect(subjects(texts)).toEqual(['cut'])
    expect(unread[0]?.why).toContain('breaks off')
  })

  it('a path that is not there', async () => {
    const { texts, unread } = await readPaths([join(root, 'missing'), folder('there', { a: mail('a') })])
    expect(subjects(texts)).toEqual(['a'])
    expect(unread).toEqual([
      { file: join(root, 'missing'), place: 'whole file', why: expect.stringContaining('no such file') },
    ])
  })

  it('a file that vanishes between listing and reading', async () => {
    const path = folder('vanish', { a: mail('a'), b: mail('b'), c: mail('c') })
    const seen: string[] = []
    for await (const event of readSources([path], {})) {
      if (event.type === 'slice') rmSync(join(path, 'b'), { force: true })
      if (event.type !== 'file' && event.type !== 'file-done') seen.push(event.type)
    }
    expect(seen).toEqual(['slice', 'unread', 'slice'])
  })

  it('pipes, sockets and devices, without waiting for them', async () => {
    const path = folder('special', { z: mail('z') })
    execFileSync('mkfifo', [join(path, 'pipe')])
    const server = createServer().listen(join(path, 'socket'))
    await new Promise((resolve) => server.once('listening', resolve))
    const { texts, unread } = await readPaths([path, '/dev/zero'])
    server.close()
    expect(subjects(texts)).toEqual(['z'])
    expect(unread.map(({ why }) => why)).toEqual([
      'It is a pipe, not a file.',
      'It is a socket, not a file.',
      'It is a device, not a file.',
    ])
  })

  it.skipIf(process.platform === 'win32')('what may not be read', async () => {
    const path = folder('forbidden', { 'a/secret': mail('a'), 'b-secret': mail('b'), 'c-open': mail('c') })
    chmodSync(root, 0o755)
    chmodSync(path, 0o755)
    chmodSync(join(path, 'a'), 0)
    chmodSync(join(path, 'b-secret'), 0)
    // Root may read anything: become nobody for a moment.
    const asRoot = process.getuid?.() === 0
    if (asRoot) process.seteuid?.(65534)
    const { texts, unread } = await readPaths([path]).finally(() => asRoot && process.seteuid?.(0))
    chmodSync(join(path, 'a'), 0o755)
    expect(subjects(texts)).toEqual(['c'])
    expect(unread.map(({ file, why }) => [file, why])).toEqual([
      [join(path, 'a'), 'You have no permission to read it.'],
      [join(path, 'b-secret'), 'You have no permission to read it.'],
    ])
  })
})

describe('gzip', () => {
  const big = mbox(...Array.from({ length: 3000 }, (_, n) => `s${n} ${(n * 7919) % 1000}`))

  it('is read whatever the file is called, copies kept', async () => {
    const { texts, slices } = await readBytes(gzipSync(big))
    expect(subjects(texts)).toHaveLength(3000)
    expect(slices.every((slice) => slice.keepCopy)).toBe(true)
    const last = slices.at(-1)
    expect((last?.offset ?? 0) + (last?.bytes.length ?? 0)).toBe(big.length)
  })

  it('is read through all its members, in the smallest pieces', async () => {
    const members = Buffer.concat([gzipSync(mbox('one')), gzipSync(mbox('two')), gzipSync(mbox('three'))])
    expect(subjects((await readBytes(members, 2)).texts)).toEqual(['one', 'two', 'three'])
  })

  it('keeps what a truncated file still holds, and says so', async () => {
    const packed = gzipSync(big)
    const { texts, unread } = await readBytes(packed.subarray(0, packed.length / 2))
    expect(texts.length).toBeGreaterThan(1000)
    expect(unread).toEqual([
      { file: 'test', place: expect.stringMatching(/^message \d+/), why: expect.stringContaining('breaks off') },
    ])
  })

  it('keeps what stands before damage, and says so', async () => {
    const packed = gzipSync(mbox(...Array.from({ length: 20_000 }, (_, n) => `s${n} ${(n * 7919) % 10007}`)))
    packed.fill(0xff, packed.length / 2, packed.length / 2 + 50)
    const { texts, unread } = await readBytes(packed)
    expect(texts.length).toBeGreaterThan(5000)
    expect(subjects(texts)[4000]).toBe(`s4000 ${(4000 * 7919) % 10007}`)
    expect(unread[0]?.why).toContain('damaged')
  })

  it('inside gzip ends at a depth', async () => {
    let packed = gzipSync(mbox('one'))
    expect(subjects((await readBytes(gzipSync(packed))).texts)).toEqual(['one'])
    for (let depth = 0; depth < 10; depth++) packed = gzipSync(packed)
    const { texts, unread } = await readBytes(packed)
    expect(texts).toEqual([])
    expect(unread[0]?.why).toContain('too deep')
  })
})

describe('cancelling', () => {
  it('ends reading, in a file and between files', async () => {
    const path = folder('cancel', {
      a: mbox(...Array.from({ length: 20_000 }, (_, n) => `s${n}`)),
      b: mail('b'),
      c: mail('c'),
    })
    for (const after of [1, 2]) {
      const abort = new AbortController()
      let slices = 0
      for await (const event of readSources([path], { signal: abort.signal })) {
        expect(abort.signal.aborted).toBe(false)
        if (event.type === 'slice' && ++slices === after) abort.abort()
      }
      expect(slices).toBe(after)
    }
  })
})

describe('names', () => {
  it('are what the caller calls the files, and copies are kept where the caller says so', async () => {
    const path = folder('names', { 'upload-1': mail('a'), 'upload-2': 'x'.repeat(SMALL_FILE_BYTES + 1) })
    const label = (absolute: string) => absolute.replace(path, 'Mail')
    const { messages, unread, slices } = await readPaths([path], { label, keepCopies: true })
    expect(messages[0]?.file).toBe('Mail/upload-1')
    expect(unread[0]?.file).toBe('Mail/upload-2')
    expect(slices[0]?.keepCopy).toBe(true)
  })
})
