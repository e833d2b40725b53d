import type { Day } from '../../base/day.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { day } from '../days.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

interface Item {
  objective: NonNullable<Manifest['objectives']>[number]
  dueOn: Day | undefined
  /** The year assessed less the year of the objective: 0 is this year's, 1 last year's. */
  yearsBack: number
  pointer: string
}

function items({ manifest }: Scope): readonly Item[] {
  return (manifest.objectives ?? []).map((objective, index) => ({
    objective,
    dueOn: day(objective.dueOn),
    yearsBack: manifest.assessmentYear - objective.year,
    pointer: `/objectives/${index}`,
  }))
}

/** The quality objectives of every year. */
export const objectivesList = list<Item>({
  label: { vi: 'mục tiêu chất lượng', en: 'quality objectives' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    text: field('text', 'nội dung mục tiêu', 'objective', (item: Item) => item.objective.text),
    year: field('text', 'năm của mục tiêu', 'year of the objective', (item) => String(item.objective.year)),
    yearsBack: field(
      'number',
      'số năm trước năm đánh giá',
      'years before the assessment year',
      (item) => item.yearsBack,
    ),
    target: field('text', 'chỉ tiêu', 'target', (item) => item.objective.target),
    unit: field('text', 'đơn vị tính', 'unit of measure', (item) => item.objective.unit),
    dueOn: field('day', 'thời hạn thực hiện mục tiêu', 'day the objective is due', (item) => item.dueOn),
    owner: field('text', 'người hoặc đơn vị chịu trách nhiệm', 'who is responsible', (item) => item.objective.owner),
    result: field('text', 'kết quả thực hiện mục tiêu', 'result of the objective', (item) => item.objective.result),
  },
})
