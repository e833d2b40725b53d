import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { CatalogueUnreadable } from '../../../src/intake/catalogue/notices.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { processorTime } from '../../support/processor-time.ts'

/** Bundled and run in a process of its own: reads the list at argv[2], named argv[3], and prints what came of it. */
const [, , path = '', name = ''] = process.argv
const bytes = await readFile(path)
const spent = processorTime()
const outcome = await readCatalogue(bytes, name, { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }).then(
  ({ procedures, notices }) => ({ count: procedures.length, notices: notices.map(({ code }) => code) }),
  (error: unknown) => {
    if (error instanceof CatalogueUnreadable) return { unreadable: error.text }
    throw error
  },
)
const { maxRSS } = process.resourceUsage()
process.stdout.write(JSON.stringify({ outcome, milliseconds: spent(), kibibytes: maxRSS }))
