import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import type { ExportRequest } from '../../shared/api.ts'
import { createGrants, newToken } from '../host/grants.ts'
import { createSpool } from './spool.ts'
import { type Answer, type Api, ask, openWindow, startTestHost, type TestHost } from './testing.ts'
import { createUploads } from './uploads.ts'

let folder: string
let test: TestHost
let api: Api
let drop: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-files-'))
  test = await startTestHost(folder)
  api = (await openWindow(test)).api
  drop = newToken()
})

afterEach(async () => {
  await test.host.close()
  rmSync(folder, { recursive: true, force: true })
})

function upload(path: string, body: string, entry = 0): Promise<Answer> {
  const { port } = test.host
  const query = new URLSearchParams({ drop, entry: String(entry), path })
  const headers = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    'x-bounce-triage-token': test.token,
    'content-length': String(Buffer.byteLength(body)),
  }
  return ask(port, `/upload?${query}`, { method: 'POST', headers, body })
}

async function grantOf(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer
  expect(status, body).toBe(200)
  return (JSON.parse(body) as { grant: string }).grant
}

/** Everything below the spool, as relative paths. */
function spooled(): string[] {
  const spool = join(folder, 'spool')
  if (!existsSync(spool)) return []
  const all = readdirSync(spool, { recursive: true, withFileTypes: true })
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

describe('an uploaded file', () => {
  it('is granted under the name the person knows, and deleted when its import has ended', async () => {
    const grant = await grantOf(upload('Inbox – März.mbox', 'From ada@example.com\n'))
    const { importId } = await api.open({ grants: [grant] })
    expect((await api.workspace()).imports[0]?.paths).toEqual(['Inbox – März.mbox'])
    const [file = ''] = spooled()
    expect(readFileSync(file, 'utf8')).toBe('From ada@example.com\n')
    const events = await api.events()
    await api.cancel({ importId })
    for await (const event of events) if (event.type === 'import-ended') break
    await expect.poll(spooled).toEqual([])
  })

  it('cannot be read by others on this machine', async () => {
    await grantOf(upload('inbox', 'x'))
    const [file = ''] = spooled()
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'spool')).mode & 0o077).toBe(0)
  })

  it('serves one import only', async () => {
    const grant = await grantOf(upload('inbox', 'x'))
    const { importId } = await api.open({ grants: [grant] })
    await api.cancel({ importId })
    await expect(api.open({ grants: [grant] })).rejects.toMatchObject({ code: 'NOT_ALLOWED', defined: true })
  })

  it('stays granted where another import is running, to be opened later', async () => {
    const { importId } = await api.openSample()
    const grant = await grantOf(upload('inbox', 'x'))
    await expect(api.open({ grants: [grant] })).rejects.toMatchObject({ code: 'BUSY' })
    await api.cancel({ importId })
    await expect(api.open({ grants: [grant] })).resolves.toBeDefined()
  })

  it('goes when the engine that read it was killed', async () => {
    await api.open({ grants: [await grantOf(upload('inbox', 'x'))] })
    const events = await api.events()
    test.engines.kill()
    for await (const event of events) if (event.type === 'engine-restarted') break
    await expect.poll(spooled).toEqual([])
  })

  it('is gone after the host has closed', async () => {
    await grantOf(upload('inbox', 'x'))
    await test.host.close()
    expect(spooled()).toEqual([])
    test = await startTestHost(folder)
  })
})

describe('a dropped folder', () => {
  it('becomes one grant, with its structure kept', async () => {
    const first = await grantOf(upload('Mail/cur/1:2,S', 'one'))
    const second = await grantOf(upload('Mail/new/2', 'two'))
    expect(second).toBe(first)
    const other = await grantOf(upload('other.eml', 'three', 1))
    expect(other).not.toBe(first)
    await api.open({ grants: [first, other] })
    expect((await api.workspace()).imports[0]?.paths).toEqual(['Mail', 'other.eml'])
    const files = spooled().map((file) => file.replace(/^.*files-[^/]+\//, ''))
    expect(files.sort()).toEqual(['Mail/cur/1:2,S', 'Mail/new/2', 'other.eml'])
  })

  it('may be empty: the engine has a sentence for that', async () => {
    const grant = await grantOf(upload('Empty/', ''))
    await expect(api.open({ grants: [grant] })).resolves.toBeDefined()
  })
})

describe('hostile names', () => {
  it.each([
    '../../escaped',
    '/etc/cron.d/escaped',
    'a/../../../escaped',
    '..\\..\\escaped',
    'C:\\escaped',
    'nul\u0000byte',
    'line\nbreak',
    `${'long'.repeat(200)}.mbox`,
    '\ud800',
    '....//escaped',
  ])('%j stays within the spool', async (path) => {
    await upload(path, 'x')
    const outside = readdirSync(folder).filter((name) => name !== 'spool' && name !== 'workspace')
    expect(outside).toEqual([])
    expect(existsSync('/etc/cron.d/escaped')).toBe(false)
    for (const file of spooled()) expect(file).toMatch(/\/spool\/\d+-\w+\/files-\w+\/[^/]+/)
  })

  it('two files that become one name are both kept', async () => {
    await grantOf(upload('Mail/a\u0001', 'one'))
    await grantOf(upload('Mail/a\u0002', 'two'))
    expect(
      spooled()
        .map((file) => readFileSync(file, 'utf8'))
        .sort(),
    ).toEqual(['one', 'two'])
  })

  it.each(['', '/', `${'deep/'.repeat(60)}file`])('%j is refused with a sentence', async (path) => {
    const { status, body } = await upload(path, 'x')
    expect(status).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ message: expect.stringContaining('name') })
  })
})

