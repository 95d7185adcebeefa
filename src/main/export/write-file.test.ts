import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../store/testing/files.ts'
import { ExportError } from './errors.ts'
import { writeWhole } from './write-file.ts'

const NOBODY = 65_534

async function* chunks(count = 3) {
  for (let n = 0; n < count; n++) yield `line ${n}\n`
}

async function refusal(path: string, count?: number): Promise<ExportError> {
  const error = await writeWhole(path, chunks(count)).then(
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
    await writeWhole(file, chunks(1_000))
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(1_001)
  })

  it('keeps the rights of the file it replaces, and follows a link to it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'real.txt'), 'old')
    await chmod(join(folder, 'real.txt'), 0o600)
    await symlink('real.txt', join(folder, 'link.txt'))
    await writeWhole(join(folder, 'link.txt'), chunks())
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
    await writeWhole('/dev/null', chunks())
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
    const pipe = join(await temporaryFolder(), 'pipe')
    await promisify(execFile)('mkfifo', [pipe])
    const reader = spawn('cat', [pipe])
    const [read] = await Promise.all([readAll(reader.stdout), writeWhole(pipe, chunks())])
    expect(read).toBe('line 0\nline 1\nline 2\n')
    expect((await stat(pipe)).isFIFO()).toBe(true)
  })

  it('writes to the standard output, be it a pipe or a file', async () => {
    const script = `import { writeWhole } from ${JSON.stringify(join(import.meta.dirname, 'write-file.ts'))}
      console.log('before')
      await writeWhole('/dev/stdout', (async function* () { yield 'line\\n'; yield 'end\\n' })())`
    const run = promisify(execFile)
    const piped = await run(process.execPath, ['--input-type=module', '-e', script])
    expect(piped.stdout).toBe('before\nline\nend\n')
    const file = join(await temporaryFolder(), 'out.txt')
    await run('sh', ['-c', '"$0" --input-type=module -e "$1" > "$2"', process.execPath, script, file])
    expect(await readFile(file, 'utf8')).toBe('before\nline\nend\n')
  })
})
