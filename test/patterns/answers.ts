import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { builtPatterns, collectPatterns, type Pattern, patternName } from './collect-patterns.ts'

/** What the checker says of a pattern: `safe` is linear, or so bounded that it found no text that takes long. */
export type Answer = 'safe' | 'vulnerable' | 'unknown'

const root = fileURLToPath(new URL('../../', import.meta.url))
const file = fileURLToPath(new URL('answers.json', import.meta.url))

/** Every pattern that texts from outside can meet, by its name: all of the product. */
export async function allPatterns(): Promise<ReadonlyMap<string, Pattern>> {
  const { literals, builders } = await collectPatterns(root, ['src', 'handlers'])
  const all = [...literals, ...(await builtPatterns(root, builders))]
  return new Map(all.map((pattern) => [patternName(pattern), pattern]))
}

/** The checker's answers, by names of patterns. */
export async function readAnswers(): Promise<Record<string, Answer>> {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'))
}

/** Keeps the answers, sorted, one a line. */
export async function writeAnswers(answers: Readonly<Record<string, Answer>>): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(file, `${JSON.stringify(sorted, null, 2)}\n`)
}
