/** Where the command line writes: records to standard output, everything else to standard error. */
import { once } from 'node:events'

export interface Out {
  /** Resolves when the stream can take more: keeps memory flat however slow the reader. */
  write(text: string): Promise<void>
}

export interface Streams {
  out: Out
  /** A line for people on standard error. */
  note(line: string): void
  /** True where standard error is a terminal that can overwrite its last line. */
  interactive: boolean
  /** Overwrites the last line of an interactive standard error. */
  status(line: string): void
}

/** The process's own streams. A reader that goes away (`| head`) ends the program quietly. */
export function processStreams(): Streams {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`Standard output could not be written: ${error.message}\n`)
    process.exit(1)
  })
  return {
    out: {
      async write(text) {
        if (!process.stdout.write(text)) await once(process.stdout, 'drain')
      },
    },
    note: (line) => void process.stderr.write(`${line}\n`),
    interactive: process.stderr.isTTY === true,
    status: (line) => void process.stderr.write(`\r\x1b[2K${line}`),
  }
}
