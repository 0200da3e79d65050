import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Two cores: threads start faster than processes, and no test leaves anything behind for the next.
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    include: ['test/**/*.test.ts'],
    // A long run of the laws takes what it takes.
    testTimeout: process.env.FC_RUNS ? 0 : 30_000,
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/seed.ts'],
    reporters: ['default'],
  },
})
