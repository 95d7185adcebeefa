import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TriageEvent } from '../../shared/api.ts'
import { EMPTY_FILTER, type PageRequest } from '../../shared/query.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'
import { spawnFake } from './testing/spawn-fake.ts'

const PAGE: PageRequest = { filter: EMPTY_FILTER, sort: [], section: 'hard', offset: 0, limit: 10 }
const MAIL = { path: '/mail/inbox', label: 'inbox', spooled: false }

let folder: string
let workspace: string
let engines: ReturnType<typeof spawnFake>
let supervisor: Supervisor

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervisor-'))
  workspace = join(folder, 'workspace')
  engines = spawnFake(workspace)
  supervisor = createSupervisor(engines.spawn)
})

afterEach(async () => {
  await supervisor.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The next event of a type; everything else is passed over. */
async function next<T extends TriageEvent['type']>(events: AsyncIterator<TriageEvent>, type: T) {
  for (;;) {
    const { value, done } = await events.next()
    if (done) throw new Error(`The events ended before ${type}.`)
    if (value.type === type) return value as Extract<TriageEvent, { type: T }>
  }
}

/** Calls that are under way in the engine: they are answered only by its death. */
async function pendingPages(count: number): Promise<Promise<unknown>[]> {
  const pages = Array.from({ length: count }, () => supervisor.client.page(PAGE).catch((error: unknown) => error))
  // Calls arrive in order, so once this is answered the pages are being worked on.
  await supervisor.client.workspace()
  return pages
}

describe('the engine while it lives', () => {
  it('is started by the first call only, and once', async () => {
    expect(engines.started()).toBe(0)
    await Promise.all([supervisor.client.workspace(), supervisor.client.workspace()])
    expect(engines.started()).toBe(1)
  })

  it('answers with its errors by code and sentence', async () => {
    const id = `${'0'.repeat(32)}:0`
    await expect(supervisor.client.record({ id })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
    await expect(supervisor.client.messageSource({ id })).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: 'The file was moved.',
    })
  })

  it('refuses input that breaks the contract', async () => {
    await expect(supervisor.client.page({ ...PAGE, limit: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('ends a call that its caller aborted, with the caller’s reason, and goes on', async () => {
    const abort = new AbortController()
    const page = supervisor.client.page(PAGE, { signal: abort.signal })
    await supervisor.client.workspace()
    abort.abort(new Error('not wanted any more'))
    await expect(page).rejects.toThrow('not wanted any more')
    await expect(supervisor.client.workspace()).resolves.toBeDefined()
    expect(engines.started()).toBe(1)
  })
})

describe('the engine when it is killed', () => {
  it('rejects every pending call, comes back on the same workspace and says what was interrupted', async () => {
    const events = supervisor.hub.subscribe()
    await supervisor.client.openPaths({ paths: [MAIL] })
    await next(events, 'progress')
    const pages = await pendingPages(2)
    engines.kill()
    for (const page of await Promise.all(pages)) expect(page).toMatchObject({ code: 'ENGINE_LOST', defined: true })
    const restarted = await next(events, 'engine-restarted')
    expect(restarted.interrupted).toMatchObject({ id: 'import-1', state: 'interrupted' })
    expect(restarted.message).toContain('/mail/inbox')
    await next(events, 'changed')
    expect((await supervisor.client.workspace()).imports).toHaveLength(1)
  })

  it('keeps the windows’ subscriptions: events of the next engine arrive on them', async () => {
    const events = supervisor.hub.subscribe()
    await supervisor.client.workspace()
    engines.kill()
    await next(events, 'engine-restarted')
    const { importId } = await supervisor.client.openPaths({ paths: [MAIL] })
    expect((await next(events, 'progress')).progress.importId).toBe(importId)
  })

  it('does not blame an older interruption', async () => {
    const events = supervisor.hub.subscribe()
    await supervisor.client.openPaths({ paths: [MAIL] })
    engines.kill()
    await next(events, 'engine-restarted')
    engines.kill()
    expect((await next(events, 'engine-restarted')).interrupted).toBeNull()
  })

  it('lets a call that arrives meanwhile wait for the new engine', async () => {
    await supervisor.client.workspace()
    const events = supervisor.hub.subscribe()
    engines.kill()
    await engines.ended()
    await expect(supervisor.client.workspace()).resolves.toMatchObject({ file: workspace })
    await next(events, 'engine-restarted')
  })

  it('is left alone when it dies at every start, and says so', async () => {
    const events = supervisor.hub.subscribe()
    await supervisor.client.workspace()
    writeFileSync(workspace, 'die')
    engines.kill()
    const lost = await next(events, 'engine-lost')
    expect(lost.message).toContain('left alone')
    expect(engines.started()).toBe(4)
    await expect(supervisor.client.workspace()).rejects.toMatchObject({ code: 'ENGINE_LOST', message: lost.message })
  })
})

describe('an engine that cannot open its workspace', () => {
  it('says why, is not started again by itself, and is tried again at the next call', async () => {
    writeFileSync(workspace, 'locked')
    const why = 'The workspace is in use by another Bounce Triage.'
    await expect(supervisor.start()).rejects.toThrow(why)
    await expect(supervisor.client.workspace()).rejects.toMatchObject({ code: 'ENGINE_LOST', message: why })
    expect(engines.started()).toBe(2)
    writeFileSync(workspace, '[]')
    await expect(supervisor.client.workspace()).resolves.toBeDefined()
  })
})

describe('closing', () => {
  it('ends the engine, starts no other and refuses calls', async () => {
    await supervisor.client.openPaths({ paths: [MAIL] })
    await supervisor.close()
    await engines.ended()
    await expect(supervisor.client.workspace()).rejects.toMatchObject({ code: 'ENGINE_LOST' })
    expect(engines.started()).toBe(1)
    expect(readFileSync(workspace, 'utf8')).toContain('running')
  })
})
