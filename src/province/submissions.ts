import * as z from 'zod'
import { InputError, type Localized } from '../core/errors.ts'
import { agencyCode } from '../core/names.ts'
import type { Register } from '../dossier/agency.ts'
import type { Profile, RuleSet } from '../rules/rule-set.ts'
import { readYaml } from '../rules/yaml.ts'
import type { Prescreen, PrescreenProblem } from './prescreen.ts'
import type { ScreenedFile } from './screened-figures.ts'
import type { Screening } from './screening.ts'

/** A bundle that came in, by its name in the folder: judged, or refused for a technical reason. */
export type Submission = { file: string; screening: Screening } | { file: string; refused: string }

/** What the pre-screening of a year is made from. The same inputs give the same document. */
export interface CohortInput {
  register: Register
  submissions: readonly Submission[]
  year: number
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  ruleSet: { source: RuleSet; sha256: string }
  profile: Profile
  /** Decides the random share of the plan, and nothing else. */
  seed: number
  /** Last year's document. */
  previous?: Prescreen | undefined
  /** Last year's bundles, to find what was handed in again. */
  earlier?: readonly Pick<Screening, 'agency' | 'files' | 'figures'>[] | undefined
  /** Agencies whose dossier came in and cannot be had now, and why: nothing is said of them. */
  notJudged?: readonly { code: string; why: Localized }[] | undefined
  /** What a person decided beside the plan. */
  changes?: readonly PlanChange[] | undefined
}

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const common = { agency: z.string().min(1), reason: z.string().min(1), by: z.string().min(1).optional() }

/** What a person decided beside the plan, with the written reason: the file kept beside it is a list of these. */
export const planChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add'), ...common, month: month.optional() }),
  z.strictObject({ change: z.literal('drop'), ...common }),
  z.strictObject({ change: z.literal('move'), ...common, month }),
])
export type PlanChange = z.infer<typeof planChange>

/**
 * The changes a person keeps beside the plan, YAML or JSON: `agency`, `change` (add: visit it, drop: do not, move: to
 * another `month`), `reason`.
 * @throws InputError naming every place that is not as it must be
 */
export function readPlanChanges(file: string, text: string): PlanChange[] {
  const { value, problems } = readYaml(file, text, z.array(planChange))
  if (value === undefined)
    throw new InputError({
      vi: problems.map(({ line, text: said }) => `${file} dòng ${line}: ${said.vi}`).join('\n'),
      en: problems.map(({ line, text: said }) => `${file} line ${line}: ${said.en}`).join('\n'),
    })
  return value.map((one) => ({ ...one, agency: agencyCode(one.agency) }))
}

/** The bundle that counts for each agency of the register, and what is told of the others. */
export interface MatchedBundles {
  byCode: ReadonlyMap<string, { file: string; screening: Screening }>
  problems: PrescreenProblem[]
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
  const problems: PrescreenProblem[] = []
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
  const refused = inOrder.flatMap((one): PrescreenProblem[] =>
    'refused' in one ? [{ kind: 'refused', codes: [], file: one.file }] : [],
  )
  return { byCode, problems: [...problems.sort(byKind), ...refused] }
}

function oldCode(renamedFrom: string | undefined, code: string): [string, string][] {
  return renamedFrom === undefined ? [] : [[agencyCode(renamedFrom), code]]
}

const byKind = (a: PrescreenProblem, b: PrescreenProblem) =>
  b.kind.localeCompare(a.kind, 'en') || ((a.file ?? '') < (b.file ?? '') ? -1 : 1)

interface Seen {
  file: string
  now: Set<string>
  before: Set<string>
  yearly: boolean
}

/**
 * Files with the same bytes, the same words or the same drawn pages in two agencies' bundles, in another agency's of last year, or in the agency's own of last
 * year where they are evidence of one year's work; and whole bundles that were handed in last year. For the authority,
 * never for the agency: a province's own papers stand in many bundles rightly.
 */
export function copiedFiles(input: CohortInput): PrescreenProblem[] {
  const told = new Set<string>()
  return copies(input).flatMap(({ file, codes }): PrescreenProblem[] => {
    const key = JSON.stringify([file, codes])
    if (told.has(key)) return []
    told.add(key)
    return [{ kind: 'copied', codes, file }]
  })
}

/** Agencies from which a paper they all have is rather the province's own. */
const COMMON = 4

/** Codes of the agencies whose papers are another's: of a year's work, or of hardly anybody else. */
export function copying(input: CohortInput): ReadonlySet<string> {
  return new Set(copies(input).flatMap(({ codes, yearly }) => (yearly || codes.length < COMMON ? codes : [])))
}

function copies(input: CohortInput): { file: string; codes: string[]; yearly: boolean }[] {
  const seen = new Map<string, Seen>()
  for (const one of input.submissions) {
    if (!('screening' in one)) continue
    const { agency, files, sha256 } = one.screening
    note(seen, sha256, one.file, agency.code, true)
    for (const file of files) for (const mark of marksOf(file)) note(seen, mark, file.path, agency.code, file.yearly)
  }
  for (const { agency, files } of input.earlier ?? [])
    for (const file of files) for (const mark of marksOf(file)) seen.get(mark)?.before.add(agency.code)
  for (const { code, bundle } of input.previous?.agencies ?? [])
    if (bundle !== null) seen.get(bundle.sha256)?.before.add(code)
  return [...seen.values()].filter(isCopied).map(({ file, now, before, yearly }) => ({
    file,
    codes: [...new Set([...now, ...before])].sort(),
    yearly,
  }))
}

/** By what a paper is known again: its bytes, its words, its drawn pages. */
function marksOf({ sha256, textHash, drawnHash }: ScreenedFile): string[] {
  return [
    sha256,
    ...(textHash === undefined ? [] : [`words ${textHash}`]),
    ...(drawnHash === undefined ? [] : [`pages ${drawnHash}`]),
  ]
}

function note(seen: Map<string, Seen>, mark: string, file: string, code: string, yearly: boolean): void {
  const known = seen.get(mark)
  if (known === undefined) seen.set(mark, { file, now: new Set([code]), before: new Set(), yearly })
  else {
    known.now.add(code)
    known.yearly ||= yearly
  }
}

function isCopied({ now, before, yearly }: Seen): boolean {
  if (now.size > 1) return true
  return [...before].some((code) => !now.has(code) || yearly)
}
