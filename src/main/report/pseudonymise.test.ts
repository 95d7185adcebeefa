import { describe, expect, it } from 'vitest'
import { detect } from '../detect/index.ts'
import { fixtureFolders, loadFixtures, parseBytes } from '../detect/testing/fixtures.ts'
import { MAX_REPORTED_BYTES } from './limits.ts'
import { pseudonymise } from './pseudonymise.ts'
import { createPseudonyms } from './pseudonyms.ts'
import { leaks } from './testing/leaks.ts'

const names = createPseudonyms(new TextEncoder().encode('salt'))
const ada = names.local('ada')
const shop = names.domain('shop.example.com')
const address = `${ada}@${shop}`

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const rewritten = (text: string) => Buffer.from(pseudonymise(bytesOf(text), names)).toString('latin1')

describe('a message without its people', () => {
  it('keeps header fields, their order, boundaries and codes', () => {
    const message = `Return-Path: <>
From: "Mail Delivery System" <MAILER-DAEMON@mx.example.net>
To: Ada Smith <ada@shop.example.com>, "Smith, Bob"
 <bob@shop.example.com>
X-Failed-Recipients: ada@shop.example.com,bob@shop.example.com
Content-Length: 1234
Content-Type: multipart/mixed; boundary="=_b@mx.example.net"

--=_b@mx.example.net
Content-Type: text/plain

ada: 550-5.1.1 <ada@shop.example.com>
--=_b@mx.example.net--
`
    const out = rewritten(message)
    const fields = (text: string) => text.match(/^[A-Z][A-Za-z-]+(?=:)/gm)
    expect(fields(out)).toEqual(fields(message)?.filter((name) => name !== 'Content-Length'))
    expect(out).toContain('From: "Mail Delivery System" <MAILER-DAEMON@domain-')
    expect(out).toContain(`To: ${names.name('Ada Smith')} <${address}>, ${names.name('Smith, Bob')}\n <`)
    expect(out).toContain(`\n${ada}: 550-5.1.1 <${address}>\n`)
    expect(out).not.toMatch(/smith|ada@|bob/i)
    const boundary = /boundary="(.*)"/.exec(out)?.[1]
    expect(out.split(`--${boundary}`)).toHaveLength(3)
  })

  it('knows a display name again where it stands alone', () => {
    const out = rewritten(`From: x@y.example
To: "Smith, Ada" <ada@shop.example.com>

Dear Ada  Smith, dear smith, ada: Adam Smith stays.
`)
    expect(out).not.toMatch(/ada\s+smith|smith, ada/i)
    expect(out).toContain('Adam Smith stays.')
  })

  it.each([
    ['Q', '=?utf-8?Q?Failed_for_ada=40shop.example.com?='],
    ['B', `=?iso-8859-1?B?${Buffer.from('Failed for ada@shop.example.com').toString('base64')}?=`],
    ['cut in two', '=?utf-8?Q?Failed_for_ada=40sho?=\n =?utf-8?Q?p.example.com?='],
  ])('reads encoded words: %s', async (_, subject) => {
    const out = pseudonymise(bytesOf(`From: x@y.example\nSubject: ${subject}\n\nText\n`), names)
    expect((await parseBytes(out)).headers.get('subject')).toBe(`Failed for ${address}`)
  })

  it.each([
    ['quoted-printable', 'f=C3=BCr ada=40shop.exa=\nmple.com: 550=20'],
    ['base64', Buffer.from('für ada@shop.example.com: 550 ').toString('base64')],
    ['8bit', Buffer.from('für ada@shop.example.com: 550 ').toString('latin1')],
  ])('writes parts again in their own encoding: %s', async (encoding, body) => {
    const message = `From: x@y.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`
    const out = pseudonymise(bytesOf(message), names)
    const parsed = await parseBytes(out)
    expect(parsed.text.trim()).toBe(`für ${address}: 550`)
    expect(parsed.headers.get('content-transfer-encoding')).toBe(encoding)
    expect(Buffer.from(out).toString('latin1').includes('\xfc')).toBe(false)
  })

  it('tells a character of two bytes from an @', async () => {
    const japanese = Buffer.from([0x83, 0x40, 0x83, 0x5b, 0x83, 0x40, 0x20, 0x83, 0x40]).toString('latin1')
    const out = rewritten(
      `From: x@y.example\nContent-Type: text/plain; charset=shift_jis\n\n${japanese}ada@shop.example.com${japanese}\n`,
    )
    expect(out.endsWith(`${japanese}${address}${japanese}\n`)).toBe(true)
    const jis = '\x1b$B%a!<%k@h\x1b(B'
    expect(rewritten(`From: x@y.example\n\n${jis}ada@shop.example.com${jis}\n`)).toContain(`${jis}${address}${jis}`)
  })

  it('reads a message that a text quotes, encoded parts and all', () => {
    const inner = Buffer.from('Dear ada@shop.example.com, here is the list that you have asked for.').toString('base64')
    const out = rewritten(`From: x@y.example

> From: Ada Smith <ada@shop.example.com>
Content-Transfer-Encoding: base64

${inner}

Unsubscribe: http://x.example/?t=${Buffer.from('id=7:ada@shop.example.com').toString('base64url')} for ada=40shop.ex=
ample.com
&#97;da&#64;shop.example.com
`)
    expect(out).toContain(`> From: ${names.name('Ada Smith')} <${address}>`)
    expect(out).toContain(Buffer.from(`Dear ${address},`).toString('base64').slice(0, -4))
    expect(out).toContain(Buffer.from(`id=7:${address}`).toString('base64url'))
    expect(out).toContain(`for ${ada}=40${shop}=\n\n${address}\n`)
  })

  it('leaves attachments out, and says how large they were', () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0x40]).toString('base64')
    const part = (type: string) => `--b\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${picture}\n`
    const out = rewritten(`From: x@y.example
Content-Type: multipart/mixed; boundary=b

${part('image/png')}${part('text/plain')}--b
Content-Type: message/delivery-status

Final-Recipient: rfc822;ada+40shop.example.com
Status: 5.1.1
--b--
`)
    expect(out).not.toContain(picture)
    expect(out).toContain('[image/png, 8 bytes, left out]')
    expect(out).toContain(`Final-Recipient: rfc822;${ada}+40${shop}\nStatus: 5.1.1\n--b--\n`)
  })

  it('takes the beginning of a large message', () => {
    const out = pseudonymise(bytesOf(`From: x@y.example\n\n${'ada@shop.example.com\n'.repeat(100_000)}`), names)
    expect(Buffer.from(out).toString().split(address).length).toBeLessThan(MAX_REPORTED_BYTES / 20)
    expect(out.length).toBeGreaterThan(MAX_REPORTED_BYTES)
  })

  it('leaves alone what it wrote', () => {
    const once = rewritten(
      'From: Ada Smith <ada@shop.example.com>\nSubject: =?utf-8?Q?ada=40shop.example.com?=\n\nada, bob@x.example\n',
    )
    expect(rewritten(once)).toBe(once)
  })
})

