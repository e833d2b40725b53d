import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const BROKEN = new URL('../../../fixtures/broken-manifests/', import.meta.url)

/** Ends the name of a fixture that no tool shall tidy; the bundle's file has its name without it. */
const UNTIDIED = /\.text$/

/** One problem that must be told: at its place, with words of its Vietnamese sentence. */
export interface ExpectedProblem {
  pointer?: string
  line?: number
  found?: string
  vi: string
}

/** A bundle whose manifest is refused: the files of its folder `bundle/`, or what its `make.ts` makes. */
export interface BrokenCase {
  name: string
  files: Record<string, string | Uint8Array>
  code: string
  /** All problems, in the order of the file; absent where the refusal has none or too many to write down. */
  problems?: ExpectedProblem[]
  /** Number of problems listed, where they are not written down. */
  listed?: number
  /** Words of the Vietnamese message. */
  message?: string
}

function filesBelow(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`
      return [relative(folder, path).replaceAll('\\', '/').replace(UNTIDIED, ''), readFileSync(path)]
    }),
  )
}

/** Every folder of fixtures/broken-manifests. */
export async function brokenCases(): Promise<BrokenCase[]> {
  const names = readdirSync(fileURLToPath(BROKEN)).sort()
  if (names.length === 0) throw new Error('no cases')
  return Promise.all(
    names.map(async (name) => {
      const at = new URL(`${name}/`, BROKEN)
      const maker = new URL('make.ts', at)
      const files = existsSync(maker)
        ? (await import(maker.href)).default()
        : filesBelow(fileURLToPath(new URL('bundle', at)))
      return { name, files, ...JSON.parse(readFileSync(new URL('expected.json', at), 'utf8')) }
    }),
  )
}
