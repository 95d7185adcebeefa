import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, openSocket, openWindow, startTestHost, type TestHost } from './testing.ts'
import { startWebHost } from './web-host.ts'

let folder: string
let test: TestHost
let port: number
let cookie: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-security-'))
  test = await startTestHost(folder)
  port = test.host.port
  const { headers } = await ask(port, `/?token=${test.token}`)
  cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
})

afterAll(async () => {
  await test.host.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the token', () => {
  it('opens the page from the printed address and leaves a cookie that scripts and other sites cannot use', async () => {
    const page = await ask(port, `/?token=${test.token}`)
    expect(page.status).toBe(200)
    const set = page.headers['set-cookie']?.[0]
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Strict')
    expect(set).not.toContain(test.token)
  })

  it('is not needed again for a reload or a bookmark with a query', async () => {
    expect((await ask(port, '/?cause=mailbox-full&sort=date', { headers: { cookie } })).status).toBe(200)
    expect((await ask(port, '/assets/app.js', { headers: { cookie } })).body).toBe('window.started = true')
  })

  it.each(['/', '/?token=', `/?token=${'0'.repeat(32)}`, '/assets/app.js', '/index.html'])(
    'is demanded for %s',
    async (path) => {
      const answer = await ask(port, path)
      expect(answer.status).toBe(403)
      expect(answer.body).not.toContain('window.started')
    },
  )

  it('is new for every run', async () => {
    const other = await startTestHost(join(folder, 'other'))
    expect(other.token).not.toBe(test.token)
    expect((await ask(other.host.port, '/', { headers: { cookie } })).status).toBe(403)
    await other.host.close()
  })
})

describe('the Host header', () => {
  it.each(['attacker.example', 'attacker.example:1', '127.0.0.1.attacker.example', 'localhost.attacker.example'])(
    'refuses the name %j, as a rebound name would bring it',
    async (host) => {
      expect((await ask(port, `/?token=${test.token}`, { headers: { host } })).status).toBe(403)
    },
  )

  it.each(['localhost:8080', '127.0.0.1:9000', '[::1]:80'])('allows %s, as an SSH tunnel brings it', async (host) => {
    expect((await ask(port, `/?token=${test.token}`, { headers: { host } })).status).toBe(200)
  })
})

describe('the socket', () => {
  it('opens for the token from our own page', async () => {
    const { api, socket } = await openWindow(test)
    expect(await api.host()).toEqual({
      kind: 'web',
      picker: false,
      version: '1.2.3',
      platform: process.platform,
      sample: true,
      showsFiles: false,
    })
    socket.terminate()
  })

  it.each([
    ['no token', {}],
    ['a wrong token', { token: 'f'.repeat(32) }],
    ['a page of another origin', { token: true, origin: 'http://attacker.example' }],
    ['a page of another server on this machine', { token: true, origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { token: true, origin: 'null' }],
    ['a rebound name', { token: true, host: 'attacker.example', origin: 'http://attacker.example' }],
    ['another path', { token: true, path: '/' }],
  ] as const)('refuses %s', async (_, asked) => {
    const token = 'token' in asked && asked.token === true ? test.token : (asked as { token?: string }).token
    await expect(openSocket(port, { ...asked, token })).rejects.toThrow('refused with 403')
  })

  it('does not take the cookie for a token: other servers on this machine are sent it too', async () => {
    await expect(openSocket(port, { token: cookie.split('=')[1] ?? '' })).rejects.toThrow('refused with 403')
  })

  it('outlives a window that sends rubbish', async () => {
    const broken = await openSocket(port, { token: test.token })
    broken.send('{"not": "a call')
    broken.send(Buffer.alloc(100, 255))
    const { api, socket } = await openWindow(test)
    expect((await api.workspace()).records).toBe(0)
    for (const window of [broken, socket]) window.terminate()
  })

  it('refuses a call that is too long, and goes on', async () => {
    const { socket } = await openWindow(test)
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('error', () => {})
    socket.send('x'.repeat(33 * 1024 ** 2))
    await closed
    const again = await openWindow(test)
    expect(await again.api.host()).toMatchObject({ kind: 'web' })
    again.socket.terminate()
  })
})

describe('everything else', () => {
  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../../etc/passwd',
    '/assets/app.js%00',
    '//etc/passwd',
    '/workspace',
    '/download/',
    '/download/../workspace',
    `/download/${'0'.repeat(32)}`,
    '/api',
  ])('answers %s with not found', async (path) => {
    const answer = await ask(port, path, { headers: { cookie } })
    expect(answer.status).toBe(404)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])('refuses %s for the page', async (method) => {
    const headers = { cookie, origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` }
    expect((await ask(port, '/', { method, headers })).status).toBe(405)
  })

  it('refuses to write for a foreign page, or for none', async () => {
    const path = `/upload?drop=${'0'.repeat(32)}&entry=0&path=inbox`
    const headers = { 'x-bounce-triage-token': test.token }
    expect((await ask(port, path, { method: 'POST', headers, body: 'x' })).status).toBe(403)
    const foreign = { ...headers, origin: 'http://attacker.example' }
    expect((await ask(port, path, { method: 'POST', headers: foreign, body: 'x' })).status).toBe(403)
  })

  it('tells the browser to run nothing foreign, frame nothing, sniff nothing, keep nothing', async () => {
    const { headers } = await ask(port, '/', { headers: { cookie } })
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })

  it.runIf(process.platform === 'linux')('cannot be reached at another address of this machine', async () => {
    const refused = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.2')
      socket.on('connect', () => resolve(false))
      socket.on('error', () => resolve(true))
    })
    expect(refused).toBe(true)
  })
})

describe('a port that is taken', () => {
  it('is named in a sentence', async () => {
    const files = new Map()
    const { spawn } = test.engines
    const more = { spawn, files, dataFolder: folder, version: '1.2.3', sample: null }
    await expect(startWebHost({ ...more, port })).rejects.toThrow(`Port ${port} is in use`)
  })
})
