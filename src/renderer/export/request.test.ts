import { describe, expect, it } from 'vitest'
import { setText } from '../state/query.ts'
import { FIRST_CHOICES, toggleVerdict, toRequest, withFormat } from './request.ts'

describe('export choices', () => {
  it('begin with the removal list of everything', () => {
    expect(toRequest(FIRST_CHOICES, setText([], 'quota'))).toEqual({
      format: 'plain',
      verdicts: ['remove'],
      filter: null,
      lineEnd: 'lf',
    })
  })

  it('take the filter along only when it was asked for', () => {
    const request = toRequest({ ...FIRST_CHOICES, scope: 'filter' }, setText([], 'quota'))
    expect(request.filter?.text).toBe('quota')
  })

  it('keep verdicts in their order and can be emptied', () => {
    const two = toggleVerdict(toggleVerdict(FIRST_CHOICES, 'keep'), 'review')
    expect(two.verdicts).toEqual(['remove', 'review', 'keep'])
    expect(toggleVerdict(FIRST_CHOICES, 'remove').verdicts).toEqual([])
  })

  it('bring the line end that a format is read with', () => {
    expect(withFormat(FIRST_CHOICES, 'audit').lineEnd).toBe('crlf')
    expect(withFormat({ ...FIRST_CHOICES, format: 'audit', lineEnd: 'lf' }, 'plain').lineEnd).toBe('lf')
  })
})
