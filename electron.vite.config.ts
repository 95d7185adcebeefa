import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const source = (path: string): string => resolve(root, 'src', path)

export default defineConfig({
  main: {
    build: {
      // What package.json lists as dependencies is loaded from node_modules: DuckDB brings a native binary.
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          engine: source('main/engine.ts'),
          worker: source('main/ingest/worker.ts'),
          web: source('main/web/index.ts'),
          cli: source('main/cli/index.ts'),
        },
        // Entries find each other as neighbours by name.
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load nothing but `electron`, and no ES module: one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      minify: true,
      // Kilobytes. The window is read from this machine's disk; what matters is what must be parsed at start.
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
})
