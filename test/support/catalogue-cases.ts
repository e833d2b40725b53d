import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One folder of `fixtures/catalogues`: what it expects, and its list once made. */
export interface CatalogueCase {
  name: string
  expected: unknown
  list(): Promise<{ name: string; bytes: Uint8Array }>
}

/** The cases of one folder of `fixtures/catalogues`, by name. */
export async function catalogueCases(group: 'readable' | 'unreadable' | 'hostile'): Promise<CatalogueCase[]> {
  const folder = join(import.meta.dirname, '../../fixtures/catalogues', group)
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      expected: JSON.parse(await readFile(join(folder, name, 'expected.json'), 'utf8')) as unknown,
      list: () => listIn(join(folder, name)),
    })),
  )
}

async function listIn(folder: string): Promise<{ name: string; bytes: Uint8Array }> {
  const maker = join(folder, 'make.ts')
  if (existsSync(maker)) {
    const { default: make } = (await import(pathToFileURL(maker).href)) as {
      default: () => Promise<{ name: string; bytes: Uint8Array }>
    }
    return make()
  }
  const name = (await readdir(folder)).find((file) => file.startsWith('list.'))
  if (name === undefined) throw new Error(`${folder} holds neither make.ts nor a list`)
  return { name, bytes: await readFile(join(folder, name)) }
}
