import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    // Tests that fork engines or write a million rows need room on a busy two-core machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
