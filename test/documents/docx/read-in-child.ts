import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readDocx } from '../../../src/documents/docx/docx.ts'
import { readCsvText, readSheet } from '../../../src/documents/sheet.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { processorTime } from '../../support/processor-time.ts'

/** Bundled and run in a process of its own: reads every file of the folder argv[2], one after the other, and prints what came of each. */
const [, , folder = ''] = process.argv
const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
const answers: Record<string, unknown> = {}
for (const name of await readdir(folder)) {
  const bytes = await readFile(join(folder, name))
  const spent = processorTime()
  const { content, ...rest } = await read(name, bytes)
  const lines = content.flatMap((page) => page.lines.map(({ text }) => text))
  answers[name] = {
    ...rest,
    count: lines.length,
    lines: lines.slice(0, 5).map((line) => line.slice(0, 200)),
    milliseconds: spent(),
    kibibytes: process.resourceUsage().maxRSS,
  }
}
process.stdout.write(JSON.stringify(answers))

function read(name: string, bytes: Uint8Array) {
  const extension = extname(name)
  if (extension === '.csv') return readCsvText(bytes)
  return extension.startsWith('.xls') ? readSheet(bytes, options) : readDocx(bytes, options)
}
