import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withVerdictExcerpt } from '../../scripts/readme-excerpt.ts'

const readme = readFileSync('README.md', 'utf8')

test('the verdict shown is the verdict of today (else: npm run docs)', async () => {
  expect(readme).toBe(await withVerdictExcerpt(readme))
})

test('the house tells every folder of src with what the linter lets it import', () => {
  const rows = [...readme.matchAll(/^\| `src\/(\w+)`\s*\|[^|]*\|([^|]*)\|$/gm)]
  const told = Object.fromEntries(rows.map(([, folder, imports]) => [folder, imports?.trim()]))
  const linted = readFileSync('biome.json', 'utf8').matchAll(/src\/(\w+) may import only: (.*?)\. See README/g)
  const here = [...linted].filter(
    ([, folder]) => existsSync(`src/${folder}`) && readdirSync(`src/${folder}`).length > 0,
  )
  expect(told).toEqual(Object.fromEntries(here.map(([, folder, imports]) => [folder, imports])))
})

test('what it links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((target) => !existsSync(target))).toEqual([])
})

test('the scripts it names are scripts of the package', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})
