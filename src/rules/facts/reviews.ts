import type { Clock, Day } from '../../core/days.ts'
import { isDeputyTitle, isHeadOn } from './agency.ts'
import { endedAudits } from './audits.ts'
import { type Facts, fact } from './fact.ts'
import { day, latest, type Scope, usableFile } from './scope.ts'

/** The latest management review that has been held. */
export function latestReview(scope: Scope, clock: Clock) {
  return latest(scope.manifest.managementReviews ?? [], (review) => day(review.heldOn), clock)
}

const lastReview = (scope: Scope, clock: Clock) => scope.derive(latestReview, clock)
const reviewPlace = (key: string) => (scope: Scope, clock: Clock) => {
  const found = lastReview(scope, clock)
  return found && `/managementReviews/${found.index}${key}`
}

/** End of the latest audit that ended on or before the day the latest review was held. */
function auditBefore(scope: Scope, clock: Clock): Day | undefined {
  const review = lastReview(scope, clock)
  if (!review) return undefined
  const ends = scope.derive(endedAudits, clock).flatMap(({ on }) => (on <= review.on ? [on] : []))
  return ends.length === 0 ? undefined : Math.max(...ends)
}

/** Whether one who may lead chaired the latest review: in `heads` on that day, or a deputy by title. */
function chairedByLeader(scope: Scope, clock: Clock): boolean | undefined {
  const review = lastReview(scope, clock)
  const chair = review?.act.chair
  if (!review || !chair) return undefined
  return isHeadOn(scope, chair.name, review.on) || isDeputyTitle(chair.title)
}

/** The latest management review (QĐ 19/2014 Điều 4 khoản 4 điểm b; TCVN ISO 9001:2015, 9.3). */
export const reviewFacts: Facts = {
  'latestReview.heldOn': fact(
    'day',
    'ngày họp xem xét của Lãnh đạo gần nhất',
    'day of the latest management review',
    (s, c) => lastReview(s, c)?.on,
    reviewPlace(''),
  ),
  'latestReview.minutes': fact(
    'file',
    'biên bản xem xét của Lãnh đạo',
    'minutes of the management review',
    (s, c) => usableFile(s, lastReview(s, c)?.act.minutes),
    reviewPlace('/minutes'),
  ),
  'latestReview.inputs': fact(
    'texts',
    'nội dung đầu vào của cuộc xem xét của Lãnh đạo',
    'inputs of the management review',
    (s, c) => lastReview(s, c)?.act.inputs,
    reviewPlace('/inputs'),
  ),
  'latestReview.outputs': fact(
    'texts',
    'kết quả đầu ra của cuộc xem xét của Lãnh đạo',
    'outputs of the management review',
    (s, c) => lastReview(s, c)?.act.outputs,
    reviewPlace('/outputs'),
  ),
  'latestReview.chair': fact(
    'text',
    'người chủ trì cuộc xem xét của Lãnh đạo',
    'chair of the management review',
    (s, c) => lastReview(s, c)?.act.chair?.name,
    reviewPlace('/chair'),
  ),
  'latestReview.chairedByLeader': fact(
    'flag',
    'chủ trì là Người đứng đầu cơ quan hoặc cấp phó',
    'the chair is the head or a deputy',
    chairedByLeader,
    reviewPlace('/chair'),
  ),
  'latestReview.auditBefore': fact(
    'day',
    'ngày kết thúc cuộc đánh giá nội bộ trước cuộc xem xét của Lãnh đạo',
    'end of the internal audit before the management review',
    auditBefore,
  ),
}

const effectivenessOf = ({ manifest }: Scope) => manifest.effectiveness

/** The head's confirmation that the QMS is effective (QĐ 19/2014 Điều 4 khoản 2 điểm d). */
export const effectivenessFacts: Facts = {
  'effectiveness.confirmedOn': fact(
    'day',
    'ngày xác nhận hiệu lực',
    'day effectiveness was confirmed',
    (scope) => day(effectivenessOf(scope)?.confirmedOn),
    () => '/effectiveness/confirmedOn',
  ),
  'effectiveness.by': fact(
    'text',
    'người xác nhận hiệu lực',
    'who confirmed effectiveness',
    (scope) => effectivenessOf(scope)?.by,
    () => '/effectiveness/by',
  ),
  'effectiveness.byHead': fact(
    'flag',
    'người xác nhận hiệu lực là Người đứng đầu cơ quan',
    'effectiveness was confirmed by the head',
    (scope) => {
      const confirmed = effectivenessOf(scope)
      const on = day(confirmed?.confirmedOn)
      return confirmed && on !== undefined ? isHeadOn(scope, confirmed.by, on) : undefined
    },
    () => '/effectiveness/by',
  ),
  'effectiveness.file': fact(
    'file',
    'văn bản xác nhận hiệu lực',
    'the written confirmation of effectiveness',
    (scope) => usableFile(scope, effectivenessOf(scope)?.file),
    () => '/effectiveness/file',
  ),
}
