import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import ALLOWED from './allowed-imports.json' with { type: 'json' }
import { folderOf, type Source, sources } from './sources.ts'

const files = sources()
const allowed: Record<string, readonly string[]> = ALLOWED

test('the tree is the twelve folders and the handlers, and about 400 files', () => {
  expect([...new Set(files.map(({ folder }) => folder))].sort()).toEqual(Object.keys(allowed).sort())
  expect(Object.keys(allowed)).toHaveLength(13)
  expect(files.length).toBeGreaterThan(300)
  expect(files.length).toBeLessThanOrEqual(510)
})

test('a folder imports only what its row allows, and every allowance is used', () => {
  const used: Record<string, string[]> = Object.fromEntries(Object.keys(allowed).map((folder) => [folder, []]))
  for (const { folder, imports } of files)
    for (const path of imports) {
      const other = folderOf(path)
      if (other !== folder && !used[folder]?.includes(other)) used[folder]?.push(other)
    }
  const sorted = (rows: Record<string, readonly string[]>) =>
    Object.fromEntries(Object.entries(rows).map(([folder, others]) => [folder, [...others].sort()]))
  expect(sorted(used)).toEqual(sorted(allowed))
})

test('no import goes in a circle, between folders or between files', () => {
  expect(circles(new Map(Object.entries(allowed).map(([folder, others]) => [folder, [...others]])))).toEqual([])
  expect(circles(new Map(files.map(({ path, imports }) => [path, imports])))).toEqual([])
})

test('a circle is found where there is one', () => {
  expect(circles(new Map(Object.entries({ a: ['b'], b: ['c'], c: ['b'], d: ['a'] })))).toEqual([['b', 'c']])
})

test('every import names a file that is there', () => {
  const paths = new Set(files.map(({ path }) => path))
  const lost = files.flatMap(({ path, imports }) =>
    imports.filter((one) => !paths.has(one)).map((one) => `${path}: ${one}`),
  )
  expect(lost).toEqual([])
})

test('at most ten files that are not data have under 30 lines', () => {
  const small = files.filter(({ path, lines }) => lines < 30 && !path.endsWith('.d.ts'))
  expect(small.map(({ path }) => path).length, small.map(named).join('\n')).toBeLessThanOrEqual(10)
})

test('no folder has one or two files', () => {
  const counts = new Map<string, number>()
  for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count < 3)).toEqual([])
})

const named = ({ path, lines }: Source) => `${path} ${lines}`

/** Groups of names that reach each other (Tarjan's strongly connected components of two or more). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const visit = (name: string): number => {
    order.set(name, order.size)
    let lowest = order.get(name) ?? 0
    low.set(name, lowest)
    open.push(name)
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next))
      else if (open.includes(next)) lowest = Math.min(lowest, order.get(next) ?? lowest)
    }
    low.set(name, lowest)
    if (lowest === order.get(name)) {
      const group = open.splice(open.indexOf(name))
      if (group.length > 1) found.push(group.sort())
    }
    return lowest
  }
  for (const name of graph.keys()) if (!order.has(name)) visit(name)
  return found
}
