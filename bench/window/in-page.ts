/** What runs inside the page while the window is measured. Each function is sent there whole: it may use nothing outside. */

/** Kept on the page's `window` between calls. */
interface Watch {
  /** When the last click or key reached the page, by its own clock. */
  pressed: number
  /** Duration of each task over 50 ms since `start`, in ms. */
  tasks: number[]
  /** Time between frames since `start`, in ms. */
  frames: number[]
  /** From a key press to the frame that shows it, in ms. */
  events: number[]
  running: boolean
}

declare global {
  interface Window {
    watch: Watch
  }
}

/** Begins to listen: for presses, for tasks that block, for slow events. Once a page. */
export function install(): void {
  const watch: Watch = { pressed: 0, tasks: [], frames: [], events: [], running: false }
  window.watch = watch
  for (const type of ['click', 'keydown', 'input']) {
    window.addEventListener(type, (event) => (watch.pressed = event.timeStamp), { capture: true })
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watch.tasks.push(entry.duration)
  }).observe({ type: 'longtask' })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') watch.events.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** Begins to count frames. */
export function start(): void {
  const { watch } = window
  Object.assign(watch, { tasks: [], frames: [], events: [], running: true })
  let before = 0
  const frame = (now: number): void => {
    if (before > 0) watch.frames.push(now - before)
    before = now
    if (watch.running) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/** Ends it, and says what was seen. */
export async function stop(): Promise<{ tasks: number[]; frames: number[]; events: number[] }> {
  const { watch } = window
  watch.running = false
  await new Promise((resolve) => setTimeout(resolve, 100))
  return { tasks: watch.tasks, frames: watch.frames, events: watch.events }
}

/**
 * From the last press to the frame in which rows that answer it are on screen, in ms: the grid is no longer busy, and
 * every line on screen is a head or a whole row.
 */
export function untilRows(): Promise<number> {
  const { watch } = window
  const answered = (): boolean => {
    const grid = document.querySelector('[role=grid][aria-label=Bounces]')
    if (grid === null || grid.getAttribute('aria-busy') === 'true') return false
    const { top, bottom } = grid.getBoundingClientRect()
    const rows = [...grid.querySelectorAll('[role=row]')].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom > top && box.top < bottom
    })
    return rows.length > 1 && rows.every((row) => row.querySelector('[class*=bone]') === null)
  }
  return new Promise((resolve) => {
    const frame = (): void => {
      // Painted once the next frame begins.
      if (answered()) requestAnimationFrame((now) => resolve(now - watch.pressed))
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}
