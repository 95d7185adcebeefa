import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../store/testing/files.ts'
import { ExportError } from './errors.ts'
import { type Piece, writeParts } from './write-parts.ts'

const NOBODY = 65_534

async function* chunks(count = 3) {
  for (let n = 0; n < count; n++) yield { part: 0, text: `line ${n}\n` }
}

async function refusal(path: string, count?: number): Promise<ExportError> {
  const error = await writeParts(path, chunks(count)).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ExportError)
  expect((error as ExportError).message).toContain(path)
  return error as ExportError
}

describe('writing a file', () => {
  it('writes all of it', async () => {
    const file = join(await temporaryFolder(), 'ünï codé.txt')
    await writeParts(file, chunks(1_000))
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(1_001)
  })

  it('keeps the rights of the file it replaces, and follows a link to it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'real.txt'), 'old')
    await chmod(join(folder, 'real.txt'), 0o600)
    await symlink('real.txt', join(folder, 'link.txt'))
    await writeParts(join(folder, 'link.txt'), chunks())
    expect(await readFile(join(folder, 'real.txt'), 'utf8')).toBe('line 0\nline 1\nline 2\n')
    expect((await stat(join(folder, 'real.txt'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['link.txt', 'real.txt'])
  })

  it('says so when the folder is missing or the path is a folder', async () => {
    const folder = await temporaryFolder()
    expect((await refusal(join(folder, 'missing', 'list.txt'))).code).toBe('NO_FOLDER')
    await mkdir(join(folder, 'sub'))
    expect((await refusal(join(folder, 'sub'))).code).toBe('IS_FOLDER')
    await writeFile(join(folder, 'file'), '')
    expect((await refusal(join(folder, 'file', 'list.txt'))).code).toBe('NO_FOLDER')
    expect(await readdir(folder)).toEqual(['file', 'sub'])
  })

  it('says so when the folder may not be written to', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o555)
    // The administrator may write everywhere: be someone else for the moment.
    if (process.getuid?.() === 0) {
      process.seteuid?.(NOBODY)
      onTestFinished(() => process.seteuid?.(0))
    }
    expect((await refusal(join(folder, 'list.txt'))).code).toBe('NOT_ALLOWED')
    expect(await readdir(folder)).toEqual([])
  })

  it('says so when the disk is full', async () => {
    const error = await refusal('/dev/full')
    expect(error.code).toBe('FULL')
    expect(error.message).toContain('no room')
  })

  it('writes into devices and pipes in place', async () => {
    await writeParts('/dev/null', chunks())
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
    const pipe = join(await temporaryFolder(), 'pipe')
    await promisify(execFile)('mkfifo', [pipe])
    const reader = spawn('cat', [pipe])
    const [read] = await Promise.all([readAll(reader.stdout), writeParts(pipe, chunks())])
    expect(read).toBe('line 0\nline 1\nline 2\n')
    expect((await stat(pipe)).isFIFO()).toBe(true)
  })

  it('writes to the standard output, be it a pipe or a file', async () => {
    const script = `import { writeParts } from ${JSON.stringify(join(import.meta.dirname, 'write-parts.ts'))}
      console.log('before')
      await writeParts('/dev/stdout', (async function* () { yield { part: 0, text: 'line\\n' }; yield { part: 1, text: 'end\\n' } })())`
    const run = promisify(execFile)
    const piped = await run(process.execPath, ['--input-type=module', '-e', script])
    expect(piped.stdout).toBe('before\nline\nend\n')
    const file = join(await temporaryFolder(), 'out.txt')
    await run('sh', ['-c', '"$0" --input-type=module -e "$1" > "$2"', process.execPath, script, file])
    expect(await readFile(file, 'utf8')).toBe('before\nline\nend\n')
  })
})

describe('a list in parts', () => {
  async function* parts(...texts: string[]): AsyncGenerator<Piece> {
    for (const [part, text] of texts.entries()) yield { part, text }
  }

  it('has its parts named by their number of how many', async () => {
    const folder = await temporaryFolder()
    const files = await writeParts(join(folder, 'list.v2.csv'), parts('a\n', 'b\n', 'c\n'))
    expect(files).toEqual([1, 2, 3].map((n) => join(folder, `list.v2-${n}-of-3.csv`)))
    expect(await Promise.all(files.map((file) => readFile(file, 'utf8')))).toEqual(['a\n', 'b\n', 'c\n'])
    expect(await readdir(folder)).toHaveLength(3)
  })

  it('keeps its plain name where it needs one file only', async () => {
    const folder = await temporaryFolder()
    expect(await writeParts(join(folder, 'list.csv'), parts('a\n'))).toEqual([join(folder, 'list.csv')])
    expect(await readdir(folder)).toEqual(['list.csv'])
  })

  it('replaces no file of which nobody was asked, and then leaves no part behind', async () => {
    const folder = await temporaryFolder()
    const there = join(folder, 'list-2-of-2.csv')
    await writeFile(there, 'old\n')
    const error = await writeParts(join(folder, 'list.csv'), parts('a\n', 'b\n'), true).catch((reason) => reason)
    expect(error).toBeInstanceOf(ExportError)
    expect(error).toMatchObject({ code: 'EXISTS', message: expect.stringContaining(there) })
    expect(await readFile(there, 'utf8')).toBe('old\n')
    expect(await readdir(folder)).toEqual(['list-2-of-2.csv'])
  })

  it('leaves nothing when it fails on the way', async () => {
    const folder = await temporaryFolder()
    const failing = async function* (): AsyncGenerator<Piece> {
      yield* parts('a\n', 'b\n')
      throw new Error('lost')
    }
    await expect(writeParts(join(folder, 'list.csv'), failing())).rejects.toThrow('lost')
    expect(await readdir(folder)).toEqual([])
  })
})
