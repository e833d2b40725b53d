import type { Clock } from '../../base/clock.ts'
import type { Day } from '../../base/day.ts'
import { actDates } from '../acts.ts'
import { filesByContent, numbersInYear } from '../consistency.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

/** One thing to compare: the date of an act, a number and sign within its year, or the content of a file. */
interface Item {
  key: string
  on?: Day
  /** Documents of the year that bear the number and sign. */
  uses?: number
  /** Paths under which the same bytes are found. */
  copies?: number
  /** Pointers, or paths, of all that share the number or the bytes. */
  places?: readonly string[]
  place: { pointer?: string; file?: string }
}

function items(scope: Scope): readonly Item[] {
  return [
    ...actDates(scope.manifest).map(({ on, pointer }) => ({ key: pointer, on, place: { pointer } })),
    ...numbersInYear(scope).map(({ number, pointers }) => ({
      key: number,
      uses: pointers.length,
      places: pointers,
      place: { pointer: pointers.at(-1) ?? '' },
    })),
    ...filesByContent(scope).map((paths) => ({
      key: paths[0] ?? '',
      copies: paths.length,
      places: paths,
      place: { file: paths[0] ?? '' },
    })),
  ]
}

/** Dates of acts, numbers and signs, and contents of files, each to be compared with the day or with the others. */
export const consistencyChecksList = list<Item>({
  label: { vi: 'ngày tháng, số và ký hiệu, tệp', en: 'dates, numbers and signs, files' },
  items: (scope: Scope, clock: Clock) => scope.derive(items, clock),
  place: ({ place }) => place,
  fields: {
    key: field('text', 'nội dung đối chiếu', 'what is compared', (item: Item) => item.key),
    on: field('day', 'ngày thực hiện', 'day of the act', (item) => item.on),
    uses: field(
      'number',
      'số văn bản dùng chung số, ký hiệu',
      'documents with the number and sign',
      (item) => item.uses,
    ),
    copies: field('number', 'số tệp có cùng nội dung', 'files with the same bytes', (item) => item.copies),
    places: field('texts', 'nơi dùng', 'where they stand', (item) => item.places),
  },
})
