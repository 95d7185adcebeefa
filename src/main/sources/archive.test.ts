import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryName } from './archive.ts'
import { Budget, limited } from './budget.ts'
import { memorySource } from './fileSource.ts'
import { readSources } from './index.ts'
import { MAX_ENTRIES, MAX_NAME_LENGTH, MAX_UNPACKED_BYTES, MAX_UNPACKED_RATIO, UNPACKED_GRACE_BYTES } from './limits.ts'
import { tarOf, zipOf } from './testing/archives.ts'
import { readBytes, readPaths } from './testing/read.ts'

const mail = (subject: string) => `From: a@example.com\nTo: b@example.org\nSubject: ${subject}\n\nText\n`
const mbox = (...subjects: string[]) => subjects.map((subject) => `From - \n${mail(subject)}\n`).join('')
const subjects = (texts: string[]) => texts.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])
const many = mbox(...Array.from({ length: 2000 }, (_, n) => `s${n} ${(n * 7919) % 1009}`))

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'archives-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const items = [
  { name: 'Takeout/Mail/Bounces', content: mbox('one', 'two') },
  { name: 'saved/3.eml', content: mail('three') },
  { name: 'many.mbox', content: many },
]
const names = ['Takeout/Mail/Bounces', 'saved/3.eml', 'many.mbox']

