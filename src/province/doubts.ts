import { BLOCKS } from '../dossier/agency.ts'
import type { AgencyLine } from './lines.ts'
import type { PrescreenAgency } from './prescreen.ts'
import type { Figures } from './screened-figures.ts'
import type { CohortInput } from './submissions.ts'

/** What the authority is told of an agency's own figures, by its code. It changes no status, score or grade. */
export type Doubts = ReadonlyMap<string, PrescreenAgency['notices']>

/** Share of a list that may be internal or ended; ours. */
const LEFT_OUT = 0.2
/** Share by which a figure may fall from the last verdict; ours. */
const FALL = 1 / 3
/** Share of its block's median below which a list is short; ours. */
const SHORT = 0.5
/** Lists of a block from which a median says something; ours. */
const LEAST_LISTS = 5
/** Procedures from which one process for so many is told; ours. */
const MANY_PROCEDURES = 10

type Notice = PrescreenAgency['notices'][number]

/**
 * What no paper of a dossier can show and its figures let one ask: a list cut short, marked internal or ended, a scope or
 * a list that fell without anything told of it, a process that serves a whole list, a department without a website.
 */
export function doubtsOf(input: CohortInput, lines: readonly AgencyLine[]): Doubts {
  const medians = mediansOf(lines)
  return new Map(
    lines.flatMap((line) => {
      const { figures } = line.bundle?.screening ?? {}
      if (line.merged || figures === undefined || figures === null) return []
      return [
        [
          line.member.code,
          [
            ...leftOut(figures),
            ...short(figures, medians.get(line.member.block)),
            ...fell(figures, line, input),
            ...fewProcesses(figures),
            ...alike(figures),
            ...alikeReports(figures),
            ...withoutWebsite(figures, line),
          ],
        ] as const,
      ]
    }),
  )
}

function leftOut({ ownList, listed, internal, ended }: Figures): Notice[] {
  if (!ownList || listed === 0 || (internal + ended) / listed <= LEFT_OUT) return []
  return [{ id: 'listLeavesOut', values: { procedures: listed, internal, ended } }]
}

function short({ ownList, listed }: Figures, median: number | undefined): Notice[] {
  if (!ownList || median === undefined || listed >= median * SHORT) return []
  return [{ id: 'listShort', values: { procedures: listed, median } }]
}

/** The median length of the lists of each block that has enough of them. */
function mediansOf(lines: readonly AgencyLine[]): ReadonlyMap<string, number> {
  return new Map(
    BLOCKS.flatMap((block) => {
      const lengths = lines
        .filter(({ member, merged }) => member.block === block && !merged)
        .flatMap(({ bundle }) => bundle?.screening.figures?.listed ?? [])
        .filter((length) => length > 0)
        .sort((a, b) => a - b)
      const [low, high] = [lengths[(lengths.length - 1) >> 1], lengths[lengths.length >> 1]]
      return lengths.length < LEAST_LISTS || low === undefined || high === undefined ? [] : [[block, (low + high) / 2]]
    }),
  )
}

const FELL = ['units', 'staff', 'procedures'] as const

/** By more than a third since the last pre-screening, and no change of scope was told since. */
function fell(
  figures: Figures,
  { earlier, member }: AgencyLine,
  { previous, earlier: bundles, asOf }: CohortInput,
): Notice[] {
  const before = earlier?.figures ?? bundles?.find(({ agency }) => agency.code === member.code)?.figures
  if (before === undefined || before === null) return []
  const since = previous?.asOf ?? ''
  const told = [...figures.scopeChangedOn, ...(member.changedOn === undefined ? [] : [member.changedOn])]
  if (told.some((on) => on > since && on <= asOf)) return []
  return FELL.flatMap((figure): Notice[] => {
    const [was, now] = [before[figure], figures[figure]]
    if (was === null || now === null || was - now <= was * FALL) return []
    return [{ id: 'figureFell', values: { figure, before: was, now } }]
  })
}

/** One process for most of a list that has several fields: procedures that are not alike can hardly share it. */
function fewProcesses({ procedures, fields, mostShared }: Figures): Notice[] {
  if (procedures < MANY_PROCEDURES || fields < 2 || mostShared <= procedures / 2) return []
  return [{ id: 'oneProcessForMany', values: { procedures, shared: mostShared, fields } }]
}

/** Records of several files that came in, fell due and were returned on the same days. */
function alike({ recordsAlike }: Figures): Notice[] {
  return recordsAlike === 0 ? [] : [{ id: 'recordsAlike', values: { records: recordsAlike } }]
}

/** Reports or minutes of which one was copied for the other, with other days. */
function alikeReports({ reportsAlike }: Figures): Notice[] {
  return reportsAlike.length === 0 ? [] : [{ id: 'reportsAlike', values: { files: reportsAlike } }]
}

function withoutWebsite({ hasNoWebsite }: Figures, { member }: AgencyLine): Notice[] {
  return hasNoWebsite && member.block === 'department' ? [{ id: 'noWebsite', values: {} }] : []
}
