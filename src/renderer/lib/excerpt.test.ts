import { describe, expect, it } from 'vitest'
import { cut, findAll, findExcerpt } from './excerpt.ts'

const message = [
  'Action: failed',
  'Diagnostic-Code: smtp; 550-5.1.1 The email account',
  '    does not exist (in reply',
  '    to RCPT TO)',
].join('\n')

describe('the evidence in the message', () => {
  it('is found as it stands', () => {
    const span = findExcerpt(message, 'Action: failed')
    expect(span && message.slice(span.start, span.end)).toBe('Action: failed')
  })

  it('is found though its lines were joined', () => {
    const span = findExcerpt(
      message,
      'Diagnostic-Code: smtp; 550-5.1.1 The email account does not exist (in reply to RCPT TO)',
    )
    expect(span && message.slice(span.start, span.end)).toBe(message.slice(message.indexOf('Diagnostic')))
  })

  it('is found by its beginning when the rest was decoded', () => {
    const span = findExcerpt(message, 'Diagnostic-Code: smtp; 550-5.1.1 The email konto gibt es nicht mehr')
    expect(span && message.slice(span.start)).toMatch(/^Diagnostic-Code: smtp; 550-5\.1\.1 The email/)
  })

  it('is not invented', () => {
    expect(findExcerpt(message, 'Mailbox (full) [really]')).toBeNull()
    expect(findExcerpt(message, '')).toBeNull()
  })
})

describe('searching the message', () => {
  it('finds every place without regard to case', () => {
    expect(findAll('To: to TO', 'to')).toHaveLength(3)
    expect(findAll('To: to TO', 't')).toEqual([])
  })

  it('keeps the text whole, whatever is marked', () => {
    const hits = findAll(message, 'ac')
    const pieces = cut(message, findExcerpt(message, 'Action: failed'), hits, 0)
    expect(pieces.map((piece) => piece.text).join('')).toBe(message)
    expect(pieces.filter((piece) => piece.kind === 'active').map((piece) => piece.text)).toEqual(['Ac'])
    expect(pieces.some((piece) => piece.kind === 'evidence')).toBe(true)
  })
})