describe.each([
  ['zip', async () => zipOf([{ name: 'Takeout/', content: '' }, ...items])],
  ['stored zip', async () => zipOf(items.map((item) => ({ ...item, method: 0 })))],
  ['tar', async () => tarOf([{ name: 'Takeout/', type: 'directory' }, ...items, { name: 'link', type: 'symlink' }])],
  ['tgz', async () => gzipSync(await tarOf(items))],
])('a %s', (_name, pack) => {
  it('is read entry by entry, copies kept, names below its own', async () => {
    const bytes = await pack()
    const path = join(root, 'archive.any')
    writeFileSync(path, bytes)
    for (const { texts, messages, slices, unread, events } of [await readPaths([path]), await readBytes(bytes)]) {
      expect(subjects(texts).slice(0, 4)).toEqual(['one', 'two', 'three', 's0 0'])
      expect(texts).toHaveLength(2003)
      expect(unread).toEqual([])
      expect([...new Set(messages.map(({ file }) => file.replace(/^.*archive\.any\/|^test\//, '')))]).toEqual(names)
      expect(messages[2]).toMatchObject({ index: 0, offset: 0 })
      expect(slices.every((slice) => slice.keepCopy)).toBe(true)
      const read = events.flatMap((event) => (event.type === 'slice' ? event.bytesRead : []))
      expect(read.every((bytesRead) => bytesRead <= bytes.length)).toBe(true)
    }
  })

  it('can be left early and cancelled', async () => {
    const path = join(root, 'archive.any')
    writeFileSync(path, await pack())
    const abort = new AbortController()
    let slices = 0
    for await (const event of readSources([path], { signal: abort.signal })) {
      if (event.type === 'slice') slices++
      if (slices === 2) abort.abort()
    }
    expect(slices).toBe(2)
    for await (const event of readSources([path], {})) if (event.type === 'slice') break
  })
})

describe('entries', () => {
  it('of a Maildir are one message each; indexes and leftovers are passed over', async () => {
    const inside = `${mail('cur')}\nFrom a@example.com Thu Apr 29 23:34:45 2015\n${mail('inner')}`
    const tar = await tarOf([
      { name: 'Maildir/cur/1316543209.M1P2.host:2,S', content: inside },
      { name: 'Maildir/tmp/1316543210.M1P2.host', content: mail('tmp') },
      { name: 'Maildir/dovecot-uidlist', content: '3 V1 N5\n' },
      { name: '__MACOSX/._mail', content: '\0\x05\x16\x07' },
    ])
    const { texts, unread } = await readBytes(tar)
    expect(subjects(texts)).toEqual(['cur'])
    expect(unread).toEqual([])
  })

  it('that are no mail, empty, locked or oddly packed get a sentence each', async () => {
    const zip = zipOf([
      { name: 'picture', content: '\x89PNG\r\n' },
      { name: 'empty', content: '' },
      { name: 'locked', content: 'x', flags: 1 },
      { name: 'odd', content: 'x', method: 99 },
      { name: 'link', content: '../../etc/passwd', mode: 0o120777 },
      { name: 'good', content: mail('good') },
    ])
    const { texts, unread } = await readBytes(zip)
    expect(subjects(texts)).toEqual(['good'])
    expect(unread.map(({ file, why }) => [file, why])).toEqual([
      ['test/picture', expect.stringContaining('PNG')],
      ['test/empty', expect.stringContaining('empty')],
      ['test/locked', expect.stringContaining('password')],
      ['test/odd', expect.stringContaining('packed in a way')],
    ])
  })

  it('may be archives', async () => {
    const inner = zipOf([{ name: 'mail.eml', content: mail('inner') }])
    const { texts, messages } = await readBytes(
      zipOf([
        { name: 'a.tgz', content: gzipSync(await tarOf([{ name: 'b.zip', content: inner.toString('latin1') }])) },
      ]),
    )
    expect(subjects(texts)).toEqual(['inner'])
    expect(messages[0]?.file).toBe('test/a.tgz/b.zip/mail.eml')
  })

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/absolute/path', 'absolute/path'],
    ['C:\\Users\\x', 'Users/x'],
    ['a\0b\x1b[31m', 'a\\u0000b\\u001b[31m'],
    ['exe\u202egnp.', 'exe\\u202egnp.'],
    ['line\nbreak', 'line\\nbreak'],
    ['..', 'entry without a name'],
  ])('called %j are shown as %j', async (name, shown) => {
    expect(entryName(name)).toBe(shown)
    const { texts, messages } = await readBytes(zipOf([{ name, content: mail('x') }]))
    expect(texts).toHaveLength(1)
    expect(messages[0]?.file).toBe(`test/${shown}`)
  })

  it('with endless names are cut', () => {
    expect(entryName('x'.repeat(65_535)).length).toBeLessThanOrEqual(MAX_NAME_LENGTH + 1)
  })
})

describe('damage', () => {
  it('a zip that breaks off says so', async () => {
    const zip = zipOf(items)
    const { texts, unread } = await readBytes(zip.subarray(0, zip.length - 30))
    expect(texts).toEqual([])
    expect(unread).toEqual([
      { file: 'test', place: 'whole archive', why: expect.stringContaining('incomplete or damaged') },
    ])
  })

  it('a zip with a damaged entry keeps the others', async () => {
    const zip = zipOf(items)
    zip.fill(0xff, 60, 90)
    const { texts, unread } = await readBytes(zip)
    expect(subjects(texts)).toContain('three')
    expect(texts.length).toBeGreaterThanOrEqual(2001)
    expect(unread).toEqual([
      { file: 'test/Takeout/Mail/Bounces', place: expect.any(String), why: expect.stringContaining('damaged') },
    ])
  })

  it.each([0.3, 0.5, 0.9])(
    'a tar that breaks off at %d of its length keeps every whole message before',
    async (part) => {
      const tar = (await tarOf([{ name: 'many', content: many }])).subarray(0, many.length * part)
      const { texts, unread } = await readBytes(tar)
      const whole = Math.floor((tar.length - 512) / (many.length / 2000))
      expect(texts.length).toBeGreaterThanOrEqual(whole - 5)
      expect(unread.map(({ why }) => why)).toEqual([expect.stringContaining('breaks off')])
    },
  )

  it('a tgz that breaks off says so', async () => {
    const tgz = gzipSync(await tarOf(items))
    const { texts, unread } = await readBytes(tgz.subarray(0, tgz.length / 2))
    expect(subjects(texts).slice(0, 3)).toEqual(['one', 'two', 'three'])
    expect(unread.some(({ why }) => why.includes('breaks off'))).toBe(true)
  })

  it('a tar with a damaged header keeps what stands before', async () => {
    const tar = await tarOf([
      { name: 'a', content: mail('a') },
      { name: 'b', content: mail('b') },
    ])
    tar.fill(0xff, 1024, 1200)
    const { texts, unread } = await readBytes(tar)
    expect(subjects(texts)).toEqual(['a'])
    expect(unread[0]?.why).toContain('damaged')
  })

  it('an archive without mail says so', async () => {
    const { unread } = await readBytes(zipOf([{ name: 'folder/', content: '' }]))
    expect(unread).toEqual([{ file: 'test', place: 'whole archive', why: 'The archive holds no mail.' }])
  })
})

describe('bombs', () => {
  it('that unpack to hundreds of times their size are left', async () => {
    const budget = new Budget()
    const bomb = zipOf([
      { name: 'bomb', content: `${mbox('one')}${'\n'.repeat(UNPACKED_GRACE_BYTES + 1_000_000)}` },
      { name: 'after', content: mail('after') },
    ])
    expect(UNPACKED_GRACE_BYTES / bomb.length).toBeGreaterThan(MAX_UNPACKED_RATIO)
    const { texts, unread } = await readBytes(bomb, undefined, { budget })
    expect(subjects(texts)).toEqual(['one'])
    expect(unread.map(({ why }) => why)).toContain(budget.exceeded)
    expect(budget.exceeded).toContain('times its size')
  })

  it('that hold themselves end at a depth', async () => {
    let zip = zipOf([{ name: 'core', content: mail('core') }])
    for (let depth = 0; depth < 8; depth++) zip = zipOf([{ name: 'x', content: zip }])
    const { texts, unread } = await readBytes(zip)
    expect(texts).toEqual([])
    expect(unread[0]?.why).toContain('too deep')
  })

  it('with too many entries, or too many bytes, are left', async () => {
    const entries = new Budget()
    for (let count = 0; count < MAX_ENTRIES; count++) entries.enter()
    const { texts, unread } = await readBytes(zipOf([{ name: 'a', content: mail('a') }]), undefined, {
      budget: entries,
    })
    expect(texts).toEqual([])
    expect(unread[0]?.why).toContain('entries')

    const bytes = new Budget()
    bytes.spend(MAX_UNPACKED_BYTES, MAX_UNPACKED_BYTES)
    const source = limited(memorySource(Buffer.from('x')), bytes, () => MAX_UNPACKED_BYTES)
    expect(await source.read(Buffer.alloc(10), 0, 10)).toBe(0)
    expect(source.remark).toContain('more than can be read')
  })
})
