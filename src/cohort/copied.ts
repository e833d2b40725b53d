import type { CohortInput } from './input.ts'
import type { Problem } from './prescreen.ts'

interface Seen {
  file: string
  now: Set<string>
  before: Set<string>
  yearly: boolean
}

/**
 * Files with the same bytes in two agencies' bundles, in another agency's of last year, or in the agency's own of last
 * year where they are evidence of one year's work; and whole bundles that were handed in last year. For the authority,
 * never for the agency: a province's own papers stand in many bundles rightly.
 */
export function copiedFiles(input: CohortInput): Problem[] {
  const seen = new Map<string, Seen>()
  for (const one of input.submissions) {
    if (!('screening' in one)) continue
    const { agency, files, sha256 } = one.screening
    note(seen, sha256, one.file, agency.code, true)
    for (const { path, sha256: hash, yearly } of files) note(seen, hash, path, agency.code, yearly)
  }
  for (const { agency, files } of input.earlier ?? [])
    for (const { sha256 } of files) seen.get(sha256)?.before.add(agency.code)
  for (const { code, bundle } of input.previous?.agencies ?? [])
    if (bundle !== null) seen.get(bundle.sha256)?.before.add(code)
  return [...seen.values()].filter(isCopied).map(({ file, now, before }) => ({
    kind: 'copied',
    codes: [...new Set([...now, ...before])].sort(),
    file,
  }))
}

function note(seen: Map<string, Seen>, sha256: string, file: string, code: string, yearly: boolean): void {
  const known = seen.get(sha256)
  if (known === undefined) seen.set(sha256, { file, now: new Set([code]), before: new Set(), yearly })
  else {
    known.now.add(code)
    known.yearly ||= yearly
  }
}

function isCopied({ now, before, yearly }: Seen): boolean {
  if (now.size > 1) return true
  return [...before].some((code) => !now.has(code) || yearly)
}
