import { addMonths, toDay, toIso } from '../../src/core/days.ts'
import { procedureKey } from '../../src/core/names.ts'
import type { Manifest } from '../../src/dossier/manifest.ts'
import type { Declaration } from '../../src/dossier/quality-system.ts'
import type { Outcome } from '../../src/rules/answer.ts'
import { type OracleAnswer, type OracleInput, ofItems, plain, shownBy } from './oracle.ts'
import { actDueOn, withinFounding } from './working-day.ts'

/** Signed and not withdrawn on the day; the latest; on one day, the last listed. */
function inForce(manifest: Manifest, asOf: string): Declaration | undefined {
  return (manifest.declarations ?? [])
    .filter((one) => one.signedOn <= asOf && (one.withdrawnOn === undefined || asOf < one.withdrawnOn))
    .reduce<Declaration | undefined>((best, one) => (best && best.signedOn > one.signedOn ? best : one), undefined)
}

/** kind first; kind absent: no other is listed that was signed earlier, or on the same day and listed before. */
function isFirst(manifest: Manifest, which: Declaration): boolean {
  if (which.kind !== undefined) return which.kind === 'first'
  const all = manifest.declarations ?? []
  const at = all.indexOf(which)
  return !all.some((one, i) => one.signedOn < which.signedOn || (one.signedOn === which.signedOn && i < at))
}

/** What misses or fails is not yet due while the agency is young. */
function young(input: OracleInput, answer: OracleAnswer): OracleAnswer {
  const excused = answer.outcome === 'fail' || answer.outcome === 'missingEvidence'
  return excused && withinFounding(input.manifest, input.asOf) ? plain('notYetDue') : answer
}

/** An item decides for the rule, the strongest first; the rules here earn no part. */
function together(items: readonly Outcome[], none: Outcome): OracleAnswer {
  return plain(ofItems(items, none).outcome)
}

export function declarationInForce(input: OracleInput): OracleAnswer {
  const { manifest, files, asOf } = input
  if (manifest.declarations === undefined) return young(input, plain('missingEvidence'))
  const declared = inForce(manifest, asOf)
  return young(input, shownBy(plain(declared ? 'pass' : 'fail'), declared?.file, files))
}

export function declarationEditionAccepted(input: OracleInput): OracleAnswer {
  const { manifest, files, asOf } = input
  const declared = inForce(manifest, asOf)
  if (!declared) return young(input, plain('missingEvidence'))
  return shownBy(editionOf(declared, manifest, asOf), declared.file, files)
}

function editionOf(declared: Declaration, manifest: Manifest, asOf: string): OracleAnswer {
  const written = declared.standard.replace(/\s/g, '').replace(/[-–]/g, ':')
  const named = new Set(
    [...written.matchAll(/(^|\D)(9001:\d{4}|900:2015)(?!\d)/g)].map(([, , one]) =>
      (one ?? '').replace(/^900:/, '9001:'),
    ),
  )
  const [edition] = named
  if (named.size !== 1) return plain('needsReview')
  if (edition === '9001:2008') {
    const late = isFirst(manifest, declared) && declared.signedOn >= '2018-02-21'
    return plain(!late && asOf >= '2014-05-18' && asOf < '2021-06-30' ? 'pass' : 'fail')
  }
  if (edition === '9001:2015') return plain(asOf >= '2015-12-31' ? 'pass' : 'fail')
  return plain(edition === '9001:2026' && asOf >= '2026-09-01' ? 'needsReview' : 'fail')
}

