/** Remembers size and place of the window, as long as that place is still on a screen. */
import { readFileSync, writeFileSync } from 'node:fs'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const DEFAULT = { width: 1280, height: 800 }
/** Pixels of the window that must lie on a screen to be got hold of. */
const MIN_VISIBLE = 100

const saved = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
})

export interface WindowState {
  bounds: Partial<Rectangle> & { width: number; height: number }
  maximized: boolean
}

/** A file that is missing or damaged, or a screen that is gone, gives the default. */
export function loadWindowState(file: string): WindowState {
  try {
    const { maximized, ...bounds } = saved.parse(JSON.parse(readFileSync(file, 'utf8')))
    const { width, height } = bounds
    return { bounds: isVisible(bounds) ? bounds : { width, height }, maximized }
  } catch {
    return { bounds: DEFAULT, maximized: false }
  }
}

/** Saves when the window closes. Losing the place is no reason to keep it open. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(file, JSON.stringify(state))
    } catch (error) {
      console.error('The window’s place was not saved:', error)
    }
  })
}

function isVisible({ x, y, width, height }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return across >= MIN_VISIBLE && down >= MIN_VISIBLE
  })
}
