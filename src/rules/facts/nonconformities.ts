import { type Clock, type Day, toIso } from '../../core/days.ts'
import type { InternalAudit } from '../../dossier/upkeep.ts'
import { endedAudits } from './audits.ts'
import { type Facts, fact, field, list } from './fact.ts'
import { day, done, latest, type Scope, usableFile } from './scope.ts'

type Nonconformity = NonNullable<InternalAudit['nonconformities']>[number]

interface NonconformityItem {
  /** Its own id; for an audit that does not say what it found, the day that audit ended. */
  id: string
  auditEnd: Day
  /** Absent where the audit does not say what it found. */
  found: Nonconformity | undefined
  closedOn: Day | undefined
  verifiedOn: Day | undefined
  file: string | undefined
  pointer: string
}

function nonconformityItems(scope: Scope, clock: Clock): readonly NonconformityItem[] {
  return scope.derive(endedAudits, clock).flatMap(({ act, index, on }): NonconformityItem[] => {
    const pointer = `/internalAudits/${index}`
    const common = { auditEnd: on, closedOn: undefined, verifiedOn: undefined, file: undefined }
    if (act.nonconformities === undefined) return [{ ...common, id: toIso(on), found: undefined, pointer }]
    return act.nonconformities.flatMap((found, place) =>
      done(found.raisedOn, clock) === undefined
        ? []
        : {
            id: found.id,
            auditEnd: on,
            found,
            closedOn: done(found.closedOn, clock),
            verifiedOn: done(found.verifiedOn, clock),
            file: usableFile(scope, found.file),
            pointer: `${pointer}/nonconformities/${place}`,
          },
    )
  })
}

/**
 * The nonconformities raised by the audits that have ended. An audit that does not say whether it found any is one
 * item too, of which nothing is known; one that says `[]` has none.
 */
export const nonconformitiesList = list<NonconformityItem>({
  label: { vi: 'điểm không phù hợp của đánh giá nội bộ', en: 'nonconformities of internal audits' },
  items: nonconformityItems,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    id: field('text', 'ký hiệu điểm không phù hợp', 'id of the nonconformity', (item: NonconformityItem) => item.id),
    auditEnd: field('day', 'ngày kết thúc cuộc đánh giá nội bộ', 'end of the internal audit', (item) => item.auditEnd),
    stated: field('section', 'danh sách điểm không phù hợp', 'list of nonconformities', (item) =>
      item.found ? true : undefined,
    ),
    unit: field('text', 'đơn vị', 'unit', (item) => item.found?.unit),
    cause: field('text', 'nguyên nhân', 'cause', (item) => item.found?.cause),
    action: field('text', 'hành động khắc phục', 'corrective action', (item) => item.found?.action),
    owner: field('text', 'người chịu trách nhiệm khắc phục', 'who is to correct it', (item) => item.found?.owner),
    dueOn: field('day', 'thời hạn khắc phục', 'day it is due', (item) => day(item.found?.dueOn)),
    closedOn: field('day', 'ngày khắc phục xong', 'day it was closed', (item) => item.closedOn),
    verifiedOn: field('day', 'ngày xác nhận kết quả khắc phục', 'day it was verified', (item) => item.verifiedOn),
    file: field('file', 'hồ sơ khắc phục', 'record of the correction', (item) => item.file),
  },
})

interface EarlierFinding {
  id: string
  raisedOn: Day | undefined
  correctedOn: Day | undefined
  file: string | undefined
  /** Raised before the agency was established: of a predecessor. */
  ofPredecessor: boolean
  /** The authority's record says when it was corrected. */
  correctionKnown: boolean
  /** The agency says that it is corrected, and the authority's record does not know. */
  correctionUnknown: boolean
  pointer: string
}

function earlierFindings(scope: Scope): readonly EarlierFinding[] {
  return (scope.manifest.earlierFindings ?? []).map((finding, index) => ({
    id: finding.id,
    raisedOn: day(finding.raisedOn),
    correctedOn: day(finding.correctedOn),
    file: usableFile(scope, finding.file),
    ofPredecessor: isBefore(finding.raisedOn, scope.manifest.agency.establishedOn),
    correctionKnown: scope.dossier.authority?.told.includes(`/earlierFindings/${index}/correctedOn`) ?? false,
    correctionUnknown: scope.dossier.authority?.unknown.includes(`/earlierFindings/${index}/correctedOn`) ?? false,
    pointer: `/earlierFindings/${index}`,
  }))
}

/** Dates of one form compare as texts. */
const isBefore = (date: string, other: string | undefined) => other !== undefined && date < other

/** What earlier inspections asked the agency to do or correct. */
export const earlierFindingsList = list<EarlierFinding>({
  label: { vi: 'nội dung chưa đáp ứng yêu cầu của kỳ kiểm tra trước', en: 'findings of earlier inspections' },
  items: earlierFindings,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    id: field('text', 'ký hiệu nội dung', 'id of the finding', (item: EarlierFinding) => item.id),
    raisedOn: field('day', 'ngày nêu nội dung', 'day it was raised', (item) => item.raisedOn),
    correctedOn: field('day', 'ngày khắc phục xong', 'day it was corrected', (item) => item.correctedOn),
    ofPredecessor: field(
      'flag',
      'nội dung của cơ quan trước khi sắp xếp, sáp nhập',
      'raised against a predecessor',
      (item) => item.ofPredecessor,
    ),
    correctionKnown: field(
      'flag',
      'cơ quan có thẩm quyền đã ghi nhận việc khắc phục',
      'the authority has it on record as corrected',
      (item) => item.correctionKnown,
    ),
    correctionUnknown: field(
      'flag',
      'cơ quan kê khai đã khắc phục nhưng cơ quan có thẩm quyền chưa ghi nhận',
      'stated as corrected, and not on the record of the authority',
      (item) => item.correctionUnknown,
    ),
    file: field('file', 'tài liệu chứng minh đã khắc phục', 'document showing the correction', (item) => item.file),
  },
})

function latestImprovement(scope: Scope, clock: Clock) {
  return latest(scope.manifest.improvements ?? [], (improvement) => day(improvement.on), clock)
}

const lastImprovement = (scope: Scope, clock: Clock) => scope.derive(latestImprovement, clock)
const improvementPlace = (key: string) => (scope: Scope, clock: Clock) => {
  const found = lastImprovement(scope, clock)
  return found && `/improvements/${found.index}${key}`
}

/** The latest improvement of the QMS (Thông tư 26/2014 Điều 36 khoản 1 điểm g). */
export const improvementFacts: Facts = {
  'latestImprovement.on': fact(
    'day',
    'ngày của hoạt động cải tiến gần nhất',
    'day of the latest improvement',
    (s, c) => lastImprovement(s, c)?.on,
    improvementPlace(''),
  ),
  'latestImprovement.what': fact(
    'text',
    'nội dung của hoạt động cải tiến gần nhất',
    'the latest improvement',
    (s, c) => lastImprovement(s, c)?.act.what,
    improvementPlace('/what'),
  ),
  'latestImprovement.file': fact(
    'file',
    'tài liệu về hoạt động cải tiến',
    'record of the improvement',
    (s, c) => usableFile(s, lastImprovement(s, c)?.act.file),
    improvementPlace('/file'),
  ),
}
