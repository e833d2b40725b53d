import type { Clock, Day } from '../../core/days.ts'
import { declarationInForce, declared } from './declaration.ts'
import { type Facts, fact } from './fact.ts'
import { day, type Scope } from './scope.ts'

interface Span {
  from: Day | undefined
  /** First day no longer in it. */
  to: Day | undefined
}

/** How the edition that the declaration in force names stands on the day. */
interface EditionState {
  edition?: string | undefined
  /** `unclear`: the text names no edition, or several that differ, and only a person can tell. */
  status: 'accepted' | 'awaitingGuidance' | 'notAccepted' | 'unclear'
  /** Last day through which it is accepted without a break; absent when open-ended or not accepted. */
  acceptedThrough?: Day | undefined
  /** First day on which a first declaration may no longer name it. */
  closedToFirstFrom?: Day | undefined
}

/** By the register of editions, and those the profile accepts for a while. */
function editionState(scope: Scope, clock: Clock): EditionState | undefined {
  const found = scope.derive(declarationInForce, clock)
  if (!found) return undefined
  const edition = editionOf(found.act.standard)
  if (edition === undefined) return { status: 'unclear' }
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

const editionInForce = (scope: Scope, clock: Clock) => scope.derive(editionState, clock)

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
    (_, scope, clock) => editionInForce(scope, clock)?.edition,
  ),
  'declaration.editionStatus': declared(
    'text',
    'tình trạng chấp nhận của phiên bản tiêu chuẩn',
    'whether the edition is accepted',
    '/standard',
    (_, scope, clock) => editionInForce(scope, clock)?.status,
  ),
  'declaration.editionMisspelt': declared(
    'flag',
    'cách ghi phiên bản tiêu chuẩn trong công bố',
    'whether the edition is misspelt in the declaration',
    '/standard',
    ({ act }) => editionsIn(act.standard).some(({ misspelt }) => misspelt),
  ),
  'declaration.editionAcceptedThrough': declared(
    'day',
    'ngày cuối phiên bản tiêu chuẩn còn được chấp nhận',
    'last day the edition is accepted',
    '/standard',
    (_, scope, clock) => editionInForce(scope, clock)?.acceptedThrough,
  ),
  'declaration.editionClosedToFirstFrom': declared(
    'day',
    'ngày phiên bản tiêu chuẩn không còn dùng cho công bố lần đầu',
    'day from which a first declaration may no longer name the edition',
    '/standard',
    (_, scope, clock) => editionInForce(scope, clock)?.closedToFirstFrom,
  ),
}

/**
 * Whether the declaration in force names the edition of 2008 while that may be declared: what only the edition of 2015
 * asks for is then not asked of the agency. Without a declaration in force nothing is excused.
 */
export const edition2008Facts: Facts = {
  'declaration.underEdition2008': fact(
    'flag',
    'công bố theo TCVN ISO 9001:2008 còn được chấp nhận',
    'declared under TCVN ISO 9001:2008 while accepted',
    (scope, clock) => {
      const state = scope.derive(editionState, clock)
      return state?.edition === '9001:2008' && state.status === 'accepted'
    },
  ),
}

/** ISO 9001 with its year, whatever stands around it; another standard (ISO 14001:2015) and an amendment (Amd 1:2024) are none. */
const EDITION = /(?<!\d)(9001|900):(\d{4})(?!\d)/gu

/**
 * The editions of the standard that a text names, in the law's own words or short: upper case, white space dropped, dashes
 * read as colons; what stands before and after is passed over: "Tiêu chuẩn quốc gia TCVN ISO 9001-2015 (ISO 9001:2015)."
 * names `9001:2015` twice. The misprint `900:2015`, met in real declarations, is read as `9001:2015`.
 */
function editionsIn(text: string): { edition: string; misspelt: boolean }[] {
  const plain = text
    .normalize('NFC')
    .toUpperCase()
    .replace(/\s/gu, '')
    .replace(/\p{Pd}/gu, ':')
  return [...plain.matchAll(EDITION)].flatMap(([, number, year]) => {
    const misspelt = number === '900'
    return misspelt && year !== '2015' ? [] : [{ edition: `9001:${year}`, misspelt }]
  })
}

/**
 * The one edition of the standard that a text names.
 * @returns undefined when it names none, or several that differ
 */
export function editionOf(text: string): string | undefined {
  const [edition, other] = new Set(editionsIn(text).map((one) => one.edition))
  return other === undefined ? edition : undefined
}
