import { agencyCode } from '../base/names.ts'
import type { Screening } from '../verdict/screening.ts'
import type { CohortInput, Submission } from './input.ts'
import type { Problem } from './prescreen.ts'

/** The bundle that counts for each agency of the register, and what is told of the others. */
export interface MatchedBundles {
  byCode: ReadonlyMap<string, { file: string; screening: Screening }>
  problems: Problem[]
}

type Judged = Extract<Submission, { screening: Screening }>

/**
 * Gives each bundle to the agency its manifest names, by the code it has or had. Of several bundles of one agency the
 * one for the year counts, then the first by name; the others are told.
 */
export function matchBundles({ register, submissions, year }: CohortInput): MatchedBundles {
  const codes = new Map(register.members.flatMap(({ code, renamedFrom }) => oldCode(renamedFrom, code)))
  for (const { code } of register.members) codes.set(code, code)
  const byCode = new Map<string, Judged>()
  const problems: Problem[] = []
  const inOrder = [...submissions].sort((a, b) => (a.file < b.file ? -1 : 1))
  const judged = inOrder.flatMap((one) => ('screening' in one ? [one] : []))
  const forYear = (one: Judged) => one.screening.assessmentYear === year
  for (const one of [...judged.filter(forYear), ...judged.filter((other) => !forYear(other))]) {
    const said = one.screening.agency.code
    const code = codes.get(said)
    if (code === undefined) problems.push({ kind: 'unknownAgency', codes: [said], file: one.file })
    else if (byCode.has(code)) problems.push({ kind: 'duplicateBundle', codes: [code], file: one.file })
    else byCode.set(code, one)
  }
  const refused = inOrder.flatMap((one): Problem[] =>
    'refused' in one ? [{ kind: 'refused', codes: [], file: one.file }] : [],
  )
  return { byCode, problems: [...problems.sort(byKind), ...refused] }
}

function oldCode(renamedFrom: string | undefined, code: string): [string, string][] {
  return renamedFrom === undefined ? [] : [[agencyCode(renamedFrom), code]]
}

const byKind = (a: Problem, b: Problem) =>
  b.kind.localeCompare(a.kind, 'en') || ((a.file ?? '') < (b.file ?? '') ? -1 : 1)
