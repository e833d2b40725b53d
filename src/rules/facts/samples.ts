import type { Clock } from '../../core/days.ts'
import { sha256 } from '../../core/json.ts'
import { agencyCode } from '../../core/names.ts'
import { day, type Scope } from './scope.ts'

/** Of more items than this, papers are asked of a sample. */
const MANY = 30
/** How many items a sample has. */
const SAMPLE = 20

/** The processes whose papers are asked for, by code: of many, a sample drawn the same way by everybody. */
export interface Sample {
  codes: ReadonlySet<string>
  total: number
  /** False: there are so few that all are asked for. */
  drawn: boolean
}

/**
 * The processes not withdrawn whose files are asked for. Of more than 30 the 20 whose code, with the agency's code and
 * the assessment year, has the least hash: nobody chooses them, and everybody can draw them again.
 */
export function sampledProcesses({ manifest }: Pick<Scope, 'manifest'>, clock: Clock): Sample {
  const codes = new Set<string>()
  for (const { code, withdrawnOn } of manifest.processes ?? [])
    if (clock.inForce(undefined, day(withdrawnOn))) codes.add(code)
  if (codes.size <= MANY) return { codes, total: codes.size, drawn: false }
  const { agency, assessmentYear } = manifest
  const lot = (code: string) => sha256(JSON.stringify([agencyCode(agency.code), assessmentYear, code]))
  const drawn = [...codes].map((code) => ({ code, lot: lot(code) })).sort((a, b) => (a.lot < b.lot ? -1 : 1))
  return { codes: new Set(drawn.slice(0, SAMPLE).map(({ code }) => code)), total: codes.size, drawn: true }
}
