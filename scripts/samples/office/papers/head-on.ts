import type { Desk } from '../office.ts'
import { pick } from './pick.ts'

/** Name of the head in office on a day: the first of the manifest's heads whose time holds it. */
export function headOn({ manifest }: Desk, day: string): string {
  const { heads } = manifest.agency
  const there = heads.filter(({ from = '', to = '9999' }) => from <= day && day <= to)
  return pick(there.length > 0 ? there : heads, 0).name
}
