import { foldName } from '../base/names.ts'
import type { Manifest } from '../dossier/manifest.ts'
import type { Scope } from './scope.ts'

/** A number and sign the agency gave to documents of one year, as first written, and where. */
export interface NumberInYear {
  number: string
  year: string
  pointers: readonly string[]
}

/**
 * The numbers and signs of the agency's own documents: declarations, notices, the status report. Numbers restart each
 * year; they match case folded and without white space.
 */
export function numbersInYear({ manifest }: Scope): readonly NumberInYear[] {
  const found = new Map<string, { number: string; year: string; pointers: string[] }>()
  for (const { number, date, pointer } of ownNumbers(manifest)) {
    const year = date.slice(0, 4)
    const key = `${year} ${foldName(number).replaceAll(' ', '')}`
    const known = found.get(key) ?? { number, year, pointers: [] }
    known.pointers.push(pointer)
    found.set(key, known)
  }
  return [...found.values()]
}

function ownNumbers({ declarations = [], statusReport }: Manifest) {
  const used: { number: string | undefined; date: string; pointer: string }[] = []
  declarations.forEach(({ number, signedOn, notice }, index) => {
    used.push({ number, date: signedOn, pointer: `/declarations/${index}/number` })
    if (notice)
      used.push({ number: notice.number, date: notice.sentOn, pointer: `/declarations/${index}/notice/number` })
  })
  if (statusReport)
    used.push({ number: statusReport.number, date: statusReport.signedOn, pointer: '/statusReport/number' })
  return used.flatMap(({ number, ...rest }) => (number === undefined ? [] : [{ number, ...rest }]))
}

/** The files of the bundle by content: each entry holds the paths, in order, under which the same bytes are found. */
export function filesByContent({ dossier }: Scope): readonly (readonly string[])[] {
  const byHash = new Map<string, string[]>()
  for (const { path, sha256, state } of dossier.files.values()) {
    if (state === 'empty') continue
    const paths = byHash.get(sha256) ?? []
    byHash.set(sha256, paths)
    paths.push(path)
  }
  return [...byHash.values()]
}
