import type { Clock, Day } from '../../core/days.ts'
import { isApproverOn } from './agency.ts'
import { field, itemReading, list, sampledProcesses } from './fact.ts'
import { day, type Scope, usableFile } from './scope.ts'
import { AMONG_SIGNERS, approvalDay, approvers, DOCUMENT_DAY } from './text-comparison.ts'

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
        approvedBy === undefined || approvedOn === undefined ? undefined : isApproverOn(scope, approvedBy, approvedOn),
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

/** What tells which editions of a code are in force: of a document or of a process. */
interface Coded {
  code?: string | undefined
  edition?: string | undefined
  approvedOn?: string | undefined
  effectiveOn?: string | undefined
  withdrawnOn?: string | undefined
}

/** The documents and processes of one code that are in force, or may be. */
interface Group {
  members: number
  /** Editions certainly in force. */
  certain: Set<string>
  /** Editions in force or perhaps so. */
  possible: Set<string>
  editionAbsent: boolean
}

/**
 * Answers, for each of a set of documents and processes, whether no other edition of its code is in force beside it on
 * the day; undefined when an absent edition or day leaves that open. Codes match whole; one without a code, or not in
 * force itself, has no other edition beside it.
 */
function editionCheck<T extends Coded>(all: readonly T[], clock: Clock): (one: T) => boolean | undefined {
  const groups = new Map<string, Group>()
  const groupOf = new Map<T, Group>()
  for (const one of all) {
    const from = day(one.effectiveOn ?? one.approvedOn)
    if (one.code === undefined || !clock.inForce(from, day(one.withdrawnOn))) continue
    const group = groups.get(one.code) ?? { members: 0, certain: new Set(), possible: new Set(), editionAbsent: false }
    groups.set(one.code, group)
    groupOf.set(one, group)
    group.members++
    if (one.edition === undefined) group.editionAbsent = true
    else for (const set of from === undefined ? [group.possible] : [group.certain, group.possible]) set.add(one.edition)
  }
  return (one) => {
    const group = groupOf.get(one)
    if (group === undefined || group.members < 2) return true
    const dated = one.effectiveOn !== undefined || one.approvedOn !== undefined
    if (group.certain.size > 1 && dated) return false
    return group.possible.size === 1 && !group.editionAbsent ? true : undefined
  }
}