describe('an upload that fails', () => {
  it.runIf(existsSync('/dev/full'))('says that the disk is full, and leaves nothing behind', async () => {
    const spool = createSpool(join(folder, 'full'))
    const grants = createGrants()
    const uploads = createUploads({ spool, grants, create: () => open('/dev/full', 'w') })
    const full = uploads.receive({ drop, entry: 0, path: 'inbox.mbox', size: 4 }, Readable.from([Buffer.from('mail')]))
    await expect(full).rejects.toMatchObject({ status: 507, message: expect.stringContaining('disk is full') })
    await expect(full).rejects.toThrow('inbox.mbox')
    expect(readdirSync(join(folder, 'full'), { recursive: true }).length).toBe(1)
    spool.close()
  })

  it('is refused at once where it cannot fit', async () => {
    const spool = createSpool(join(folder, 'small'))
    const uploads = createUploads({ spool, grants: createGrants() })
    const huge = uploads.receive({ drop, entry: 0, path: 'inbox.mbox', size: 200 * 1024 ** 4 }, Readable.from(['x']))
    await expect(huge).rejects.toMatchObject({ status: 413 })
    spool.close()
  })

  it('is told to its sender while the sender is still sending', async () => {
    const { port } = test.host
    const headers = {
      host: `127.0.0.1:${port}`,
      origin: `http://127.0.0.1:${port}`,
      'content-length': String(1024 ** 4 * 200),
    }
    const path = `/upload?drop=${drop}&entry=0&path=inbox`
    const status = await new Promise((resolve, reject) => {
      const sending = httpRequest({
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { ...headers, 'x-bounce-triage-token': test.token },
      })
      sending.on('response', (response) => {
        resolve(response.statusCode)
        sending.destroy()
      })
      sending.on('error', reject)
      sending.write(Buffer.alloc(1024))
    })
    expect(status).toBe(413)
  })

  it('in the middle leaves nothing behind', async () => {
    const { port } = test.host
    const headers = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, 'content-length': '1000' }
    const path = `/upload?drop=${drop}&entry=0&path=inbox`
    const sending = httpRequest({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...headers, 'x-bounce-triage-token': test.token },
    })
    sending.on('error', () => {})
    sending.write('half')
    await expect.poll(() => spooled().length).toBe(1)
    sending.destroy()
    await expect.poll(spooled).toEqual([])
  })
})

describe('an export', () => {
  const request = {
    ...{ format: 'plain', list: 'remove', verdicts: ['remove'] },
    ...{ filter: null, selection: null, lineEnd: 'lf' },
  } satisfies ExportRequest

  it('can be fetched once, under its name, and is deleted then', async () => {
    const { saved, download, shown } = await api.exportSave(request)
    expect(saved).toMatchObject({ count: 1, files: [expect.stringMatching(/^bounce-triage-remove-[\d-]+\.txt$/)] })
    expect(shown).toBeNull()
    const fetched = await ask(test.host.port, download ?? '')
    expect(fetched).toMatchObject({ status: 200, body: 'ada@example.com\n' })
    expect(fetched.headers['content-disposition']).toContain(`attachment; filename="${saved?.files[0]}"`)
    expect((await ask(test.host.port, download ?? '')).status).toBe(404)
    await expect.poll(spooled).toEqual([])
  })

  it('of several files comes as one zip', async () => {
    const { saved, download } = await api.exportSave({ ...request, format: 'ses' })
    expect(saved?.files).toEqual([expect.stringMatching(/^bounce-triage-remove-ses-[\d-]+\.zip$/)])
    const fetched = await ask(test.host.port, download ?? '')
    const zip = await fromBufferPromise(fetched.bytes)
    const found: Record<string, string> = {}
    for await (const entry of zip.eachEntry())
      found[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
    expect(Object.values(found)).toEqual(['ada@example.com\n', 'ada@example.com\n'])
    expect(Object.keys(found)).toEqual([
      expect.stringMatching(/^bounce-triage-remove-ses-[\d-]+-1-of-2\.csv$/),
      expect.stringMatching(/-2-of-2\.csv$/),
    ])
    await expect.poll(spooled).toEqual([])
  })
})

describe('what a killed run left behind', () => {
  it('is deleted by the next run, while a running one keeps its own', async () => {
    const parent = join(folder, 'spool')
    mkdirSync(join(parent, '999999999-left'), { recursive: true })
    mkdirSync(join(parent, `${process.ppid}-running`), { recursive: true })
    await grantOf(upload('inbox', 'x'))
    expect(existsSync(join(parent, '999999999-left'))).toBe(false)
    expect(existsSync(join(parent, `${process.ppid}-running`))).toBe(true)
  })
})
