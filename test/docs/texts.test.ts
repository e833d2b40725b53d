import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { CATALOGUES, textsPage } from '../../scripts/texts.ts'
import { sources } from '../house/sources.ts'

/** A text in two languages, as it begins in the code. */
const TEXT = /\bvi: ?['"`]|\bvi:$/gm

/** Each with its reason. */
const BESIDE = [
  // What a list of facts is called stands in its definition, as the names of its fields do.
  'src/rules/facts/',
  // The title of a rule set that could not be read: no text at all.
  'src/rules/load.ts',
]

const outside = sources().flatMap(({ path, text }) => {
  const count = text.match(TEXT)?.length ?? 0
  return count === 0 || path in CATALOGUES ? [] : [[path, count] as const]
})

const page = textsPage()

/** The page without its last column: which files use a text changes more often than the text. */
const said = (page: string) => page.split('\n').map((line) => line.replace(/ \| [^|]*\|$/, ' |'))

test('docs/texts.md says what the catalogues say (else: npm run docs)', async () => {
  expect(said(await readFile('docs/texts.md', 'utf8'))).toEqual(said(page))
})

test('every catalogue can be proofread in one sitting', () => {
  for (const path of Object.keys(CATALOGUES)) {
    const rows =
      page
        .split(`## ${path}\n`)[1]
        ?.split('\n## ')[0]
        ?.match(/^\| \w/gm) ?? []
    expect(rows.length, path).toBeGreaterThan(5)
    expect(rows.length, path).toBeLessThan(250)
  }
})

test('no text stands outside a catalogue', () => {
  expect(outside.filter(([path]) => !BESIDE.some((start) => path.startsWith(start)))).toEqual([])
})
