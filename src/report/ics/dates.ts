import type { ShownItem } from '../../rules/answer.ts'
import type { Finding, Verdict } from '../../verdict/verdict.ts'
import { appliedExceptions, exceptionText } from '../exceptions.ts'
import { fill, type Renderer } from '../render.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { CALENDAR_WORDS } from './words.ts'

/** A day an agency must not miss. `key` tells it from the agency's other days and stays the same in later verdicts. */
export interface Deadline {
  key: string
  on: string
  summary: string
  description: string
}

/** What lapses, falls due or turns, in the order of the days. */
export function deadlinesOf(verdict: Verdict, renderer: Renderer): Deadline[] {
  const { lang } = renderer
  const agency = `${verdict.agency.name} (${verdict.agency.code})`
  const exceptions = appliedExceptions(verdict).map((one) => ({
    key: `exception/${one.rule}`,
    on: one.lastDay,
    summary: fill(CALENDAR_WORDS.exception[lang], { title: renderer.title(one.rule) }, lang),
    description: `${agency}\n${exceptionText(one, lang)}`,
  }))
  const days = verdict.findings.flatMap((finding) => daysOf(finding, agency, renderer))
  return [...days, ...exceptions, ...turn(verdict, agency, renderer)].sort(
    (a, b) => compare(a.on, b.on) || compare(a.key, b.key),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function daysOf(finding: Finding, agency: string, renderer: Renderer): Deadline[] {
  const { rule, items, holdsUntil, dueOn } = finding
  const { lang } = renderer
  const deadline = (kind: 'holdsUntil' | 'dueOn', on: string | undefined, item?: ShownItem): Deadline[] => {
    if (on === undefined) return []
    const title = item ? `${item.key} (${renderer.title(rule)})` : renderer.title(rule)
    return [
      {
        key: [kind, rule, ...(item ? [item.key] : [])].join('/'),
        on,
        summary: fill(CALENDAR_WORDS[kind][lang], { title }, lang),
        description: describe(finding, agency, renderer, item),
      },
    ]
  }
  const dueItems = (items?.shown ?? []).filter((item) => item.outcome === 'notYetDue' && item.dueOn !== dueOn)
  return [
    ...deadline('holdsUntil', holdsUntil),
    ...deadline('dueOn', dueOn),
    ...dueItems.flatMap((item) => deadline('dueOn', String(item.dueOn), item)),
  ]
}

function describe(finding: Finding, agency: string, renderer: Renderer, item?: ShownItem): string {
  const { lang } = renderer
  return [
    agency,
    ...(item ? [renderer.item(finding, item)] : renderer.sentences(finding)),
    `${REPORT_WORDS.remedy[lang]}: ${renderer.remedy(finding.rule)}`,
    `${REPORT_WORDS.basis[lang]}: ${renderer.basis(finding.rule).join('; ')}`,
  ].join('\n')
}

function turn(verdict: Verdict, agency: string, renderer: Renderer): Deadline[] {
  const { lang } = renderer
  const { validUntil, timeline } = verdict
  if (validUntil === null) return []
  const turns = timeline[0]?.turns.map(({ rule }) => `- ${renderer.title(rule)}`) ?? []
  const kept = fill(REPORT_WORDS.validUntil[lang], { validUntil }, lang)
  const summary = fill(CALENDAR_WORDS.validUntil[lang], { agency }, lang)
  return [{ key: 'validUntil', on: validUntil, summary, description: [agency, kept, ...turns].join('\n') }]
}
