import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { API_ERRORS } from '../../shared/api.ts'
import { HostError } from '../host/host.ts'
import { isAbort, sentenceOf } from './errors.ts'

describe('errors for people', () => {
  it('are the sentence that came with them', () => {
    expect(sentenceOf(new ORPCError('WRITE_FAILED', { message: 'The disk is full.' }))).toBe('The disk is full.')
    expect(sentenceOf(new HostError('The upload was refused.'))).toBe('The upload was refused.')
  })

  it('never show the words of a fault of ours', () => {
    const internal = sentenceOf(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'undefined is not a function' }))
    expect(internal).not.toContain('undefined')
    expect(sentenceOf(new TypeError('x is null'))).toBe(internal)
  })

  it('are silent about what was given up', () => {
    expect(isAbort(new DOMException('', 'AbortError'))).toBe(true)
    expect(isAbort(new ORPCError('CANCELLED', { message: API_ERRORS.CANCELLED.message }))).toBe(true)
    expect(isAbort(new Error('no'))).toBe(false)
  })
})
