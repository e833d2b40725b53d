import type { Clock } from '../../base/clock.ts'
import type { Day } from '../../base/day.ts'
import { day } from '../days.ts'
import { field, itemReading, list } from '../define.ts'
import { editionCheck } from '../editions-per-code.ts'
import { usableFile } from '../files.ts'
import { isHeadOn } from '../heads.ts'
import { sampledProcesses } from '../samples.ts'
import type { Scope } from '../scope.ts'
import { approvalDay, approvers } from '../text/approval.ts'
import { AMONG_SIGNERS, DOCUMENT_DAY } from '../text/kinds.ts'

interface Item {
  code: string | undefined
  title: string
  edition: string | undefined
  approvedOn: Day | undefined
  approvedBy: string | undefined
  /** Absent when it is not known who approved it, or when. */
  approvedByHead: boolean | undefined
  effectiveOn: Day | undefined
  withdrawn: boolean
  /** The path as the manifest names it, whether the file is there or not. */
  path: string | undefined
  file: string | undefined
  /** What its text is read with. */
  scope: Scope
  /** Absent when an edition or a day that would tell is absent. */
  onlyEdition: boolean | undefined
  /** False where papers are asked of a sample that it is not in. */
  sampled: boolean
  pointer: string
}

function items(scope: Scope, clock: Clock): readonly Item[] {
  const { documents = [], processes = [] } = scope.manifest
  const sample = scope.derive(sampledProcesses, clock)
  const all = [
    ...documents.map((one, index) => ({ one, pointer: `/documents/${index}`, sampled: true })),
    ...processes.map((one, index) => ({ one, pointer: `/processes/${index}`, sampled: sample.codes.has(one.code) })),
  ]
  const onlyEdition = editionCheck(
    all.map(({ one }) => one),
    clock,
  )
  return all.map(({ one, pointer, sampled }) => {
    const { approvedBy } = one
    const [approvedOn, withdrawnOn] = [day(one.approvedOn), day(one.withdrawnOn)]
    return {
      code: one.code,
      title: one.title,
      edition: one.edition,
      approvedOn,
      approvedBy,
      approvedByHead:
        approvedBy === undefined || approvedOn === undefined ? undefined : isHeadOn(scope, approvedBy, approvedOn),
      effectiveOn: day(one.effectiveOn),
      withdrawn: withdrawnOn !== undefined && clock.reached(withdrawnOn),
      path: one.file,
      file: usableFile(scope, one.file),
      scope,
      onlyEdition: onlyEdition(one),
      sampled,
      pointer,
    }
  })
}

/** The documents and the processes of the QMS, in force or not. */
export const controlledDocumentsList = list<Item>({
  label: { vi: 'tài liệu và quy trình', en: 'documents and processes' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    code: field('text', 'mã tài liệu', 'document code', (item: Item) => item.code),
    title: field('text', 'tên tài liệu', 'document title', (item) => item.title),
    edition: field('text', 'lần ban hành', 'edition', (item) => item.edition),
    approvedOn: field('day', 'ngày phê duyệt', 'day of approval', (item) => item.approvedOn),
    approvedBy: field('text', 'người phê duyệt', 'who approved it', (item) => item.approvedBy),
    approvedByHead: field(
      'flag',
      'người phê duyệt và ngày phê duyệt',
      'who approved it, and when',
      (item) => item.approvedByHead,
    ),
    effectiveOn: field('day', 'ngày áp dụng', 'day of effect', (item) => item.effectiveOn),
    withdrawn: field('flag', 'đã hủy bỏ hoặc thay thế', 'withdrawn', (item) => item.withdrawn),
    path: field('text', 'tệp tài liệu', 'file of the document', (item) => item.path),
    file: field('file', 'tệp tài liệu đọc được', 'readable file of the document', (item) => item.file),
    onlyEdition: field(
      'flag',
      'lần ban hành của các tài liệu cùng mã',
      'editions of the documents of one code',
      (item) => item.onlyEdition,
    ),
    sampled: field(
      'flag',
      'tài liệu thuộc mẫu được yêu cầu nộp tệp',
      'file asked for, as one of the sample',
      (item) => item.sampled,
    ),
  },
  readings: {
    'text.date': itemReading(
      DOCUMENT_DAY,
      'ngày, tháng, năm ghi trên tài liệu do người phê duyệt ký',
      'date of the document signed by who approved it',
      ({ scope, file, approvedBy }: Item) => approvalDay(scope, { file, approvedBy }),
    ),
    'text.signer': itemReading(
      AMONG_SIGNERS,
      'họ tên người ký dưới tài liệu',
      'who signed below the document',
      ({ scope, file }) => approvers(scope, { file }),
    ),
  },
})
