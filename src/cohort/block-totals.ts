import { BLOCKS } from '../dossier/agency.ts'
import type { Line } from './line.ts'
import { type BlockTotals, STATUSES } from './prescreen.ts'

/** Figures of each block that has agencies, in the order of the blocks; merged agencies are in none. */
export function blockTotals(lines: readonly Line[], gradeIds: readonly string[]): BlockTotals[] {
  return BLOCKS.flatMap((block) => {
    const own = lines.filter((line) => line.member.block === block && !line.merged)
    return own.length === 0 ? [] : [totals(block, own, gradeIds)]
  })
}

function totals(block: BlockTotals['block'], lines: readonly Line[], gradeIds: readonly string[]): BlockTotals {
  const screenings = lines.flatMap(({ bundle }) => (bundle ? [bundle.screening] : []))
  const declared = declaredCount(lines)
  return {
    block,
    total: lines.length,
    submitted: screenings.length,
    declared,
    declaredAgain: screenings.filter(({ declaration }) => declaration?.again === true).length,
    share: declared / lines.length,
    statuses: counts(STATUSES, (id) => screenings.filter(({ status }) => status === id).length),
    grades: counts(gradeIds, (id) => screenings.filter(({ grade }) => grade === id).length),
  }
}

/** Agencies whose declaration is in force. */
export function declaredCount(lines: readonly Line[]): number {
  return lines.filter(({ bundle }) => bundle?.screening.declaration != null).length
}

function counts<T extends string>(ids: readonly T[], count: (id: T) => number): Record<T, number> {
  return Object.fromEntries(ids.map((id) => [id, count(id)])) as Record<T, number>
}
