import { describe, expect, it } from 'vitest'
import { INITIAL_UI, type Notice, toggleSection, withNotice, withoutError, withoutOffer } from './ui.ts'

function notice(id: number, text: string, tone: Notice['tone'] = 'info'): Notice {
  return { id, tone, text, action: tone === 'info' ? { label: 'Undo', command: 'edit.undo' } : null }
}

describe('notices', () => {
  it('tell only the newest of what is merely told, and keep errors', () => {
    let state = withNotice(INITIAL_UI, notice(1, 'The disk is full.', 'error'))
    state = withNotice(state, notice(2, 'Copied.'))
    state = withNotice(state, notice(3, 'Saved.'))
    expect(state.notices.map((one) => one.id)).toEqual([1, 3])
  })

  it('let go of an error that is true no more', () => {
    const told = withNotice(INITIAL_UI, notice(1, 'Starting again.', 'error'))
    const state = withNotice(told, notice(2, 'The disk is full.', 'error'))
    expect(withoutError(state, 'Starting again.').notices.map((one) => one.id)).toEqual([2])
  })

  it('say the same error once', () => {
    const state = withNotice(withNotice(INITIAL_UI, notice(1, 'No.', 'error')), notice(2, 'No.', 'error'))
    expect(state.notices.map((one) => one.id)).toEqual([2])
  })

  it('no longer offer what was done', () => {
    expect(withoutOffer(withNotice(INITIAL_UI, notice(1, 'Set.')), 'edit.undo').notices).toEqual([])
  })
})

describe('sections', () => {
  it('close and open; what is no bounce begins closed', () => {
    expect(INITIAL_UI.closed).toContain('not-bounce')
    const opened = toggleSection(INITIAL_UI, 'not-bounce')
    expect(opened.closed).toEqual([])
    expect(toggleSection(opened, 'hard').closed).toEqual(['hard'])
  })
})
