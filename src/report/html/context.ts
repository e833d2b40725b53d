import type { Language } from '../../base/localized.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Score, Status, Verdict } from '../../verdict/verdict.ts'
import { gradeLabel, gradesOf } from '../head.ts'
import type { Renderer } from '../render.ts'
import { showNumber } from '../values.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { STATUS_WORDS } from '../words/verdict.ts'
import { html, type Markup } from './markup.ts'

/** What every part of the page is written from. */
export interface PageContext {
  verdict: Verdict
  ruleSet: RuleSet
  lang: Language
  renderer: Renderer
}

/** A score as `77,3` or, where evidence is missing, `77,3–82,5`. */
export function scoreText(score: Score | null, lang: Language): string {
  if (score === null) return REPORT_WORDS.noScore[lang]
  const ends = score.low === score.high ? [score.low] : [score.low, score.high]
  return ends.map((one) => showNumber(one, lang)).join('–')
}

/** How an agency stands, in a few words: status, and the grade where there is one. */
export function standingText(
  { status, grade }: { status: Status; grade: string | null },
  { verdict, ruleSet, lang }: PageContext,
): string {
  const label = STATUS_WORDS[status].label[lang]
  return grade === null ? label : `${label}, ${gradeLabel(grade, gradesOf(verdict, ruleSet), lang)}`
}

/** A rule's title, leading to what was found. */
export function ruleLink(rule: string, { renderer }: PageContext): Markup {
  return html`<a href="#rule-${rule}">${renderer.title(rule)}</a>`
}
