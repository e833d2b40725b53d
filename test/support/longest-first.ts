import { existsSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, the longest first: begun at the end, each would leave the other processors idle. On a
 * machine that never ran them Vitest knows of files only their size, which tells nothing of this.
 */
const LONGEST = [
  'test/service/answering.heavy.test.ts',
  'test/province/programmes.heavy.test.ts',
  'test/documents/ocr/corpus.heavy.test.ts',
  'test/attack/attack.heavy.test.ts',
  'test/runtime/runtime.heavy.test.ts',
  'test/service/kill.heavy.test.ts',
  'test/property/forecast.heavy.test.ts',
  'test/service/scans.heavy.test.ts',
  'test/on-premises/restore.heavy.test.ts',
  'test/http/agency.heavy.test.ts',
  'test/http/loop.heavy.test.ts',
  'test/service/year.heavy.test.ts',
  'test/intake/catalogue/hostile.heavy.test.ts',
  'test/gaming/gaming.heavy.test.ts',
  'test/http/desk.heavy.test.ts',
  'test/province/threads.heavy.test.ts',
  'test/documents/ocr/command-line.heavy.test.ts',
  'test/documents/ocr/recognize-scan.heavy.test.ts',
  'test/service/workers.heavy.test.ts',
  'test/service/on-premises.heavy.test.ts',
  'test/property/left-out.random.test.ts',
  'test/engine/items.random.test.ts',
  'test/documents/docx/hostile-office.heavy.test.ts',
  'test/http/builder.heavy.test.ts',
  'test/http/papers.heavy.test.ts',
  'test/property/oracle.random.test.ts',
  'test/province/command.test.ts',
  'test/cli/scenarios.test.ts',
  'test/service/recheck.test.ts',
  'test/workbook/edited-by-hand.test.ts',
  'test/property/forecast.test.ts',
]

/** Begins the longest files first, the others as Vitest would. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.filter((path) => !existsSync(path))
    if (gone.length > 0) throw new Error(`test/support/longest-first.ts names what is not there: ${gone.join(', ')}`)
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`))
      return at === -1 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
