import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import { endedAudits } from './audits.ts'
import { day, latest } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import { isDeputyTitle, isHeadOn } from './heads.ts'
import type { Scope } from './scope.ts'

/** The latest management review that has been held. */
export function latestReview(scope: Scope, clock: Clock) {
  return latest(scope.manifest.managementReviews ?? [], (review) => day(review.heldOn), clock)
}

const of = (scope: Scope, clock: Clock) => scope.derive(latestReview, clock)
const at = (key: string) => (scope: Scope, clock: Clock) => {
  const found = of(scope, clock)
  return found && `/managementReviews/${found.index}${key}`
}

/** End of the latest audit that ended on or before the day the latest review was held. */
function auditBefore(scope: Scope, clock: Clock): Day | undefined {
  const review = of(scope, clock)
  if (!review) return undefined
  const ends = scope.derive(endedAudits, clock).flatMap(({ on }) => (on <= review.on ? [on] : []))
  return ends.length === 0 ? undefined : Math.max(...ends)
}

/** Whether one who may lead chaired the latest review: in `heads` on that day, or a deputy by title. */
function chairedByLeader(scope: Scope, clock: Clock): boolean | undefined {
  const review = of(scope, clock)
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
    (s, c) => of(s, c)?.on,
    at(''),
  ),
  'latestReview.minutes': fact(
    'file',
    'biên bản xem xét của Lãnh đạo',
    'minutes of the management review',
    (s, c) => usableFile(s, of(s, c)?.act.minutes),
    at('/minutes'),
  ),
  'latestReview.inputs': fact(
    'texts',
    'nội dung đầu vào của cuộc xem xét của Lãnh đạo',
    'inputs of the management review',
    (s, c) => of(s, c)?.act.inputs,
    at('/inputs'),
  ),
  'latestReview.outputs': fact(
    'texts',
    'kết quả đầu ra của cuộc xem xét của Lãnh đạo',
    'outputs of the management review',
    (s, c) => of(s, c)?.act.outputs,
    at('/outputs'),
  ),
  'latestReview.chair': fact(
    'text',
    'người chủ trì cuộc xem xét của Lãnh đạo',
    'chair of the management review',
    (s, c) => of(s, c)?.act.chair?.name,
    at('/chair'),
  ),
  'latestReview.chairedByLeader': fact(
    'flag',
    'chủ trì là Người đứng đầu cơ quan hoặc cấp phó',
    'the chair is the head or a deputy',
    chairedByLeader,
    at('/chair'),
  ),
  'latestReview.auditBefore': fact(
    'day',
    'ngày kết thúc cuộc đánh giá nội bộ trước cuộc xem xét của Lãnh đạo',
    'end of the internal audit before the management review',
    auditBefore,
  ),
}
