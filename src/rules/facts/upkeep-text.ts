import type { Clock } from '../../core/days.ts'
import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type { InternalAudit } from '../../dossier/upkeep.ts'
import { latestAudit } from './audits.ts'
import { type Kind, type Readings, reading, readingOf } from './fact.ts'
import { latestReview } from './reviews.ts'
import type { Scope } from './scope.ts'
import { ACT_DAY, ACT_PERSON, COUNT, ITEMS, PEOPLE } from './text-comparison.ts'

type Pick = (facts: DocumentFacts) => readonly Found<string | number>[]

function inReport(kind: Kind, vi: string, en: string, pick: (act: InternalAudit) => Pick) {
  return reading(kind, vi, en, (scope: Scope, clock: Clock) => {
    const act = scope.derive(latestAudit, clock)?.act
    return act && readingOf(scope, act.report, pick(act))
  })
}

function inMinutes(kind: Kind, vi: string, en: string, pick: Pick) {
  return reading(kind, vi, en, (scope: Scope, clock: Clock) =>
    readingOf(scope, scope.derive(latestReview, clock)?.act.minutes, pick),
  )
}

/** The day it ended; of an audit that took one day, the day a report says it began is the same. */
const endOf =
  ({ from, to = from }: InternalAudit): Pick =>
  ({ audit }) =>
    audit.to.length > 0 || to !== from ? audit.to : audit.from

/** What is looked for in the report of the latest internal audit and in the minutes of the latest management review. */
export const upkeepText: Readings = {
  'latestAudit.text.end': inReport(
    ACT_DAY,
    'ngày kết thúc đánh giá ghi trong báo cáo đánh giá nội bộ',
    'end of the audit in the audit report',
    endOf,
  ),
  'latestAudit.text.team': inReport(
    PEOPLE,
    'thành phần đoàn đánh giá ghi trong báo cáo đánh giá nội bộ',
    'audit team in the audit report',
    () =>
      ({ audit }) =>
        audit.team,
  ),
  'latestAudit.text.nonconformities': inReport(
    COUNT,
    'số điểm không phù hợp ghi trong báo cáo đánh giá nội bộ',
    'number of nonconformities in the audit report',
    () =>
      ({ audit }) =>
        audit.nonconformities,
  ),
  'latestReview.text.heldOn': inMinutes(
    ACT_DAY,
    'ngày họp ghi trong biên bản xem xét của Lãnh đạo',
    'day of the meeting in the minutes of the review',
    ({ review }) => review.heldOn,
  ),
  'latestReview.text.chair': inMinutes(
    ACT_PERSON,
    'người chủ trì ghi trong biên bản xem xét của Lãnh đạo',
    'chair in the minutes of the review',
    ({ review }) => review.chair,
  ),
  'latestReview.text.inputs': inMinutes(
    ITEMS,
    'nội dung đầu vào ghi trong biên bản xem xét của Lãnh đạo',
    'inputs in the minutes of the review',
    ({ review }) => review.inputs,
  ),
  'latestReview.text.outputs': inMinutes(
    ITEMS,
    'kết quả đầu ra ghi trong biên bản xem xét của Lãnh đạo',
    'outputs in the minutes of the review',
    ({ review }) => review.outputs,
  ),
}
