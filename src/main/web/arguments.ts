/** What the web host can be told on its command line. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface WebArguments {
  /** 0 takes a free one; null the one of last time, if it is free. */
  port: number | null
  /** Workspace file; null for the default one, `:memory:` for none. */
  workspace: string | null
  /** Opens a browser where there is a display. */
  open: boolean
  /** Files and folders to open at start, absolute; `label` is what was typed. */
  paths: { path: string; label: string }[]
}

export const USAGE = `Usage: npm start -- [options] [FILE or FOLDER …]
  --port N           listen on this port of 127.0.0.1 (default: that of last time, else a free one)
  --workspace FILE   keep results in this file (:memory: for not at all)
  --no-open          do not open a browser`

/** @throws Error with a sentence where they are not understood. */
export function readArguments(args: readonly string[]): WebArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string' }, workspace: { type: 'string' }, 'no-open': { type: 'boolean' } },
  })
  const port = Number(values.port ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port number.`)
  const { workspace } = values
  return {
    port: values.port === undefined ? null : port,
    workspace: workspace === undefined || workspace === ':memory:' ? (workspace ?? null) : resolve(workspace),
    open: !values['no-open'],
    paths: positionals.map((label) => ({ path: resolve(label), label })),
  }
}
