import type { Language } from '../core/errors.ts'
import type { Grade, Profile, RuleSet } from '../rules/rule-set.ts'
import { confirmedShare } from '../verdict/evidence.ts'
import type { Backing, Score, Verdict, VerdictNotice } from '../verdict/verdict.ts'
import { NOTICE_WORDS, TOLD_LABEL, TOLD_WORDS } from './format-words.ts'
import { fill, type Renderer } from './renderer.ts'
import { showNumber } from './values.ts'
import { DUTY_WORDS, REPORT_WORDS, STATUS_WORDS } from './words.ts'

/** What stands at the top of every form of the report. */
export interface HeadTexts {
  block: string
  /** The agency's duty; where a plan obliges it, by which one and which decision. */
  duty: string
  /** Label of the grade, or that there is none; null where the status allows no grade. */
  grade: string | null
  /** Until when the verdict stays as it is; null where nothing was judged and nothing will be. */
  kept: string | null
  profile: string
  catalogue: string
}

/** The texts at the top of a report, as the verdict's rule set and profile word them. */
export function headTexts(verdict: Verdict, ruleSet: RuleSet, lang: Language): HeadTexts {
  const { agency, status, grade, validUntil, catalogue } = verdict
  const profile = ruleSet.profiles.find((one) => one.id === verdict.profile.id)
  const source = { agency: REPORT_WORDS.fromAgency, authority: REPORT_WORDS.fromAuthority, none: REPORT_WORDS.fromNone }
  const kept =
    validUntil === null ? REPORT_WORDS.validLong[lang] : fill(REPORT_WORDS.validUntil[lang], { validUntil }, lang)
  return {
    block: ruleSet.blocks.find((one) => one.id === agency.block)?.label[lang] ?? agency.block,
    duty: dutyText(verdict, profile, lang),
    grade: grade === null && status !== 'met' ? null : gradeLabel(grade, gradesOf(verdict, ruleSet), lang),
    kept: (status === 'notApplicable' || isQuarantined(verdict)) && validUntil === null ? null : kept,
    profile: profile?.title[lang] ?? verdict.profile.id,
    catalogue: fill(source[catalogue.source][lang], { n: catalogue.procedures }, lang),
  }
}

/** Whether the bundle was set aside for a state secret, so that nothing else in it was judged. */
export function isQuarantined({ notEvaluated }: Verdict): boolean {
  return notEvaluated.some(({ reason }) => reason === 'quarantined')
}

/** The grades of the verdict's profile, or the national ones. */
export function gradesOf({ profile }: Verdict, ruleSet: RuleSet): readonly Grade[] {
  return ruleSet.profiles.find((one) => one.id === profile.id)?.grades ?? ruleSet.grades
}

/** Label of a grade, or that there is none. */
export function gradeLabel(grade: string | null, grades: readonly Grade[], lang: Language): string {
  return grades.find((one) => one.id === grade)?.label[lang] ?? REPORT_WORDS.noGrade[lang]
}

/** How an agency stands, in a few words: status, and the grade where there is one. */
export function standingText(
  { status, grade }: Pick<Verdict, 'status' | 'grade'>,
  verdict: Verdict,
  ruleSet: RuleSet,
  lang: Language,
): string {
  const label = STATUS_WORDS[status].label[lang]
  return grade === null ? label : `${label}, ${gradeLabel(grade, gradesOf(verdict, ruleSet), lang)}`
}

/** A score as `77,3` or, where evidence is missing, `77,3–82,5`. */
export function scoreText(score: Score | null, lang: Language): string {
  if (score === null) return REPORT_WORDS.noScore[lang]
  const ends = score.low === score.high ? [score.low] : [score.low, score.high]
  return ends.map((one) => showNumber(one, lang)).join('–')
}

function dutyText({ agency }: Verdict, profile: Profile | undefined, lang: Language): string {
  const duty = DUTY_WORDS[agency.duty][lang]
  if (agency.duty !== 'obligedByPlan' || profile === undefined) return duty
  const decision = profile.oblige?.find(({ block }) => block === agency.block)?.decision ?? profile.decision
  return `${duty}: ${[profile.title[lang], decision].filter((part) => part !== undefined).join('; ')}`
}

/**
 * What the score rests on, as it stands next to it: `62,5% nội dung có tài liệu chứng minh; 31% được đối chiếu`. Null
 * where no rule in the score asks for a paper.
 */
export function backedText(evidence: Backing | null, lang: Language): string | null {
  if (evidence?.backed == null) return null
  const confirmed = confirmedShare(evidence) ?? 0
  return fill(REPORT_WORDS.backed[lang], { backed: evidence.backed, confirmed }, lang)
}

/** What is recommended and changes nothing of the score: ours to advise, never a failing. */
export function recommendedTexts(verdict: Verdict, ruleSet: RuleSet, renderer: Renderer): string[] {
  const own = verdict.notices.filter(({ kind }) => kind === 'recommendation')
  return own.map((notice) => noticeText(notice, verdict, ruleSet, renderer))
}

/** What is told beside the score: the reading that goes on, notices, and the papers that say nothing of what was looked for. */
export function besideTexts(verdict: Verdict, ruleSet: RuleSet, renderer: Renderer): string[] {
  const { lang } = renderer
  const { evidence, provisional } = verdict
  const notices = verdict.notices.filter(({ kind }) => kind === 'notice')
  const silent = (evidence?.unconfirmed ?? []).map((rule) => renderer.title(rule))
  const told = toldByAuthority(verdict, lang)
  return [
    ...(provisional ? [`${REPORT_WORDS.provisional[lang]}.`] : []),
    ...(told === null ? [] : [`${TOLD_LABEL[lang]}: ${told}.`]),
    ...notices.map((notice) => noticeText(notice, verdict, ruleSet, renderer)),
    ...(silent.length === 0 ? [] : [`${REPORT_WORDS.unconfirmed[lang]}: ${silent.join('; ')}.`]),
  ]
}

/** Which facts were the authority's own, as they stand in every format; null where none was. */
export function toldByAuthority({ catalogue, records: { used } }: Verdict, lang: Language): string | null {
  const parts = new Set(used.map((pointer) => /^\/[^/]+(?=\/\d|$)|^\/.*$/.exec(pointer)?.[0] ?? pointer))
  const own = catalogue.source === 'authority' ? ['/catalogue', ...parts] : [...parts]
  const words = own.flatMap((pointer) => TOLD_WORDS[pointer]?.[lang] ?? [])
  return words.length === 0 ? null : [...new Set(words)].join('; ')
}

function noticeText(
  { id, values, rule }: VerdictNotice,
  verdict: Verdict,
  ruleSet: RuleSet,
  renderer: Renderer,
): string {
  const { lang } = renderer
  const { grade, rules } = values
  const shown: Record<string, unknown> = {
    ...values,
    ...(typeof grade === 'string' && { grade: gradeLabel(grade, gradesOf(verdict, ruleSet), lang) }),
    ...(Array.isArray(rules) && { rules: rules.map((one: string) => renderer.title(one)).join('; ') }),
  }
  if (rule === undefined) return fill(NOTICE_WORDS[id]?.[lang] ?? id, shown, lang)
  return `${renderer.title(rule)}: ${renderer.message(rule, id, shown) ?? id}`
}
