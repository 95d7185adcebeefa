/** A web host on a fake engine, and a window's way of talking to it, for tests. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { WebSocket } from 'ws'
import type { triageContract } from '../../shared/api.ts'
import { spawnFake } from '../host/testing/spawn-fake.ts'
import type { WindowFiles } from '../host/window-files.ts'
import { startWebHost, type WebHost } from './web-host.ts'

export type Api = ContractRouterClient<typeof triageContract>

const FILES: WindowFiles = new Map([
  [
    '/index.html',
    { body: Buffer.from('<!doctype html><title>Bounce Triage</title>'), type: 'text/html; charset=utf-8' },
  ],
  ['/assets/app.js', { body: Buffer.from('window.started = true'), type: 'text/javascript; charset=utf-8' }],
])

export interface TestHost {
  host: WebHost
  engines: ReturnType<typeof spawnFake>
  token: string
}

export async function startTestHost(folder: string): Promise<TestHost> {
  const engines = spawnFake(`${folder}/workspace`)
  const { spawn } = engines
  const sample = { path: '/samples/bounces.mbox', label: 'bounces.mbox', spooled: false }
  const host = await startWebHost({ spawn, files: FILES, dataFolder: folder, port: 0, version: '1.2.3', sample })
  const token = new URL(host.url).searchParams.get('token') ?? ''
  return { host, engines, token }
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  bytes: Buffer
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** A request whose path and headers are sent exactly as given: no client of ours normalises an attack away. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes.toString(), bytes })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

interface SocketAsked {
  token?: string
  origin?: string
  host?: string
  path?: string
}

/** Opens a window's socket. Rejects with the status where it is refused. */
export function openSocket(port: number, asked: SocketAsked): Promise<WebSocket> {
  const { token = '', origin = `http://127.0.0.1:${port}`, host = `127.0.0.1:${port}`, path = '/api' } = asked
  const protocols = token ? ['bounce-triage', token] : ['bounce-triage']
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers: { Origin: origin, Host: host } })
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_, response) => {
      reject(new Error(`refused with ${response.statusCode}`))
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

export async function openWindow({ host, token }: TestHost): Promise<{ api: Api; socket: WebSocket }> {
  const socket = await openSocket(host.port, { token })
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  return { api: createORPCClient<Api>(link), socket }
}
