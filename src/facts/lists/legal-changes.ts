import type { Clock } from '../../base/clock.ts'
import { type Day, toDay } from '../../base/day.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { done } from '../days.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

interface Item {
  change: NonNullable<Manifest['legalChanges']>[number]
  index: number
  effectiveOn: Day
  /** Day it entered the QMS, when that has happened. */
  revisedOn: Day | undefined
}

function items({ manifest }: Scope, clock: Clock): readonly Item[] {
  return (manifest.legalChanges ?? []).map((change, index) => ({
    change,
    index,
    effectiveOn: toDay(change.effectiveOn),
    revisedOn: done(change.revisedOn, clock),
  }))
}

/** The changes of legal documents that the agency lists, whatever the day. */
export const legalChangesList = list<Item>({
  label: { vi: 'thay đổi của văn bản quy phạm pháp luật', en: 'changes of legal documents' },
  items,
  place: ({ index }) => ({ pointer: `/legalChanges/${index}` }),
  fields: {
    document: field('text', 'văn bản quy phạm pháp luật', 'legal document', (item: Item) => item.change.document),
    processes: field('texts', 'quy trình liên quan', 'processes concerned', (item: Item) => item.change.processes),
    effectiveOn: field('day', 'ngày văn bản có hiệu lực', 'day it took effect', (item: Item) => item.effectiveOn),
    revisedOn: field(
      'day',
      'ngày cập nhật vào Hệ thống quản lý chất lượng',
      'day it entered the system',
      (item: Item) => item.revisedOn,
    ),
  },
})
