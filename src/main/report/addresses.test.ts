import { describe, expect, it } from 'vitest'
import { replaceAddresses } from './addresses.ts'
import { createPseudonyms } from './pseudonyms.ts'

const names = createPseudonyms(new TextEncoder().encode('salt'))
const replaced = (text: string) => replaceAddresses(text, names, () => {})
const ada = names.local('ada')
const shop = names.domain('shop.example.com')
const list = names.domain('list.example.org')

describe('addresses in a text', () => {
  it.each([
    ['bare', 'to ada@shop.example.com, and', `to ${ada}@${shop}, and`],
    ['in brackets', '<ADA@Shop.Example.Com>: 550 5.1.1', `<${ada}@${shop}>: 550 5.1.1`],
    [
      'with a key',
      'to=<ada@shop.example.com>, email=ada@shop.example.com',
      `to=<${ada}@${shop}>, email=${ada}@${shop}`,
    ],
    ['in a URL', 'http://x.example/u?e=ada%40shop.example.com&n=1', `http://x.example/u?e=${ada}%40${shop}&n=1`],
    ['in a URL, twice encoded', '?to=ada%2540shop.example.com', `?to=${ada}%2540${shop}`],
    ['as a path', 'https://x.example/list/ada@shop.example.com', `https://x.example/list/${ada}@${shop}`],
    ['quoted-printable', 'user ada=40shop=2Eexample=2Ecom', `user ${ada}=40${shop}`],
    ['xtext', 'rfc822;ada+40shop.example.com', `rfc822;${ada}+40${shop}`],
    ['VERP', 'bounces+ada=shop.example.com@list.example.org', `bounces+${ada}=${shop}@${list}`],
    ['VERP with a number', 'bounces-12-ada=shop.example.com@list.example.org', `bounces-12-${ada}=${shop}@${list}`],
    ['SRS', 'SRS0=aB1x=TT=shop.example.com=ada@list.example.org', `SRS0=aB1x=TT=${shop}=${ada}@${list}`],
    ['BATV', 'btv1==012345==ada@shop.example.com', `btv1==${names.local('012345')}==${ada}@${shop}`],
    ['a source route', 'ada%shop.example.com@list.example.org', `${ada}%${shop}@${list}`],
    ['xtext inside', 'ada+40shop.example.com@list.example.org', `${ada}+40${shop}@${list}`],
    ['within words of Japanese', '宛先ada@shop.example.comは', `宛先${ada}@${shop}は`],
    ['in typographic quotes', '„ada@shop.example.com“', `„${ada}@${shop}“`],
    ['full-width', '＜ada＠shop.example.com＞', `＜${ada}＠${shop}＞`],
    ['spelt out', 'ada (at) shop.example.com', `${ada} (at) ${shop}`],
    ['of a list', 'ada-bounces@shop.example.com', `${ada}-bounces@${shop}`],
    ['without a dot', '<ada@mailhost>', `<${ada}@${names.domain('mailhost')}>`],
  ])('%s', (_, written, wanted) => {
    expect(replaced(written)).toBe(wanted)
  })

  it('keeps what the names of mail systems are, and of providers', () => {
    expect(replaced('MAILER-DAEMON@shop.example.com')).toBe(`MAILER-DAEMON@${shop}`)
    expect(replaced('<mailer-daemon@googlemail.com>')).toBe('<mailer-daemon@googlemail.com>')
    expect(replaced('ada@googlemail.com')).not.toContain('googlemail')
  })

  it('knows internationalised addresses', () => {
    expect(replaced('jérôme@bücher.example')).toBe(`${names.local('jérôme')}@${names.domain('xn--bcher-kva.example')}`)
    expect(replaced('utf-8;j\\x{E9}r\\x{F4}me@xn--bcher-kva.example')).toBe(
      `utf-8;${names.local('jérôme')}@${names.domain('bücher.example')}`,
    )
  })

  it('leaves a hidden recipient hidden', () => {
    expect(replaced('redacted@shop.example.com')).toBe(`redacted@${shop}`)
    expect(replaced('david...@shop.example.com')).toBe(`redacted@${shop}`)
  })

  it.each(['550 5.1.1 User unknown', 'a@', '@b', 'width=40', '+40 123 456', 'at 100%40', '5.7.1 [192.0.2.1]', '@@@'])(
    'leaves %s alone',
    (text) => {
      expect(replaced(text)).toBe(text)
    },
  )

  it('leaves alone what it wrote', () => {
    const once = replaced(
      'ada@shop.example.com SRS0=aB1x=TT=shop.example.com=ada@list.example.org ada%40shop.example.com',
    )
    expect(replaced(once)).toBe(once)
  })
})
