import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const CASES = 'fixtures/broken-rules'

/** A mistake put into the shipped rules, and what must be told of it. */
const brokenRules = z.strictObject({
  /** File below rules/ that is changed. */
  file: z.string(),
  /** The file is made first, as a copy of this one. */
  copyOf: z.string().optional(),
  /** Each text is replaced wherever it stands; it must stand there. */
  replace: z.array(z.strictObject({ find: z.string().min(1), with: z.string() })).min(1),
  /** Every problem that is told, in order: words of the first line it may stand in, and of its Vietnamese sentence. */
  expect: z.array(z.strictObject({ at: z.string(), words: z.string() })).min(1),
})
export type BrokenRules = z.infer<typeof brokenRules>

/** The cases of fixtures/broken-rules, by the names of their folders. */
export async function brokenRulesCases(): Promise<{ name: string; given: BrokenRules }[]> {
  const names = (await readdir(CASES)).sort()
  return Promise.all(names.map(async (name) => ({ name, given: await readCase(name) })))
}

async function readCase(name: string): Promise<BrokenRules> {
  return brokenRules.parse(JSON.parse(await readFile(`${CASES}/${name}/case.json`, 'utf8')))
}

/**
 * Copies the shipped rules into a folder with the mistake of one case in them.
 * @returns the text of the changed file
 */
export async function breakRules(name: string, folder: string): Promise<string> {
  const { file, copyOf, replace } = await readCase(name)
  await cp('rules', folder, { recursive: true })
  let text = await readFile(join(folder, copyOf ?? file), 'utf8')
  for (const { find, with: put } of replace) {
    if (!text.includes(find)) throw new Error(`${name}: ${file} has no '${find}' any more`)
    text = text.replaceAll(find, put)
  }
  await writeFile(join(folder, file), text)
  return text
}
