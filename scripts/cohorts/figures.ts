import type { Prescreen } from '../../src/province/prescreen.ts'
import type { RuleSet } from '../../src/rules/rule-set.ts'
import type { CohortDescription, Published } from './description.ts'

/** A published figure of a programme, and what the pre-screening of its made-up cohort counts. */
interface ComparedFigure {
  label: string
  published: number
  counted: number
}

/** Holds the published figures of a programme against a pre-screening of its cohort. */
export function comparedFigures({ published }: CohortDescription, document: Prescreen): ComparedFigure[] {
  return published.map((one) => ({ label: one.label, published: one.value, counted: countedOf(one, document) }))
}

function countedOf({ of, blocks }: Published, { agencies, blocks: totals, plan }: Prescreen): number {
  const isCounted = (block: Prescreen['blocks'][number]['block']) => blocks === undefined || blocks.includes(block)
  const own = totals.filter(({ block }) => isCounted(block))
  const visits = of === 'onSite' ? plan.onSite : [...plan.onSite, ...plan.dossier]
  const blockOf = new Map(agencies.map(({ code, block }) => [code, block]))
  if (of === 'total' || of === 'declared') return own.reduce((sum, one) => sum + one[of], 0)
  return visits.filter(({ code }) => {
    const block = blockOf.get(code)
    return block !== undefined && isCounted(block)
  }).length
}

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`.replace('.', ',')

/**
 * The figures of a programme as they are printed: published beside counted, then its targets, then the grades of those who
 * handed in a dossier.
 */
export function figuresText(
  name: string,
  told: CohortDescription,
  document: Prescreen,
  { grades, profiles }: Pick<RuleSet, 'grades' | 'profiles'>,
): string {
  const stated = profiles.find(({ id }) => id === told.profile)?.targets ?? []
  const shown = (id: string, value: number) =>
    stated.find((one) => one.id === id)?.measure.endsWith('Share') ? percent(value) : String(value)
  const targets = document.targets.map(({ id, label, value, required, strict, met, information }) => {
    const asked = information ? 'để biết' : `${strict ? 'trên' : 'từ'} ${shown(id, required)}`
    return [label.vi, asked, shown(id, value), information ? '' : met ? 'đạt' : 'chưa đạt']
  })
  const count = (id: string) => document.blocks.reduce((sum, block) => sum + (block.grades[id] ?? 0), 0)
  const submitted = document.blocks.reduce((sum, block) => sum + block.submitted, 0)
  const graded = grades.map(({ id, label }) => `${label.vi} ${count(id)}`).join(' · ')
  const rows = comparedFigures(told, document).map(({ label, published, counted }) => [
    label,
    String(published),
    String(counted),
    published === counted ? 'khớp' : 'LỆCH',
  ])
  return [
    `== ${name} (${told.asOf})`,
    ...table(['Số liệu đã công bố', 'Công bố', 'Tính được', ''], rows),
    ...(targets.length === 0 ? [] : table(['Chỉ tiêu', 'Yêu cầu', 'Tính được', ''], targets)),
    `Xếp loại của ${submitted} bộ hồ sơ giả định (không có số công bố để so): ${graded}`,
    '',
  ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)))
  return [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
