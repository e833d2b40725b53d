import { toDay } from '../base/day.ts'
import type { Language, Localized } from '../base/localized.ts'
import { printable } from '../report/printable.ts'
import { fill, Renderer } from '../report/render.ts'
import { OUTCOME_WORDS } from '../report/words/outcomes.ts'
import { DISCLAIMER, STATUS_WORDS } from '../report/words/verdict.ts'
import type { Outcome } from '../rules/outcome.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { TimelineEntry, Verdict } from '../verdict/verdict.ts'
import { NOTICE_WORDS } from './notice-words.ts'
import type { LapseNotice, NoticeDays } from './ports.ts'

const MOST_SHOWN = 12

/**
 * The notice that a verdict will change: what turns, when, and what to do.
 * @throws RangeError when nothing in the verdict's timeline will change
 */
export function lapseNotice(
  verdict: Verdict,
  { days, on }: { days: NoticeDays; on: string },
  ruleSet: RuleSet,
): LapseNotice {
  const { agency, validUntil } = verdict
  const next = verdict.timeline[0]
  if (validUntil === null || next === undefined) throw new RangeError(`the verdict ${verdict.digest} does not lapse`)
  const told = (lang: Language) => lines(verdict, next, { ruleSet, lang, left: toDay(validUntil) - toDay(on) })
  return {
    schemaVersion: 1,
    id: `${agency.code}/${validUntil}-${days}`,
    agency: { code: agency.code, name: agency.name },
    validUntil,
    days,
    on,
    rules: next.turns.map(({ rule }) => rule),
    subject: subject(oneLine(agency.name), validUntil),
    message: { vi: told('vi'), en: told('en') },
  }
}

const asksForWork = (to: Outcome): boolean => to === 'fail' || to === 'missingEvidence'

/** An agency writes its own name, and may not write more of the notice than that. */
const oneLine = (name: string): string => printable(name).replace(/\s+/gu, ' ').trim()

function subject(agency: string, validUntil: string): Localized {
  const said = (lang: Language) => fill(NOTICE_WORDS.subject[lang], { agency, validUntil }, lang)
  return { vi: said('vi'), en: said('en') }
}

function lines(
  verdict: Verdict,
  next: TimelineEntry,
  { ruleSet, lang, left }: { ruleSet: RuleSet; lang: Language; left: number },
): string {
  const say = (words: Localized, values: Record<string, unknown> = {}) => fill(words[lang], values, lang)
  const renderer = new Renderer(ruleSet, lang)
  const shown = next.turns.slice(0, MOST_SHOWN).flatMap(({ rule, from, to }) => {
    const turn = `- ${renderer.title(rule)}: ${OUTCOME_WORDS[from].label[lang]} → ${OUTCOME_WORDS[to].label[lang]}.`
    const remedy = asksForWork(to) ? renderer.remedy(rule) : ''
    return remedy === '' ? [turn] : [turn, `  ${say(NOTICE_WORDS.remedy)}: ${remedy}`]
  })
  const count = { shown: MOST_SHOWN, total: next.turns.length }
  const status = { from: STATUS_WORDS[verdict.status].label[lang], to: STATUS_WORDS[next.status].label[lang] }
  return [
    say(NOTICE_WORDS.greeting, { agency: oneLine(verdict.agency.name), code: verdict.agency.code }),
    say(NOTICE_WORDS.lapses, { asOf: verdict.asOf, validUntil: verdict.validUntil, left }),
    say(NOTICE_WORDS.turns, { on: next.on }),
    ...shown,
    ...(next.turns.length > MOST_SHOWN ? [say(NOTICE_WORDS.capped, count)] : []),
    ...(status.from === status.to ? [] : [say(NOTICE_WORDS.status, status)]),
    ...(next.turns.some(({ to }) => asksForWork(to)) ? [say(NOTICE_WORDS.todo, { on: next.on })] : []),
    DISCLAIMER[lang],
  ].join('\n')
}
