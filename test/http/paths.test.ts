import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { historyPath, verdictAtDeskPath, yearPath } from '../../src/core/paths.ts'
import { PAGES } from '../../src/http/app.ts'

const WRITTEN_IN = 'src/core/paths.ts'

/** First parts of the paths of pages: `agency`, `desk`, `rule-book`, … */
const firstParts = [...new Set(PAGES.map(({ path }) => path.split('/')[1] ?? ''))].filter((part) => part !== '')
const WRITTEN = new RegExp(`['"\`]/(?:${firstParts.join('|')})(?=['"\`/?#]|\\$\\{)`)

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

test('the path of a page is written once', () => {
  expect(firstParts).toEqual(expect.arrayContaining(['agency', 'desk', 'rule-book', 'sign-in']))
  const writing = ['src/core', 'src/http', 'src/browser', 'src/cli', 'handlers'].flatMap(sources).filter((path) => {
    // Where modules are, and what comments show, is no path of a page.
    const text = readFileSync(path, 'utf8').replaceAll(/^(?:import|export|\}) .*from '.*'$|^\s*\/\*\*.*$/gm, '')
    return WRITTEN.test(text)
  })
  expect(writing).toEqual([WRITTEN_IN])
})

test('a path is that of the route, or of one page of it', () => {
  expect([yearPath('{year}'), yearPath(2026)]).toEqual(['/desk/{year}', '/desk/2026'])
  expect(historyPath('{code}')).toBe('/desk/agencies/{code}')
  expect(verdictAtDeskPath('H61/12', 'a b')).toBe('/desk/agencies/H61%2F12/verdicts/a%20b')
})
