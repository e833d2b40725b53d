import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withImportTable } from '../../scripts/import-table.ts'
import { withVerdictExcerpt } from '../../scripts/readme-excerpt.ts'

const read = (path: string) => readFileSync(path, 'utf8')
/** Pages that a person writes, with the bytes that a reader of each bears; those under docs/ have no bound. */
const BOUNDS = { 'README.md': 8192, 'ARCHITECTURE.md': 6144, 'CONTRIBUTING.md': 6144 }
const PAGES = ['co-quan', 'authority', 'rules', 'runbook'].map((name) => `docs/${name}.md`)
/** A file of the project, or one below `src` by its folder there. */
const FILE = new RegExp(
  `(?<![\\w./(<-])(?:src|test|scripts|fixtures|${readdirSync('src').join('|')})/[\\w./-]*\\.(?:tsx?|json|yaml|md)\\b`,
  'g',
)
const written = [...Object.keys(BOUNDS), ...PAGES]

test('the verdict shown is the verdict of today (else: npm run docs)', async () => {
  expect(read('README.md')).toBe(await withVerdictExcerpt(read('README.md')))
})

test('the allowed imports shown are those that are tested (else: npm run docs)', () => {
  expect(read('ARCHITECTURE.md')).toBe(withImportTable(read('ARCHITECTURE.md')))
})

test('the architecture tells every folder of src', () => {
  const folders = readdirSync('src', { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
  const told = read('ARCHITECTURE.md').slice(0, read('ARCHITECTURE.md').indexOf('<!-- Allowed imports'))
  expect(folders.filter((folder) => !told.includes(`| \`${folder}\` |`))).toEqual([])
})

test('every reader is sent to a page', () => {
  for (const page of [...PAGES, 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/verdict.png'])
    expect(read('README.md')).toContain(`](${page})`)
})

describe.each(written)('%s', (page) => {
  const text = read(page)

  test('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([])
  })

  test('names scripts of the package, and files that are there', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
    const files = [...text.matchAll(FILE)].map(([file]) => file)
    expect(files.filter((file) => !existsSync(file) && !existsSync(join('src', file)))).toEqual([])
  })
})

test.each(Object.entries(BOUNDS))('%s is no longer than %i bytes', (page, most) => {
  expect(Buffer.byteLength(read(page))).toBeLessThanOrEqual(most)
})
