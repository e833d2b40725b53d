import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const HOSTILE = new URL('../../../fixtures/hostile/', import.meta.url)

/** A case in a file of its own: what it is made of, and what must come of it. */
export interface HostileCase {
  name: string
  make: (folder: string) => unknown
  /** Code of the refusal, and the entry it names. */
  refusal?: string
  entry?: string
  /** Paths read, and codes of the notices, of a case that is accepted. */
  paths?: string[]
  notices?: string[]
}

/** Every case in a folder below fixtures/hostile. */
export async function casesIn(folder: string): Promise<HostileCase[]> {
  const at = new URL(`${folder}/`, HOSTILE)
  const files = readdirSync(fileURLToPath(at)).sort()
  if (files.length === 0) throw new Error(`no cases in ${folder}`)
  return Promise.all(
    files.map(async (file) => ({ name: basename(file, '.ts'), ...(await import(new URL(file, at).href)) })),
  )
}
