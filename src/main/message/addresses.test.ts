import { describe, expect, it } from 'vitest'
import { findAddresses, isHidden, readAddress, splitAddresses, undoVerp } from './addresses.ts'

describe('readAddress', () => {
  it('reads a name that begins with a dot, as Japanese phones have them', () => {
    expect(readAddress('rfc822; .info@example.jp')).toBe('.info@example.jp')
    expect(readAddress('..@example.jp')).toBeNull()
  })

  it.each([
    ['rfc822; anna@example.com', 'anna@example.com'],
    ['RFC822;<anna@example.com>', 'anna@example.com'],
    ['rfc822;"anna@example.com"', 'anna@example.com'],
    ['rfc822; Anna Kern <anna@example.com> (dead)', 'anna@example.com'],
    ['smtp:anna@example.com', 'anna@example.com'],
    ['<@relay.example:anna@example.com>', 'anna@example.com'],
    ['rfc822;anna+40example.com', 'anna@example.com'],
    ['rfc822;a+3Db@example.com', 'a=b@example.com'],
    ['utf-8;j\\x{FC}rgen@example.com', 'jürgen@example.com'],
    ['utf-8; 用户@例子.example', '用户@例子.example'],
    ['"john doe"@example.com', '"john doe"@example.com'],
    ['"john.doe"@example.com', 'john.doe@example.com'],
    ['"john..doe"@example.com', '"john..doe"@example.com'],
    ['anna@[192.0.2.1]', 'anna@[192.0.2.1]'],
    ['prvs=0123456789=anna@example.com', 'anna@example.com'],
    ['SRS0=HHH=TT=example.com=anna@forward.example', 'anna@example.com'],
    ['SRS1=HHH=fwd.example==HHH=TT=example.com=anna@second.example', 'anna@example.com'],
    ['IMCEASMTP-anna+5Fb+40example+2Ecom@exchange.example', 'anna_b@example.com'],
    ['IMCEAEX-_O=EX_CN=ANNA@exchange.example', 'IMCEAEX-_O=EX_CN=ANNA@exchange.example'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['anna+news@example.com', 'anna+news@example.com'],
  ])('reads %s', (written, address) => {
    expect(readAddress(written)).toBe(address)
  })

  it.each(['', 'rfc822;', 'x-unix; |/usr/bin/filter', 'anna', '@example.com', 'anna@', 'a b@c d'])(
    'finds none in %j',
    (written) => {
      expect(readAddress(written)).toBeNull()
    },
  )
})

describe('findAddresses', () => {
  it('finds each address once, without the punctuation around it', () => {
    expect(findAddresses('To <a@example.com>, (b@example.net). a@example.com; mailto:c@example.org')).toEqual([
      'a@example.com',
      'b@example.net',
      'c@example.org',
    ])
  })

  it('parts addresses from Chinese and Japanese text around them', () => {
    expect(findAddresses('收件人：「wang@example.com」。')).toEqual(['wang@example.com'])
    expect(findAddresses('wang@example.com您好，给li@example.net发送')).toEqual(['wang@example.com', 'li@example.net'])
  })
})

describe('splitAddresses', () => {
  it('splits lists at commas that are none of a name', () => {
    expect(splitAddresses('"Kern, Anna" <a@example.com>, b@example.net;\n c@example.org')).toEqual([
      'a@example.com',
      'b@example.net',
      'c@example.org',
    ])
  })
})

describe('isHidden', () => {
  it.each([
    'redacted',
    'redacted@example.com',
    'undisclosed-recipients',
    'david...@example.com',
    '***@example.com',
    'xxxxxxxx@example.com',
    '[redacted]@example.com',
    'rfc822; redacted',
  ])('knows %s for a placeholder', (written) => {
    expect(isHidden(written)).toBe(true)
  })

  it.each(['anna@example.com', 'xx@example.com', '"a...b"@example.com', 'private.bank@example.com', ''])(
    'takes %j for no placeholder',
    (written) => {
      expect(isHidden(written)).toBe(false)
    },
  )
})

describe('undoVerp', () => {
  it('reads the recipient out of a variable return path', () => {
    expect(undoVerp('bounces+anna=example.com@lists.example.org')).toBe('anna@example.com')
    expect(undoVerp('bounce-123-anna=mail.example.com@lists.example.org')).toBe('anna@mail.example.com')
    expect(undoVerp('news@example.org')).toBeNull()
    expect(undoVerp('SRS0=HHH=TT=example.com=anna@forward.example')).toBeNull()
  })
})
