/** Progress on standard error: a line that renews itself on a terminal, a line every few seconds elsewhere. */
import type { Progress } from '../../shared/api.ts'
import type { Streams } from './streams.ts'

/** Pause between lines where they cannot overwrite each other, e.g. in a log. */
const LOG_EVERY_MS = 5_000
const MB = 1_000_000

export function showProgress(streams: Streams) {
  let loggedAt = 0
  let shown = false
  return {
    update(progress: Progress) {
      if (streams.interactive) {
        shown = true
        streams.status(progressLine(progress))
      } else if (progress.elapsedMs - loggedAt >= LOG_EVERY_MS) {
        loggedAt = progress.elapsedMs
        streams.note(progressLine(progress))
      }
    },
    end() {
      if (shown) streams.status('')
    },
  }
}

/** `12.3 of 45.0 MB, 2,900 messages, 2,650 bounces, 3,100 a second`. */
export function progressLine({ bytes, totalBytes, messages, found, rate }: Progress): string {
  const read = (bytes / MB).toFixed(1)
  const size = totalBytes === null ? `${read} MB` : `${read} of ${(totalBytes / MB).toFixed(1)} MB`
  const number = (value: number) => value.toLocaleString('en')
  return `${size}, ${number(messages)} messages, ${number(found)} bounces, ${number(rate)} a second`
}
