import type { Problem } from '../../../base/errors.ts'
import { cellReference } from '../../xlsx/cell-reference.ts'
import { SECTIONS } from './layout/sections.ts'

const ORDER = new Map(SECTIONS.map(({ sheet }, at) => [sheet, at]))

/** Problems as one meets them going through the workbook: by sheet, row and column; unknown sheets come last. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const keyed = problems.map((problem) => ({ problem, key: keyOf(problem) }))
  keyed.sort((a, b) => a.key.map((part, at) => part - (b.key[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
  return keyed.map(({ problem }) => problem)
}

function keyOf({ place }: Problem): number[] {
  const { row, column } = cellReference(place?.cell ?? '') ?? { row: 0, column: 0 }
  return [ORDER.get(place?.sheet ?? '') ?? ORDER.size, row, column]
}