export function declarationAfterItsSteps(input: OracleInput): OracleAnswer {
  const { manifest, asOf } = input
  const declared = inForce(manifest, asOf)
  if (!declared) return young(input, plain('missingEvidence'))
  const last = toIso(addMonths(toDay(declared.signedOn), 24))
  if (!isFirst(manifest, declared) || asOf > last) return plain('notApplicable')
  const step = (days: readonly string[] | undefined): Outcome => {
    if (days === undefined) return 'missingEvidence'
    return days.some((day) => day <= declared.signedOn) ? 'pass' : 'fail'
  }
  const confirmed = manifest.effectiveness && [manifest.effectiveness.confirmedOn]
  const audits = manifest.internalAudits?.map((audit) => audit.to ?? audit.from)
  const reviews = manifest.managementReviews?.map((review) => review.heldOn)
  return together([step(audits), step(reviews), step(confirmed)], 'notApplicable')
}

export function redeclaredAfterScopeChange(input: OracleInput): OracleAnswer {
  const { manifest, asOf, params } = input
  const declared = inForce(manifest, asOf)
  if (!declared) return plain('notApplicable')
  const months = Number(params?.redeclareMonths ?? 3)
  const when = (day: string, over: Outcome): Outcome => (asOf <= actDueOn(day, months) ? 'notYetDue' : over)
  const events = manifest.scopeEvents?.flatMap((event): Outcome[] => {
    if (event.on > asOf) return []
    if (manifest.declarations?.some(({ signedOn }) => event.on <= signedOn && signedOn <= asOf)) return ['pass']
    const named = event.kind === 'widened' || event.kind === 'narrowed' || event.kind === 'adjusted'
    return [named ? when(event.on, 'needsReview') : 'needsReview']
  }) ?? ['missingEvidence' as const]
  if (declared.allProcedures === true) return together(events, 'pass')
  const found = [...events, ...proceduresChanged(input, declared, when)]
  return together(found, 'pass')
}

/** Parts (a) and (b) of the row. */
function proceduresChanged(
  { manifest, catalogue, asOf, params }: OracleInput,
  { procedures: listed }: Declaration,
  when: (day: string, over: Outcome) => Outcome,
): Outcome[] {
  const outcomes: Outcome[] = []
  const undeclared: Outcome[] = []
  const { processes } = manifest
  const { procedures } = catalogue
  if (procedures === undefined) outcomes.push('missingEvidence')
  if (processes === undefined) outcomes.push('missingEvidence')
  if (listed === undefined) return [...outcomes, 'missingEvidence']
  const declared = new Set(listed.map(procedureKey))
  const lives = (from: string | undefined, to: string | undefined) =>
    (from === undefined || from <= asOf) && (to === undefined || asOf < to)
  const live = (procedures ?? []).filter((one) => lives(one.effectiveFrom, one.effectiveTo))
  const liveKeys = new Set(live.map((one) => procedureKey(one.code)))
  const ended = new Map<string, string[]>()
  for (const { code, effectiveTo } of procedures ?? [])
    if (effectiveTo !== undefined && effectiveTo <= asOf)
      ended.set(procedureKey(code), [...(ended.get(procedureKey(code)) ?? []), effectiveTo])
  for (const one of live) {
    if (declared.has(procedureKey(one.code))) continue
    const starts = (processes ?? [])
      .filter((process) => lives(process.effectiveOn, process.withdrawnOn))
      .filter((process) => process.procedures.map(procedureKey).includes(procedureKey(one.code)))
      .map((process) => process.since ?? process.effectiveOn)
      .sort()
    const [start] = starts
    if (start === undefined) continue
    undeclared.push(
      when(one.effectiveFrom !== undefined && one.effectiveFrom > start ? one.effectiveFrom : start, 'needsReview'),
    )
  }
  // Up to one tenth of the procedures in force may be left out past three months: told, and no more.
  const over = undeclared.filter((one) => one === 'needsReview').length
  outcomes.push(...undeclared.map((one) => (one === 'needsReview' && over * 10 <= live.length ? 'pass' : one)))
  for (const key of declared) {
    if (liveKeys.has(key)) continue
    const end = ended.get(key)?.sort().at(-1)
    if (end !== undefined) outcomes.push(params?.repealNarrows === true ? when(end, 'needsReview') : 'pass')
  }
  return outcomes
}
