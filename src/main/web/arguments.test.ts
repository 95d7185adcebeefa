import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

describe('the web host’s arguments', () => {
  it('are the port of last time, the default workspace, a browser and no files unless said otherwise', () => {
    expect(readArguments([])).toEqual({ port: null, workspace: null, open: true, paths: [] })
  })

  it('name port, workspace and files', () => {
    const args = ['--port', '8080', '--no-open', '--workspace', 'mine.duckdb', 'inbox', '/mail']
    expect(readArguments(args)).toEqual({
      port: 8080,
      workspace: resolve('mine.duckdb'),
      open: false,
      paths: [
        { path: resolve('inbox'), label: 'inbox' },
        { path: '/mail', label: '/mail' },
      ],
    })
  })

  it('can keep results in memory only', () => {
    expect(readArguments(['--workspace', ':memory:']).workspace).toBe(':memory:')
  })

  it.each([['--port', 'http'], ['--port', '70000'], ['--port', '-1'], ['--verbose'], ['--workspace']])(
    'are refused where they are wrong: %s %s',
    (...args) => {
      expect(() => readArguments(args)).toThrow()
    },
  )
})
