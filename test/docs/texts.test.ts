import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { CATALOGUES, textsPage } from '../../scripts/texts.ts'
import { sources } from '../house/sources.ts'

/** A text in two languages, as it begins in the code. */
const TEXT = /\bvi: ?['"`]|\bvi:$/gm

/** Areas in which every text stands in a catalogue. */
const DONE = [
  'src/browser/',
  'src/render/',
  'src/http/agency/',
  'src/http/province/',
  'src/http/layout.tsx',
  'src/http/welcome.tsx',
]
/** Pages that say one thing once, with what was found in the middle of it. */
const SAID_ONCE = ['src/http/agency/builder.tsx', 'src/http/province/year.ts', 'src/render/renderer.ts']

const outside = sources().flatMap(({ path, text }) => {
  const count = text.match(TEXT)?.length ?? 0
  return count === 0 || path in CATALOGUES ? [] : [[path, count] as const]
})

/** The page without its last column: which files use a text changes more often than the text. */
const said = (page: string) => page.split('\n').map((line) => line.replace(/ \| [^|]*\|$/, ' |'))

test('docs/texts.md says what the catalogues say (else: npm run docs)', async () => {
  expect(said(await readFile('docs/texts.md', 'utf8'))).toEqual(said(textsPage()))
})

test('every catalogue can be proofread in one sitting', () => {
  for (const path of Object.keys(CATALOGUES)) {
    const rows =
      textsPage()
        .split(`## ${path}\n`)[1]
        ?.split('\n## ')[0]
        ?.match(/^\| \w/gm) ?? []
    expect(rows.length, path).toBeGreaterThan(5)
    expect(rows.length, path).toBeLessThan(250)
  }
})

/** Texts with what was found in the middle of them, which a function writes. Their number may only fall. */
const LEFT = 525

test('no more texts stand outside catalogues than did', () => {
  expect(outside.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(LEFT)
})

test('no text of an area that is done stands outside a catalogue', () => {
  const lost = outside.filter(([path]) => DONE.some((area) => path.startsWith(area)) && !SAID_ONCE.includes(path))
  expect(lost).toEqual([])
})
