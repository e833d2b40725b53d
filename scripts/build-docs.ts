import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openApiDocument } from '../src/http/api/openapi.ts'
import { ROUTES } from '../src/http/app.ts'
import { rulePages } from '../src/render/rules/pages.ts'
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { withImportTable } from './import-table.ts'
import { withVerdictExcerpt } from './readme-excerpt.ts'
import { refusalCodesPage } from './refusal-codes.ts'
import { textsPage } from './texts.ts'

/** `npm run docs`: writes what stands in the documentation but is said by the program: refusals, the texts, the HTTP API, the rules, a verdict, which folder may import which. */
export async function main(): Promise<number> {
  await mkdir('docs', { recursive: true })
  await writeFile('docs/refusal-codes.md', refusalCodesPage())
  await writeFile('docs/texts.md', textsPage())
  await writeFile('docs/openapi.json', `${JSON.stringify(openApiDocument(ROUTES), null, 2)}\n`)
  const { loaded, tests } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  await mkdir('docs/rules', { recursive: true })
  for (const [file, page] of rulePages(loaded.source, tests)) await writeFile(join('docs/rules', file), page)
  await writeFile('README.md', await withVerdictExcerpt(await readFile('README.md', 'utf8')))
  await writeFile('ARCHITECTURE.md', withImportTable(await readFile('ARCHITECTURE.md', 'utf8')))
  return 0
}
