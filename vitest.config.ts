import { defineConfig } from 'vitest/config'

const HEAVY = 'test/**/*.heavy.test.ts'
const common = {
  globalSetup: ['test/support/document-child.ts', 'test/support/build-once.ts'],
  testTimeout: 60_000,
  hookTimeout: 180_000,
}

/**
 * Two suites: what is named `*.heavy.test.ts` needs another program (a browser, Ceph, LibreOffice, a compiler), installs
 * packages, measures processes, or takes minutes; `npm run test:heavy` runs it. All else is quick; `npm test` runs it.
 */
export default defineConfig({
  test: {
    projects: [
      // One process a worker, whose modules are loaded once: most of the time of small test files is loading.
      { test: { ...common, name: 'quick', include: ['test/**/*.test.ts'], exclude: [HEAVY], isolate: false } },
      { test: { ...common, name: 'heavy', include: [HEAVY] } },
    ],
  },
})
