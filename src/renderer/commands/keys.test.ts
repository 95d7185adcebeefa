import { describe, expect, it } from 'vitest'
import { type KeyPress, matches, showKey } from './keys.ts'

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }
}

describe('key combinations', () => {
  it('mean ⌘ on a Mac and Ctrl elsewhere', () => {
    expect(matches('Mod+O', press('o', { ctrlKey: true }), false)).toBe(true)
    expect(matches('Mod+O', press('o', { ctrlKey: true }), true)).toBe(false)
    expect(matches('Mod+O', press('o', { metaKey: true }), true)).toBe(true)
  })

  it('tell Shift apart for letters and not for signs that need it', () => {
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true)
    expect(matches('1', press('1', { altKey: true }), false)).toBe(false)
  })

  it('are shown as the platform writes them', () => {
    expect(showKey('Mod+Shift+O', true)).toBe('⌘⇧O')
    expect(showKey('Mod+Shift+O', false)).toBe('Ctrl+Shift+O')
    expect(showKey('Escape', false)).toBe('Esc')
  })
})
