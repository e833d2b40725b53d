import { addMonths, type Clock, toDay } from '../../core/days.ts'
import { foldName } from '../../core/names.ts'
import type { AuthorityDecision, PaperSeen } from '../../dossier/authority-record.ts'
import type { RuleAnswer } from '../answer.ts'
import type { AuthoritySays } from '../context.ts'
import { creditOf } from '../credit.ts'
import { isOpenTo } from '../list-pass.ts'
import type { RuleSource } from '../rule-source.ts'
import { declarationInForce } from './declaration.ts'
import type { Scope } from './scope.ts'

/** Months after which what a person saw or decided must be looked at again. */
const MONTHS = 12

/** Whether an entry counts on the day: made by then, and not longer ago than a year. */
function counts(on: string, clock: Clock): boolean {
  const day = toDay(on)
  return clock.reached(day) && !clock.passed(addMonths(day, MONTHS))
}

const isAbout = ({ id, aliases = [] }: Pick<RuleSource, 'id' | 'aliases'>, rule: string) =>
  rule === id || aliases.includes(rule)

/** What the authority says of a rule on a day; undefined where it says nothing of it. */
export function authoritySays(scope: Scope, rule: RuleSource, clock: Clock): AuthoritySays | undefined {
  const { papersSeen = [], decisions = [] } = scope.dossier.authority ?? {}
  const seen = papersSeen.filter((one) => isAbout(rule, one.rule))
  const items = decisions.filter((one) => isAbout(rule, one.rule) && one.item !== undefined)
  if (seen.length === 0 && items.length === 0) return undefined
  return {
    papersSeen: seen.some((one) => counts(one.seenOn, clock) && isOfNow(one, scope, clock)),
    items: new Map(
      items.flatMap(({ item, outcome, on }) => (counts(on, clock) ? [[item ?? '', outcome] as const] : [])),
    ),
  }
}

/** A paper that is a declaration counts while that declaration is in force. */
function isOfNow({ number, signedOn }: PaperSeen, scope: Scope, clock: Clock): boolean {
  if (number === undefined) return true
  const plain = (text: string) => foldName(text).replaceAll(' ', '')
  const of = (scope.manifest.declarations ?? []).filter((one) => plain(one.number) === plain(number))
  if (of.length === 0) return true
  const now = declarationInForce(scope, clock)?.act
  return now !== undefined && of.includes(now) && (signedOn === undefined || now.signedOn === signedOn)
}

/** What a person decided of a rule as a whole, the latest first; undefined where nobody did. */
export function decidedBy(scope: Scope, rule: RuleSource, clock: Clock): AuthorityDecision | undefined {
  const { decisions = [] } = scope.dossier.authority ?? {}
  return decisions
    .filter((one) => isAbout(rule, one.rule) && one.item === undefined && counts(one.on, clock))
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0]
}

/** An answer under what a person of the authority decided of the rule, where that is open to a person. */
export function asDecided(answer: RuleAnswer, decided: AuthorityDecision | undefined): RuleAnswer {
  if (decided === undefined || !isOpenTo(decided.outcome, answer.outcome)) return answer
  const { outcome, on, by, reason } = decided
  const { dueOn: _, holdsUntil: __, recommendations: ___, ...rest } = answer
  return {
    ...rest,
    outcome,
    message: 'decidedByAuthority',
    values: { outcome, on, by, reason },
    credit: creditOf(outcome, undefined, undefined),
    assurance: outcome === 'pass' || outcome === 'fail' ? 'authority' : null,
    ...(answer.papers && { papers: { ...answer.papers, levels: { authority: 1 }, read: true, lacking: [] } }),
  }
}

/** Whether what stands at a pointer into the manifest is the authority's own word. */
export function fromAuthority({ dossier: { authority, catalogue, manifest } }: Scope, pointer: string): boolean {
  if (pointer === '/catalogue' || pointer.startsWith('/catalogue/')) return catalogue.source === 'authority'
  if (authority === undefined) return false
  const notice = /^\/declarations\/(\d+)\/notice\/sentOn$/.exec(pointer)?.[1]
  if (notice !== undefined) return noticeReceived(authority.noticeReceivedOn, manifest.declarations?.[Number(notice)])
  return authority.told.includes(pointer)
}

/** Whether the day the authority received a notice can be that of a declaration: not before it was signed. */
export function noticeReceived(
  receivedOn: string | null | undefined,
  declaration: { signedOn: string } | undefined,
): receivedOn is string {
  return typeof receivedOn === 'string' && declaration !== undefined && receivedOn >= declaration.signedOn
}
