import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { PATIENCE_MS } from './test/support/patience.ts'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/setup/compile-messages.ts'],
    alias: [{ find: /^fast-check$/, replacement: join(import.meta.dirname, 'test/support/fast-check.ts') }],
    // Reached only by what hangs: a busy machine may take several times as long as an idle one, and is not at fault.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: PATIENCE_MS } },
    // Much of a test's time is a browser's, or waiting: two at once fit two cores, and vitest by itself would take one.
    maxWorkers: 2,
  },
})
