import { digest } from '../core/json.ts'
import { type Doubts, doubtsOf } from './doubts.ts'
import { planOf } from './inspection-plan.ts'
import { type AgencyLine, leftAgencies, linesOf, shortfallsOf } from './lines.ts'
import type { Prescreen, PrescreenAgency, PrescreenProblem } from './prescreen.ts'
import type { Screening } from './screening.ts'
import { type CohortInput, copiedFiles, matchBundles } from './submissions.ts'
import { blockTotals, targetResults } from './targets.ts'

/** Draws up the pre-screening of a year: agencies, blocks, shortfalls, targets, the plan, and what is not in order. */
export function prescreenOf(input: CohortInput): Prescreen {
  const { profile, ruleSet, year, asOf } = input
  const { byCode, problems } = matchBundles(input)
  const lines = linesOf(input, byCode)
  const doubts = doubtsOf(input, lines)
  const plan = planOf(input, lines, doubts)
  const grades = (profile.grades ?? ruleSet.source.grades).map(({ id }) => id)
  return {
    schemaVersion: 2,
    kind: 'prescreen',
    year,
    asOf,
    profile: { id: profile.id, sha256: digest(profile) },
    ruleSet: { id: ruleSet.source.id, version: ruleSet.source.version, sha256: ruleSet.sha256 },
    agencies: [...lines.map((line) => agencyOf(line, doubts)), ...leftAgencies(input, lines)],
    blocks: blockTotals(lines, grades),
    shortfalls: shortfallsOf(
      lines,
      ruleSet.source.rules.map(({ id }) => id),
    ),
    targets: targetResults(input, lines, plan),
    plan,
    problems: [...withoutBundle(lines), ...problems, ...copiedFiles(input)],
  }
}

function agencyOf(
  { member: { code, name, block }, duty, bundle, notJudged, change }: AgencyLine,
  doubts: Doubts,
): PrescreenAgency {
  const screening = bundle?.screening
  const figures = screening?.figures
  return {
    ...{ code, name, block, duty },
    status: screening?.status ?? null,
    grade: screening?.grade ?? null,
    score: screening?.score ?? null,
    validUntil: screening?.validUntil ?? null,
    ...(notJudged !== undefined && { notJudged: { ...notJudged } }),
    blocking: screening?.blocking ?? [],
    missing: screening?.missing ?? [],
    bundle: bundle ? { name: bundle.file, sha256: bundle.screening.sha256 } : null,
    backed: screening?.backed ?? null,
    ...(screening?.confirmed !== undefined && { confirmed: screening.confirmed }),
    ...(screening && { declared: screening.declaration !== null }),
    ...(screening?.visitedOn !== undefined && { visitedOn: screening.visitedOn }),
    notices: [
      ...(doubts.get(code) ?? []),
      ...(screening?.notices ?? []).map(({ id, values }) => ({ id, values: valuesOf(values) })),
    ],
    ...(screening?.difficulties !== undefined && { difficulties: screening.difficulties }),
    ...(figures && { figures: { procedures: figures.procedures, units: figures.units, staff: figures.staff } }),
    change,
  }
}

function withoutBundle(lines: readonly AgencyLine[]): PrescreenProblem[] {
  return lines.flatMap(({ member, merged, bundle, notJudged }): PrescreenProblem[] =>
    merged || notJudged !== undefined || bundle !== undefined ? [] : [{ kind: 'noBundle', codes: [member.code] }],
  )
}

/** Values of a verdict's notice as the document holds them. */
function valuesOf(values: Screening['notices'][number]['values']): PrescreenAgency['notices'][number]['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? [...value] : value,
    ]),
  )
}
