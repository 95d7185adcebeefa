/** Key combinations as text (`Mod+Shift+O`): matching them and showing them. `Mod` is ⌘ on a Mac, Ctrl elsewhere. */

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Whether a key press is this combination. A sign that needs Shift to be typed (`?`) is named without Shift. */
export function matches(combination: string, press: KeyPress, mac: boolean): boolean {
  const parts = combination.split('+')
  const key = parts.pop() ?? ''
  const mod = parts.includes('Mod')
  const shift = parts.includes('Shift')
  if (press.altKey !== parts.includes('Alt')) return false
  if ((mac ? press.metaKey : press.ctrlKey) !== mod) return false
  if (mac ? press.ctrlKey : press.metaKey) return false
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
  if (!isSign && press.shiftKey !== shift) return false
  return press.key.toLowerCase() === key.toLowerCase()
}

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Escape: 'esc', Enter: '↩' }
const OTHER_SIGNS: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc' }

/** The combination as the platform writes it: `⇧⌘O`, `Ctrl+Shift+O`. */
export function showKey(combination: string, mac: boolean): string {
  const parts = combination.split('+')
  if (mac) return parts.map((part) => MAC_SIGNS[part] ?? part).join('')
  return parts.map((part) => OTHER_SIGNS[part] ?? part).join('+')
}

/** A field that keys write into; ticks and dates are set by keys of their own. */
export function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (!(target instanceof HTMLElement)) return false
  return target.matches('input:not([type=checkbox], [type=radio], [type=date]), textarea')
}

/** Without Mod, a key that writes a sign belongs to the text field it is typed into. */
export function belongsToText(combination: string, target: EventTarget | null): boolean {
  if (combination.length > 1) return false
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
}

export function isMac(platform: string): boolean {
  return platform === 'darwin' || platform.startsWith('Mac')
}
