import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/setup/compile-messages.ts'],
    testTimeout: 20_000,
    // Much of a test's time is a browser's, or waiting: two at once fit two cores, and vitest by itself would take one.
    maxWorkers: 2,
  },
})
