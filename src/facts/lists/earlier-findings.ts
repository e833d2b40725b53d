import type { Day } from '../../base/day.ts'
import { day } from '../days.ts'
import { field, list } from '../define.ts'
import { usableFile } from '../files.ts'
import type { Scope } from '../scope.ts'

interface Item {
  id: string
  raisedOn: Day | undefined
  correctedOn: Day | undefined
  file: string | undefined
  pointer: string
}

function items(scope: Scope): readonly Item[] {
  return (scope.manifest.earlierFindings ?? []).map((finding, index) => ({
    id: finding.id,
    raisedOn: day(finding.raisedOn),
    correctedOn: day(finding.correctedOn),
    file: usableFile(scope, finding.file),
    pointer: `/earlierFindings/${index}`,
  }))
}

/** What earlier inspections asked the agency to do or correct. */
export const earlierFindingsList = list<Item>({
  label: { vi: 'nội dung chưa đáp ứng yêu cầu của kỳ kiểm tra trước', en: 'findings of earlier inspections' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    id: field('text', 'ký hiệu nội dung', 'id of the finding', (item: Item) => item.id),
    raisedOn: field('day', 'ngày nêu nội dung', 'day it was raised', (item) => item.raisedOn),
    correctedOn: field('day', 'ngày khắc phục xong', 'day it was corrected', (item) => item.correctedOn),
    file: field('file', 'tài liệu chứng minh đã khắc phục', 'document showing the correction', (item) => item.file),
  },
})
