import { fromPointer, mergePatch, removeAt } from '../../src/core/json.ts'
import type { Block } from '../../src/dossier/agency.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../src/dossier/manifest.ts'
import type { CohortDescription } from './description.ts'

/** One agency of a cohort, and what is true of it. */
export interface CohortAgency {
  code: string
  name: string
  block: Block
  declared: boolean
  again: boolean
  behind: boolean
  thin: boolean
  signedOn: string | undefined
  lastOnSite: number | undefined
}

/** The dossiers of fixtures/base are complete on this day. */
const BASE = { year: 2026, monthDay: '11-01' }

/**
 * The manifest of an agency: a dossier of fixtures/base, moved back to before the day, with the agency's traits, its papers
 * kept as text.
 */
export function agencyManifest(
  base: unknown,
  agency: CohortAgency,
  { province, year, asOf, papers }: Pick<CohortDescription, 'province' | 'year' | 'asOf' | 'papers'>,
): Manifest {
  const { code, name, block, again, behind, thin, signedOn } = agency
  const moved = inYear(base, Number(asOf.slice(0, 4)) - (asOf.slice(5) < BASE.monthDay ? 1 : 0))
  const [act] = moved.declarations ?? []
  const stated = mergePatch(moved, {
    assessmentYear: year,
    agency: { code, name, block, province, website: null },
    declarations: [{ ...act, kind: again ? 'again' : 'first', ...(signedOn !== undefined && { signedOn }) }],
    scopeEvents: [],
    ...(behind && { processes: moved.processes?.slice(1) }),
    ...(thin && { managementReviews: null }),
  })
  const kept = JSON.parse(JSON.stringify(stated).replace(/\.(?:pdf|jpg)"/g, '.txt"'))
  return papers === 'all' ? kept : withMainPapers(kept)
}

/** Sections whose papers a blocking rule asks for. */
const MAIN = ['declarations', 'internalAudits', 'managementReviews']

/** The manifest without the names of all other papers: what an agency sends that was asked for the main ones alone. */
function withMainPapers(manifest: Manifest): Manifest {
  const others = namedPaths(manifestSchema, manifest).filter(
    ({ pointer }) => !MAIN.includes(fromPointer(pointer)[0] ?? ''),
  )
  return others.toReversed().reduce<unknown>((rest, { pointer }) => removeAt(rest, pointer), manifest) as Manifest
}

/** Every date moved by whole years, so that a dossier of 2026 becomes one of another year. */
function inYear(base: unknown, year: number): Manifest {
  const text = JSON.stringify(base).replace(
    /"(20\d\d)(-\d\d-\d\d)"/g,
    (_, from: string, rest: string) => `"${Number(from) + year - BASE.year}${rest}"`,
  )
  return JSON.parse(text)
}
