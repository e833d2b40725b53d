import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { withVerdictExcerpt } from './readme-excerpt.ts'
import { refusalCodesPage } from './refusal-codes.ts'

/** `npm run docs`: writes what stands in the documentation but is said by the program: refusals, a verdict. */
export async function main(): Promise<number> {
  await mkdir('docs', { recursive: true })
  await writeFile('docs/refusal-codes.md', refusalCodesPage())
  await writeFile('README.md', await withVerdictExcerpt(await readFile('README.md', 'utf8')))
  return 0
}
