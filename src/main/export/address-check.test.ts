import { describe, expect, it } from 'vitest'
import { whyNoListAddress } from './address-check.ts'

describe('a removal list', () => {
  it.each([
    'anna@shop.example',
    "o'brien+news@shop.example",
    'first.last_1@sub.shop.example',
    'grün@bücher.example',
    '用户@例子.example',
    'a@xn--bcher-kva.example',
    'postmaster@[192.0.2.1]',
    'a@localhost',
    `${'x'.repeat(64)}@shop.example`,
    'x.redacted.y@shop.example',
  ])('takes %s', (address) => {
    expect(whyNoListAddress(address)).toBeNull()
  })

  it.each([
    ['=cmd@shop.example', 'formula'],
    ['+1@shop.example', 'formula'],
    ['-x@shop.example', 'formula'],
    ['@shop.example', 'formula'],
    ['＝x@shop.example', 'formula'],
    ['\tx@shop.example', 'formula'],
    ['anna', 'complete'],
    ['anna@', 'complete'],
    ['', 'complete'],
    ['an na@shop.example', 'characters'],
    ['anna@b@shop.example', 'characters'],
    ['"anna b"@shop.example', 'characters'],
    ['<anna>@shop.example', 'characters'],
    ['anna,bert@shop.example', 'characters'],
    ['anna\nbert@shop.example', 'invisible'],
    ['anna\u200B@shop.example', 'invisible'],
    ['anna\u202E@shop.example', 'invisible'],
    ['anna@shop..example', 'domain'],
    ['anna@.example', 'domain'],
    ['anna@shop.example.', 'domain'],
    ['anna@shop example', 'domain'],
    ['david...@shop.example', 'hides'],
    ['d**d@shop.example', 'hides'],
    ['dav…@shop.example', 'hides'],
    ['redacted@shop.example', 'hides'],
    ['undisclosed-recipients@shop.example', 'hides'],
    ['anna@hidden.invalid', 'hides'],
    [`${'x'.repeat(65)}@shop.example`, 'longer'],
    [`a@${'x.'.repeat(130)}example`, 'longer'],
  ])('refuses %j', (address, why) => {
    expect(whyNoListAddress(address)).toContain(why)
  })
})