const fixtures = (await Promise.all(fixtureFolders().map(loadFixtures))).flat()

describe('fixtures of all detectors', () => {
  it.each(fixtures.map(({ detector, row, bytes }) => [`${detector}/${row.file}`, bytes] as const))(
    '%s is still read alike, and names nobody',
    async (_, bytes) => {
      const out = pseudonymise(bytes, names)
      const essence = async (message: Uint8Array) =>
        detect(await parseBytes(message)).map(({ kind, replyCode, enhancedCode, action, recipient }) => {
          return { kind, replyCode, enhancedCode, action, named: recipient !== null }
        })
      expect(await essence(out)).toEqual(await essence(bytes))
      expect(await leaks(bytes, out)).toEqual([])
    },
  )

  it('survive any damage, without a fault and without an address', { timeout: 60_000 }, async () => {
    const random = randomFrom(20_261_124)
    for (let round = 0; round < 800; round++) {
      const fixture = fixtures[round % fixtures.length]
      if (fixture === undefined) throw new Error('no fixtures')
      const bytes = damaged(Buffer.from(fixture.bytes), random)
      const found = await leaks(bytes, pseudonymise(bytes, names))
      expect(found, `${fixture.detector}/${fixture.row.file}, round ${round}`).toEqual([])
    }
  })
})

/** A small generator of its own (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function damaged(bytes: Buffer, random: (below: number) => number): Buffer {
  const at = random(bytes.length)
  switch (random(4)) {
    case 0:
      for (let i = 0; i < 8; i++) bytes[random(bytes.length)] = random(256)
      return bytes
    case 1:
      return bytes.subarray(0, at)
    case 2:
      return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)])
    default:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random(400)))])
  }
}
