import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // A long run of the laws takes what it takes.
    testTimeout: process.env.FC_RUNS ? 0 : 30_000,
    globalSetup: ['test/setup.ts'],
    reporters: ['default'],
  },
})
