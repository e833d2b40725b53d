import type { Clock } from '../base/clock.ts'
import type { Day } from '../base/day.ts'
import { day } from './days.ts'
import { declarationInForce, declared } from './declarations.ts'
import type { Facts } from './define.ts'
import type { Scope } from './scope.ts'
import { editionOf } from './standard-edition.ts'

interface Span {
  from: Day | undefined
  /** First day no longer in it. */
  to: Day | undefined
}

/** How the edition that the declaration in force names stands on the day. */
export interface EditionState {
  edition?: string | undefined
  status: 'accepted' | 'awaitingGuidance' | 'notAccepted' | 'unreadable'
  /** Last day through which it is accepted without a break; absent when open-ended or not accepted. */
  acceptedThrough?: Day | undefined
  /** First day on which a first declaration may no longer name it. */
  closedToFirstFrom?: Day | undefined
}

/** By the register of editions, and those the profile accepts for a while. */
export function editionState(scope: Scope, clock: Clock): EditionState | undefined {
  const found = scope.derive(declarationInForce, clock)
  if (!found) return undefined
  const edition = editionOf(found.act.standard)
  if (edition === undefined) return { status: 'unreadable' }
  const { ruleSet, profile } = scope.registers
  const registered = ruleSet.standards.filter((one) => one.edition === edition)
  const local = (profile.editions ?? []).filter((one) => editionOf(one.edition) === edition)
  const accepted = [...registered.filter((one) => one.status === 'accepted'), ...local].map(span)
  const awaiting = registered.filter((one) => one.status === 'awaitingGuidance').map(span)
  const now = accepted.find(({ from, to }) => clock.inForce(from, to))
  const waits = awaiting.some(({ from, to }) => clock.inForce(from, to))
  return {
    edition,
    status: now ? 'accepted' : waits ? 'awaitingGuidance' : 'notAccepted',
    acceptedThrough: now && lastDay(now, accepted),
    closedToFirstFrom: registered.map((one) => day(one.notForFirstFrom)).find((one) => one !== undefined),
  }
}

function span(entry: { from?: string | undefined; to?: string | undefined }): Span {
  return { from: day(entry.from), to: day(entry.to) }
}

/** Last day of the stretch that begins with `now` and goes on through spans that overlap or follow without a gap. */
function lastDay(now: Span, spans: readonly Span[]): Day | undefined {
  let end = now.to
  for (;;) {
    if (end === undefined) return undefined
    const reached: Day = end
    const next = spans.find(
      ({ from, to }) => (from === undefined || from <= reached) && (to === undefined || to > reached),
    )
    if (!next) return reached - 1
    end = next.to
  }
}

const of = (scope: Scope, clock: Clock) => scope.derive(editionState, clock)

/** The edition of the standard that the declaration in force names (QĐ 19/2014 Điều 4, đoạn cuối). */
export const declarationEditionFacts: Facts = {
  'declaration.standard': declared(
    'text',
    'tiêu chuẩn ghi trong công bố',
    'standard named in the declaration',
    '/standard',
    ({ act }) => act.standard,
  ),
  'declaration.edition': declared(
    'text',
    'phiên bản tiêu chuẩn được công bố',
    'edition declared',
    '/standard',
    (_, scope, clock) => of(scope, clock)?.edition,
  ),
  'declaration.editionStatus': declared(
    'text',
    'tình trạng chấp nhận của phiên bản tiêu chuẩn',
    'whether the edition is accepted',
    '/standard',
    (_, scope, clock) => of(scope, clock)?.status,
  ),
  'declaration.editionAcceptedThrough': declared(
    'day',
    'ngày cuối phiên bản tiêu chuẩn còn được chấp nhận',
    'last day the edition is accepted',
    '/standard',
    (_, scope, clock) => of(scope, clock)?.acceptedThrough,
  ),
  'declaration.editionClosedToFirstFrom': declared(
    'day',
    'ngày phiên bản tiêu chuẩn không còn dùng cho công bố lần đầu',
    'day from which a first declaration may no longer name the edition',
    '/standard',
    (_, scope, clock) => of(scope, clock)?.closedToFirstFrom,
  ),
}
