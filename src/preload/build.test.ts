import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

it('is built as one CommonJS file that requires only electron: a sandboxed preload can load nothing else', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'preload-'))
  try {
    const options = { root, logLevel: 'silent', build: { outDir } } as const
    const { config } = await resolveConfig(options, 'build', 'production')
    await build(config?.preload)
    const folder = join(outDir, 'preload')
    const files = readdirSync(folder, { recursive: true })
    expect(files).toContain('index.cjs')
    const scripts = files.filter((file) => /\.[cm]?js$/.test(String(file)))
    expect(scripts).toEqual(['index.cjs'])
    const code = readFileSync(join(folder, 'index.cjs'), 'utf8')
    const required = Array.from(code.matchAll(/\brequire\(([^)]*)\)/g), ([, name]) => name)
    expect(new Set(required)).toEqual(new Set(['"electron"']))
    expect(code).not.toMatch(/^\s*(?:import|export)\b|\bimport\(/m)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
})
