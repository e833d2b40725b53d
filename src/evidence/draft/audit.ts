import type { Found } from '../../dossier/reading.ts'
import { found } from '../facts/found.ts'
import { datesIn } from '../facts/written-dates.ts'
import type { Paper } from './paper.ts'
import { type Given, given, givenList, together } from './piece.ts'

/** Days of an audit as its plan or report tells them, where it tells one period. */
export function periodOf({ facts, lines }: Paper): { from: readonly Found<string>[]; to: readonly Found<string>[] } {
  if (facts.audit.from.length > 0) return { from: facts.audit.from, to: facts.audit.to }
  const told = lines.flatMap((line) => {
    const [first, second, ...more] = datesIn(line.text)
    const isPeriod = first && second && more.length === 0 && /thời gian.*từ ngày.*đến/i.test(line.text)
    return isPeriod ? [{ from: found(first.iso, line, line.text), to: found(second.iso, line, line.text) }] : []
  })
  return { from: told.map(({ from }) => from), to: told.map(({ to }) => to) }
}

/** The report of an internal audit: its days, who audited and what, as far as the tables can be read row by row. */
export function auditOf(paper: Paper): Given {
  const { team, units } = paper.facts.audit
  const { from, to } = periodOf(paper)
  const names = team.map(({ value, ...at }, index) => ({
    at: `/team/${index}/name`,
    value,
    from: at,
    certainty: 'certain' as const,
  }))
  return together(
    given('/from', from),
    given('/to', to),
    { pieces: [...names, ...unitsOf(paper, team)], doubts: [] },
    givenList('/units', units),
    { pieces: auditorsOf(paper, team, units), doubts: [] },
  )
}

/** Units of the members, from the rows of the table of the team. */
function unitsOf({ lines }: Paper, team: readonly Found<string>[]) {
  return team.flatMap(({ value: name }, index) => {
    const rows = lines.filter(({ cells }) => cells.length === 4 && cells[1] === name)
    const [row] = rows
    const unit = row?.cells[2]
    if (rows.length !== 1 || row === undefined || unit === undefined) return []
    const { value, ...from } = found(unit, row, row.text)
    return [{ at: `/team/${index}/unit`, value, from, certainty: 'certain' as const }]
  })
}

/** Who audited which unit, from rows that hold a number, a unit that was audited and a member of the team. */
function auditorsOf({ lines }: Paper, team: readonly Found<string>[], units: readonly Found<string>[]) {
  const names = new Set(team.map(({ value }) => value))
  const audited = new Set(units.map(({ value }) => value))
  const rows = lines.filter(
    ({ cells }) => cells.length === 3 && audited.has(cells[1] ?? '') && names.has(cells[2] ?? ''),
  )
  return rows.flatMap((row, index) =>
    (['unit', 'auditor'] as const).map((key, at) => {
      const { value, ...from } = found(row.cells[at + 1] ?? '', row, row.text)
      return { at: `/unitAuditors/${index}/${key}`, value, from, certainty: 'certain' as const }
    }),
  )
}
