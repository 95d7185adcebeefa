/** How much code is loaded: what the first page of the window needs, what comes when it is asked for, and the processes. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../scripts/build-if-needed.ts'

export interface Bundle {
  what: string
  files: number
  bytes: number
  /** By gzip, as it would be sent. */
  compressed: number
}

const OUT = join(ROOT, 'out')

/** Sizes of the built app. */
export async function measureBundles(): Promise<Bundle[]> {
  const page = await readFile(join(OUT, 'renderer', 'index.html'), 'utf8')
  const named = new Set([...page.matchAll(/assets\/([^"]+)"/g)].map(([, name]) => name ?? ''))
  const assets = await readdir(join(OUT, 'renderer', 'assets'))
  const inAssets = (wanted: (name: string) => boolean) =>
    assets.filter(wanted).map((name) => join(OUT, 'renderer', 'assets', name))
  const main = (name: string) => withImports(join(OUT, 'main', `${name}.js`))
  return Promise.all([
    sizeOf(
      'window: first page',
      inAssets((name) => named.has(name)),
    ),
    sizeOf(
      'window: the table and its panes, with the first import',
      inAssets((name) => /^Work-/.test(name)),
    ),
    sizeOf(
      'window: all else, when asked for',
      inAssets((name) => !named.has(name) && !/^Work-/.test(name)),
    ),
    sizeOf('worker', await main('worker')),
    sizeOf('engine', await main('engine')),
    sizeOf('command line', await main('cli')),
  ])
}

/** The file and what it imports of ours from the start; packages are left out. */
async function withImports(file: string, known = new Set<string>()): Promise<string[]> {
  if (known.has(file)) return []
  known.add(file)
  const text = await readFile(file, 'utf8')
  const imported = [...text.matchAll(/^(?:import|export) [^;]*?["'](\.{1,2}\/[^"']+)["']/gm)]
  for (const [, path] of imported) await withImports(join(dirname(file), path ?? ''), known)
  return [...known]
}

async function sizeOf(what: string, files: readonly string[]): Promise<Bundle> {
  const contents = await Promise.all(files.map((file) => readFile(file)))
  const sum = (of: (content: Buffer) => number) => contents.reduce((all, content) => all + of(content), 0)
  return { what, files: files.length, bytes: sum(({ length }) => length), compressed: sum((c) => gzipSync(c).length) }
}
