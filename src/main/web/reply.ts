/** The few shapes of answer that the web host gives. */
import type { ServerResponse } from 'node:http'
import { SECURITY_HEADERS } from '../host/csp.ts'

type Headers = Record<string, string | number>

export function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  more: Headers = {},
): void {
  const length = Buffer.byteLength(body)
  response.writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': type, 'Content-Length': length, ...more })
  response.end(body)
}

export function replyJson(response: ServerResponse, status: number, value: unknown, more?: Headers): void {
  reply(response, status, 'application/json; charset=utf-8', JSON.stringify(value), more)
}

/** A refusal: one sentence for people, as JSON for the window. */
export function refuse(response: ServerResponse, status: number, message: string, more?: Headers): void {
  replyJson(response, status, { message }, more)
}

/** A refusal that a person sees in the browser. */
export function refusePage(response: ServerResponse, status: number, message: string): void {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bounce Triage</title><h1>Bounce Triage</h1><p>${message}</p>`
  reply(response, status, 'text/html; charset=utf-8', page)
}
