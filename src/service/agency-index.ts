import type { Store, StoredObject } from '../store/store.ts'
import { AGENCIES, agencyOfKey, agencyPrefix, uploadPrefix } from './keys.ts'

/** Keys of what is indexed of one agency, each in upload or year order. */
export interface AgencyIndex {
  code: string
  uploads: readonly string[]
  rechecks: readonly string[]
}

/** The index of one agency; empty when nothing of it was judged. */
export async function agencyIndex(code: string, store: Store): Promise<AgencyIndex> {
  for await (const index of byAgency(store.list(agencyPrefix(code)))) return index
  return { code, uploads: [], rechecks: [] }
}

/** Keys of the entries of one upload, in the order in which the store got its versions. */
export async function uploadKeys(code: string, uploadId: string, store: Store): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(uploadPrefix(code, uploadId))) keys.push(key)
  return keys
}

/** The indexes of all agencies, in one pass over the store. */
export function allAgencies(store: Store): AsyncGenerator<AgencyIndex> {
  return byAgency(store.list(AGENCIES))
}

/** The keys of one agency follow each other, so only those are held. */
async function* byAgency(objects: AsyncIterable<StoredObject>): AsyncGenerator<AgencyIndex> {
  let code: string | undefined
  let keys: string[] = []
  for await (const { key } of objects) {
    const owner = agencyOfKey(key)
    if (owner !== code) {
      if (code !== undefined) yield indexOf(code, keys)
      code = owner
      keys = []
    }
    keys.push(key)
  }
  if (code !== undefined) yield indexOf(code, keys)
}

function indexOf(code: string, keys: readonly string[]): AgencyIndex {
  const under = (name: string) => keys.filter((key) => key.startsWith(`${agencyPrefix(code)}${name}/`))
  return { code, uploads: under('uploads'), rechecks: under('rechecks') }
}
