import { describe, expect, it } from 'vitest'
import { readBytes } from './testing/read.ts'

const DATE = 'Thu Apr 29 23:34:45 2015'
const mail = (subject: string, body = 'Text\n') =>
  `From: a@example.com\nTo: b@example.org\nSubject: ${subject}\n\n${body}`
const subjects = (texts: string[]) => texts.map((text) => /^Subject: (.*)$/m.exec(text)?.[1])

/** Both at once and byte pair by byte pair: nothing may hang on where a read ends. */
async function read(bytes: string) {
  const whole = await readBytes(bytes)
  const pairs = await readBytes(bytes, 2)
  expect(pairs.texts).toEqual(whole.texts)
  expect(pairs.messages.map((message) => message.offset)).toEqual(whole.messages.map((message) => message.offset))
  expect(pairs.unread).toEqual(whole.unread)
  return whole
}

describe('separators', () => {
  it.each([
    ['asctime', `From a@example.com ${DATE}\n`],
    ['asctime with zone', 'From a@example.com Thu Apr 29 23:34:45 CEST 2015\n'],
    ["Takeout's offset before the year", 'From 157@xxx Fri Aug 04 14:53:42 +0000 2017\n'],
    ["Takeout's without a date", 'From 184@xxx\n'],
    ["Netscape's", 'From - \n'],
    ["Netscape's with a date", `From - ${DATE}\n`],
    ["Thunderbird's bare one", 'From \n'],
  ])('%s', async (_name, line) => {
    const text = `${line}${mail('one')}\n${line}${mail('two')}\n${line}${mail('three')}\n`
    for (const bytes of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
      const { messages, texts, unread } = await read(bytes)
      expect(texts).toEqual([mail('one'), mail('two'), mail('three')])
      expect(messages.map((message) => message.index)).toEqual([0, 1, 2])
      for (const { offset } of messages) expect(bytes.startsWith('From ', offset)).toBe(true)
      expect(unread).toEqual([])
    }
  })

  it('are found where the empty line before them is missing', async () => {
    const { texts } = await read(`From a@example.com ${DATE}\n${mail('one')}From a@example.com ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([mail('one'), mail('two')])
  })

  it('give their date to the message', async () => {
    const { messages } = await read(`From a ${DATE}\n${mail('one')}\nFrom - \n${mail('two')}`)
    expect(messages.map((message) => message.separatorDate)).toEqual(['2015-04-29T23:34:45.000Z', null])
  })

  it('are followed by a quoted one in mail that went through two mailboxes', async () => {
    const { texts } = await read(`From a ${DATE}\n>From b ${DATE}\n${mail('one')}\nFrom a ${DATE}\n${mail('two')}`)
    expect(subjects(texts)).toEqual(['one', 'two'])
  })

  it('need no header lines behind a date and before an empty line: a message without headers', async () => {
    const { texts } = await read(
      `From a ${DATE}\n${mail('one')}\nFrom a ${DATE}\n\nNo headers\n\nFrom a ${DATE}\n${mail('two')}`,
    )
    expect(texts).toEqual([mail('one'), '\nNo headers\n', mail('two')])
  })

  it.each([
    'From Russia with love\nYear: 1963\nis the film.',
    'From Russia\nYear: 1963\n',
    'From the start\nSubject: matter\n',
    'From time to time, at 10:30 in 2015\nI write: letters\n',
    `From a ${DATE}\nis when it was sent\n`,
    'From a@example.com\nI heard nothing\n',
  ])('are not lines of prose: %j', async (prose) => {
    const body = `Before\n\n${prose}\n\nAfter\n`
    const { texts, unread } = await read(`From a ${DATE}\n${mail('one', body)}\nFrom a ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([mail('one', body), mail('two')])
    expect(unread).toEqual([])
  })

  it('are not what a ruler announces in the text of a report', async () => {
    const body = `Returned message:\n\n------------------------\nFrom MAILER-DAEMON ${DATE}\nReceived: from a\nSubject: inner\n\nText\n`
    const { texts } = await read(`From a ${DATE}\n${mail('one', body)}\nFrom a ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([mail('one', body), mail('two')])
  })
})

describe('the open MIME part decides', () => {
  const report = (inner: string, close = '--b--\n') =>
    `From: a@example.com\nSubject: report\nContent-Type: multipart/report;\n\tboundary="b"\n\n--b\n\nFailed\n\n--b\nContent-Type: message/rfc822\n\n${inner}\n${close}`
  const inside = `From b@example.com ${DATE}\nReceived: from a\nTo: c@example.com\nSubject: inner\n\nText\n`

  it('keeps a valid separator inside a returned message', async () => {
    const { texts } = await read(`From a ${DATE}\n${report(inside)}\nFrom a ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([report(inside), mail('two')])
  })

  it('splits behind a message whose last boundary is missing', async () => {
    const { texts } = await read(
      `From a ${DATE}\n${report('Text\n', '')}\nFrom a ${DATE}\n${mail('two')}\nFrom a ${DATE}\n${mail('three')}`,
    )
    expect(subjects(texts)).toEqual(['report', 'two', 'three'])
  })

  it('splits before a message that declares the boundary again, as a second copy does', async () => {
    const cut = report('Text\n', '')
    const { texts } = await read(
      `From a ${DATE}\n${cut}\nFrom a ${DATE}\n${report(inside)}\nFrom a ${DATE}\n${mail('two')}`,
    )
    expect(subjects(texts)).toEqual(['report', 'report', 'two'])
    expect(texts[1]).toBe(report(inside))
  })

  it('splits right behind the closing boundary, without an empty line', async () => {
    const { texts } = await read(`From a ${DATE}\n${report('Text\n')}From a ${DATE}\n${report('Text\n')}`)
    expect(texts).toEqual([report('Text\n'), report('Text\n')])
  })

  it('knows the boundary of a message returned in a plain text report', async () => {
    const returned = `Content-Type: multipart/mixed; boundary=x\n\n--x\n\n${inside}\n--x--\n`
    const { texts } = await read(`From a ${DATE}\n${mail('one', returned)}\nFrom a ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([mail('one', returned), mail('two')])
  })
})

describe('Content-Length (mboxcl2)', () => {
  const sized = (body: string, length = body.length) =>
    `From: a@example.com\nContent-Length: ${length}\nSubject: s\n\n${body}`
  const body = `Text\n\nFrom b ${DATE}\nFrom: c@example.com\nSubject: inner\n\n>From here\n`

  it('is honoured where it leads to a separator, and then nothing was quoted', async () => {
    const { texts } = await read(`From a ${DATE}\n${sized(body)}\nFrom a ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([sized(body), mail('two')])
  })

  it('is honoured where it leads to the end', async () => {
    expect((await read(`From a ${DATE}\n${sized(body)}`)).texts).toEqual([sized(body)])
    expect((await read(`From a ${DATE}\n${sized(body)}\n`)).texts).toEqual([sized(body)])
  })

  it('is ignored where it leads anywhere else', async () => {
    const { texts } = await read(
      `From a ${DATE}\n${sized('Text\n', 47)}\nFrom a ${DATE}\n${mail('two', 'Long text\n'.repeat(20))}`,
    )
    expect(texts).toHaveLength(2)
  })
})

describe('quoting', () => {
  it('is undone by one level, also where lines end in CRLF', async () => {
    const quoted = mail('one', '>From here\n>>From there\n> From elsewhere\n>Fro\nx >From y\n')
    const plain = mail('one', 'From here\n>From there\n> From elsewhere\n>Fro\nx >From y\n')
    expect((await read(`From a ${DATE}\n${quoted}\n`)).texts).toEqual([plain])
    expect((await read(`From a ${DATE}\n${quoted}\n`.replaceAll('\n', '\r\n'))).texts).toEqual([plain])
  })
})

describe('odd files', () => {
  it('begins behind a byte order mark and blank lines', async () => {
    const { texts, messages } = await read(
      `\xef\xbb\xbf\n\nFrom a ${DATE}\n${mail('one')}\nFrom a ${DATE}\n${mail('two')}`,
    )
    expect(texts).toEqual([mail('one'), mail('two')])
    expect(messages[0]?.offset).toBe(5)
  })

  it('keeps a last line that has no line end', async () => {
    const { texts, unread } = await read(`From a ${DATE}\n${mail('one', 'no end')}`)
    expect(texts).toEqual([mail('one', 'no end')])
    expect(unread).toEqual([])
  })

  it('says where a file breaks off', async () => {
    const first = `From a ${DATE}\n${mail('one')}\n`
    const { texts, unread } = await read(`${first}From a ${DATE}\nFrom: a@example.com\nSubj`)
    expect(texts).toHaveLength(2)
    expect(unread).toEqual([
      { file: 'test', place: `message 2, at byte ${first.length}`, why: expect.stringContaining('breaks off') },
    ])
  })

  it('reads a message that stands before the first separator', async () => {
    const { texts, slices } = await read(
      `${mail('zero')}\nFrom a ${DATE}\n${mail('one')}\nFrom a ${DATE}\n${mail('two')}`,
    )
    expect(subjects(texts)).toEqual(['zero', 'one', 'two'])
    expect(slices.map((slice) => [slice.container, slice.firstIndex])).toEqual([
      ['eml', 0],
      ['mbox', 1],
    ])
  })

  it('names what stands before the first separator and is no message', async () => {
    const { texts, unread } = await read(`some junk\nof two lines\n\nFrom a ${DATE}\n${mail('one')}`)
    expect(texts).toEqual([mail('one')])
    expect(unread).toEqual([{ file: 'test', place: 'bytes 0 to 23', why: expect.stringContaining('left out') }])
  })

  it('keeps every byte of 8-bit and binary messages', async () => {
    const every = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code))
      .join('')
      .replace('\r', '')
    const { texts } = await read(`From a ${DATE}\n${mail('one', `${every}\n`)}\nFrom a ${DATE}\n${mail('two')}`)
    expect(texts).toEqual([mail('one', `${every}\n`), mail('two')])
  })

  it('reads a header block of 100,000 lines', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) => `X-Line-${n}: ${n}\n`).join('')
    const { texts } = await readBytes(`From a ${DATE}\n${lines}${mail('one')}\nFrom a ${DATE}\n${mail('two')}`)
    expect(subjects(texts)).toEqual(['one', 'two'])
  })
})

describe("Thunderbird's deleted messages", () => {
  const status = (digits: string, subject: string) =>
    `X-Mozilla-Status: ${digits}\nX-Mozilla-Status2: 00000000\n${mail(subject)}`

  it('are counted apart', async () => {
    const text = `From - \n${status('0001', 'kept')}\nFrom - \n${status('0009', 'gone')}\nFrom - \n${status('1001', 'kept too')}`
    const { texts, deleted, messages } = await read(text)
    expect(subjects(texts)).toEqual(['kept', 'kept too'])
    expect(messages.map((message) => message.index)).toEqual([0, 2])
    expect(deleted).toEqual([{ deleted: true, index: 1, offset: text.indexOf('From - \n', 10) }])
  })

  it('are not what a returned message says of itself', async () => {
    const { texts } = await read(`From a ${DATE}\n${mail('one', 'X-Mozilla-Status: 0009\n')}`)
    expect(texts).toHaveLength(1)
  })
})
