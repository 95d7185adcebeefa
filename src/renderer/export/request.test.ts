import { describe, expect, it } from 'vitest'
import { setText } from '../state/query.ts'
import { ALL_SELECTED, NOTHING_SELECTED, setRows } from '../state/selection.ts'
import { makeRow } from '../testing/rows.ts'
import { firstChoices, toggleVerdict, toRequest, withFormat, withList } from './request.ts'

const QUOTA = setText([], 'quota')
const ROWS = [makeRow({ id: `${'a'.repeat(32)}:0` }), makeRow({ id: `${'b'.repeat(32)}:1` })]

describe('export choices', () => {
  it('begin with the removal list of everything, or of what was selected', () => {
    expect(toRequest(firstChoices(0), QUOTA, NOTHING_SELECTED)).toEqual({
      ...{ format: 'plain', list: 'remove', verdicts: ['remove'] },
      ...{ filter: null, selection: null, lineEnd: 'lf' },
    })
    expect(firstChoices(2).scope).toBe('selection')
  })

  it('take the filter along only when it was asked for', () => {
    const request = toRequest({ ...firstChoices(0), scope: 'filter' }, QUOTA, NOTHING_SELECTED)
    expect(request.filter?.text).toBe('quota')
  })

  it('name the selected rows, or those left out of all that match', () => {
    const some = toRequest(firstChoices(2), QUOTA, setRows(NOTHING_SELECTED, ROWS, true))
    expect(some).toMatchObject({ filter: null, selection: { is: 'only', ids: ROWS.map(({ id }) => id) } })
    const most = toRequest(firstChoices(9), QUOTA, setRows(ALL_SELECTED, ROWS.slice(0, 1), false))
    expect(most.filter?.text).toBe('quota')
    expect(most.selection).toEqual({ is: 'except', ids: [ROWS[0]?.id] })
    expect(toRequest(firstChoices(9), QUOTA, ALL_SELECTED).selection).toBeNull()
  })

  it('keep verdicts in their order and can be emptied', () => {
    const two = toggleVerdict(toggleVerdict(firstChoices(0), 'keep'), 'review')
    expect(two.verdicts).toEqual(['remove', 'review', 'keep'])
    expect(toggleVerdict(firstChoices(0), 'remove').verdicts).toEqual([])
  })

  it('bring the line end that a format is read with', () => {
    expect(withFormat(firstChoices(0), 'audit').lineEnd).toBe('crlf')
    expect(withFormat({ ...firstChoices(0), format: 'audit', lineEnd: 'lf' }, 'plain').lineEnd).toBe('lf')
  })

  it('never send addresses to write to again to a service that would stop mail to them', () => {
    expect(withList({ ...firstChoices(0), format: 'mailgun' }, 'resend').format).toBe('plain')
    expect(withList({ ...firstChoices(0), format: 'audit' }, 'resend').format).toBe('audit')
    expect(withList({ ...firstChoices(0), format: 'mailgun' }, 'remove').format).toBe('mailgun')
  })
})
