import type { Day } from '../../base/day.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { day } from '../days.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

interface Item {
  consultant: NonNullable<Manifest['consultants']>[number]
  from: Day | undefined
  to: Day | undefined
  validFrom: Day | undefined
  validTo: Day | undefined
  pointer: string
}

function items({ manifest }: Scope): readonly Item[] {
  return (manifest.consultants ?? []).map((consultant, index) => ({
    consultant,
    from: day(consultant.from),
    to: day(consultant.to),
    validFrom: day(consultant.validFrom),
    validTo: day(consultant.validTo),
    pointer: `/consultants/${index}`,
  }))
}

/** The consultants the agency hired, with the time of the engagement and of their papers. */
export const consultantsList = list<Item>({
  label: { vi: 'tổ chức, chuyên gia tư vấn', en: 'consultants' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    name: field(
      'text',
      'tên tổ chức, chuyên gia tư vấn',
      'name of the consultant',
      (item: Item) => item.consultant.name,
    ),
    certificateNo: field(
      'text',
      'số Giấy xác nhận, thẻ chuyên gia',
      'number of the confirmation or expert card',
      (item) => item.consultant.certificateNo,
    ),
    validFrom: field('day', 'ngày bắt đầu hiệu lực của giấy tờ', 'day the papers begin', (item) => item.validFrom),
    validTo: field('day', 'ngày hết hiệu lực của giấy tờ', 'last day of the papers', (item) => item.validTo),
    from: field('day', 'ngày bắt đầu tư vấn', 'first day of the engagement', (item) => item.from),
    to: field('day', 'ngày kết thúc tư vấn', 'last day of the engagement', (item) => item.to),
  },
})
