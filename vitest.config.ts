import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

const HEAVY = 'test/**/*.heavy.test.ts'
const RANDOM = 'test/**/*.random.test.ts'
const PATTERNS = 'test/patterns/covered.test.ts'
const common = {
  setupFiles: ['test/support/meter.ts'],
  globalSetup: ['test/support/document-child.ts', 'test/support/build-once.ts', 'test/support/dearest.ts'],
  // The key by which a person signs: never that of whoever runs the tests.
  env: { XDG_CONFIG_HOME: join(tmpdir(), 'qms-verdict-test-config') },
  // Only what never ends runs into it: how long a machine that does other work takes is no fault of the program.
  testTimeout: 180_000,
  hookTimeout: 180_000,
}

/**
 * Two suites: what is named `*.heavy.test.ts` needs another program (a browser, Ceph, LibreOffice, a compiler), installs
 * packages, measures processes, or takes minutes; `npm run test:heavy` runs it. All else is quick; `npm test` runs it.
 * What is named `*.random.test.ts` goes over random cases: a twentieth of them in the quick suite, all in the heavy one.
 */
export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which on two cores is half of them; its own work is little.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [HEAVY, PATTERNS],
          // One process a worker, whose modules are loaded once: most of the time of small test files is loading.
          isolate: false,
          provide: { rounds: 0.05 },
        },
      },
      // Of its own process: it sees only patterns of modules that nobody has loaded before.
      { test: { ...common, name: 'patterns', include: [PATTERNS] } },
      {
        test: {
          ...common,
          name: 'heavy',
          include: [HEAVY, RANDOM],
          // Most of them wait for a browser, a store or a process of their own, and leave their processor to another.
          maxWorkers: Math.ceil(1.5 * availableParallelism()),
          sequence: { groupOrder: 1 },
          provide: { rounds: 1 },
        },
      },
    ],
  },
})
