import type { Language } from '../core/errors.ts'
import { heading, labelled, table, wrap } from '../core/texts.ts'
import type { Notice } from '../dossier/dossier.ts'
import { problemLine, type RefusalDocument } from '../intake/refusals/refusal.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Finding, Score, Verdict } from '../verdict/verdict.ts'
import { exceptionLines, withoutExceptions } from './exceptions.ts'
import { EXCEPTION_LABELS } from './format-words.ts'
import { backedText, besideTexts, headTexts, recommendedTexts } from './head.ts'
import { printable } from './markup.ts'
import { evidenceText, type FormatOptions, fill, Renderer, remedyText } from './renderer.ts'
import { showDate, showNumber } from './values.ts'
import { DISCLAIMER, OUTCOME_WORDS, REPORT_WORDS, SEVERITY_WORDS, STATUS_WORDS } from './words.ts'

/** Outcomes told in full, in this order; all others stand in one table. */
const IN_FULL = ['fail', 'missingEvidence', 'needsReview', 'error'] as const

/**
 * The verdict as an officer reads it: the verdict first; what fails, with article, evidence and remedy; what misses
 * evidence; what a person must look at; the rest in one table. Lines are at most `width` characters.
 */
export function verdictText(verdict: Verdict, { ruleSet, lang, width = 100, notices = [] }: FormatOptions): string {
  const renderer = new Renderer(ruleSet, lang)
  const lines = [
    ...head(verdict, renderer, ruleSet, width),
    ...IN_FULL.flatMap((outcome) => {
      const found = verdict.findings.filter((finding) => finding.outcome === outcome)
      if (found.length === 0) return []
      const blocks = found.flatMap((finding, index) => findingBlock(finding, index + 1, renderer, width))
      return [...heading(`${OUTCOME_WORDS[outcome].label[lang]} (${found.length})`), ...blocks]
    }),
    ...rest(verdict, renderer, width),
    ...groups(verdict, ruleSet, lang, width),
    ...exceptions(verdict, renderer, width),
    ...unnamed(verdict, lang, width),
    ...noticeLines(notices, lang, width),
    '',
    ...wrap(DISCLAIMER[lang], width),
  ]
  return `${printable(lines.join('\n'))}\n`
}

function head(verdict: Verdict, renderer: Renderer, ruleSet: RuleSet, width: number): string[] {
  const { lang } = renderer
  const { agency, status, score, evidence } = verdict
  const said = headTexts(verdict, ruleSet, lang)
  const without = withoutExceptions(verdict, ruleSet, lang)
  const backed = backedText(evidence, lang)
  const told = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [...heading(label), ...texts.flatMap((line) => wrap(`- ${line}`, width, '  '))]
  return [
    ...heading(REPORT_WORDS.title[lang]).slice(1),
    ...wrap(`${agency.name} (${agency.code})`, width),
    ...wrap(`${said.block}. ${said.duty}.`, width),
    `${REPORT_WORDS.year[lang]} ${verdict.assessmentYear} · ${REPORT_WORDS.asOf[lang]} ${showDate(verdict.asOf, lang)}`,
    '',
    `  ► ${STATUS_WORDS[status].label[lang].toLocaleUpperCase('vi')}${said.grade === null ? '' : ` · ${REPORT_WORDS.grade[lang]}: ${said.grade}`}`,
    ...wrap(`    ${STATUS_WORDS[status].sentence[lang]}`, width, '    ').map((line, at) =>
      at === 0 ? `    ${line}` : line,
    ),
    ...scoreLines(score, lang).map((line) => `    ${line}`),
    ...(backed === null ? [] : [`    ${backed}`]),
    ...(without === null ? [] : wrap(without, width - 4).map((line) => `    ${line}`)),
    ...(said.kept === null ? [] : wrap(said.kept, width - 4).map((line) => `    ${line}`)),
    '',
    ...labelled(`${REPORT_WORDS.profile[lang]}: `, said.profile, width, REPORT_WORDS.profile[lang].length + 2),
    `${REPORT_WORDS.catalogue[lang]}: ${said.catalogue}`,
    ...told(REPORT_WORDS.beside[lang], besideTexts(verdict, ruleSet, renderer)),
    ...told(REPORT_WORDS.recommended[lang], recommendedTexts(verdict, ruleSet, renderer)),
  ]
}

function scoreLines(score: Score | null, lang: Language): string[] {
  if (!score) return [REPORT_WORDS.noScore[lang]]
  const low = `${REPORT_WORDS.score[lang]}: ${showNumber(score.low, lang)}/100`
  return score.low === score.high ? [low] : [low, `${REPORT_WORDS.high[lang]}: ${showNumber(score.high, lang)}/100`]
}

function rest(verdict: Verdict, renderer: Renderer, width: number): string[] {
  const { lang } = renderer
  const found = verdict.findings.filter(({ outcome }) => !IN_FULL.some((one) => one === outcome))
  if (found.length === 0) return []
  const rows = found.map((finding) => [OUTCOME_WORDS[finding.outcome].label[lang], titleAndDay(finding, renderer)])
  return [...heading(`${REPORT_WORDS.others[lang]} (${found.length})`), ...table(rows, width)]
}

function titleAndDay(finding: Finding, renderer: Renderer): string {
  const { lang } = renderer
  const { holdsUntil, dueOn } = finding
  const day = holdsUntil
    ? fill(REPORT_WORDS.holdsUntil[lang], { day: holdsUntil }, lang)
    : dueOn
      ? fill(REPORT_WORDS.dueOn[lang], { day: dueOn }, lang)
      : ''
  return renderer.title(finding.rule) + (day ? ` — ${day}` : '')
}

function groups(verdict: Verdict, ruleSet: RuleSet, lang: Language, width: number): string[] {
  const shown = verdict.groups.filter((group) => group.score !== null)
  if (shown.length === 0) return []
  const rows = shown.map(({ id, score, counts }) => {
    const title = ruleSet.groups.find((one) => one.id === id)?.title[lang] ?? id
    const points = score && (score.low === score.high ? [score.low] : [score.low, score.high])
    const figures = (['pass', 'fail', 'missingEvidence', 'needsReview'] as const).flatMap((outcome) =>
      counts[outcome] === 0 ? [] : [`${OUTCOME_WORDS[outcome].label[lang]}: ${counts[outcome]}`],
    )
    return [(points ?? []).map((one) => showNumber(one, lang)).join('–'), `${title} (${figures.join(', ')})`]
  })
  return [...heading(REPORT_WORDS.groups[lang]), ...table(rows, width)]
}

function exceptions(verdict: Verdict, renderer: Renderer, width: number): string[] {
  const { counted, uncounted } = exceptionLines(verdict, renderer)
  const { title, ...labels } = EXCEPTION_LABELS
  const list = (label: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${label}:`, ...lines.flatMap((line) => wrap(`- ${line}`, width, '  '))]
  if (counted.length + uncounted.length === 0) return []
  const { lang } = renderer
  return [...heading(title[lang]), ...list(labels.counted[lang], counted), ...list(labels.uncounted[lang], uncounted)]
}

function unnamed({ unnamedFiles }: Verdict, lang: Language, width: number): string[] {
  if (unnamedFiles.length === 0) return []
  const shown = unnamedFiles.slice(0, 12)
  const more = fill(`(${REPORT_WORDS.shown[lang]})`, { shown: shown.length, total: unnamedFiles.length }, lang)
  return ['', ...wrap(`${REPORT_WORDS.unnamed[lang]} ${more}: ${shown.join(', ')}`, width, '  ')]
}

function noticeLines(notices: readonly Notice[], lang: Language, width: number): string[] {
  if (notices.length === 0) return []
  const shown = notices.slice(0, 12)
  const more =
    shown.length < notices.length
      ? [fill(`  (${REPORT_WORDS.shown[lang]})`, { shown: shown.length, total: notices.length }, lang)]
      : []
  return [
    ...heading(REPORT_WORDS.notices[lang]),
    ...shown.flatMap(({ text }) => wrap(`- ${text[lang]}`, width, '  ')),
    ...more,
  ]
}

const GAP = 15

/** One finding in full: title, articles, what was found, items, evidence, what to do. */
function findingBlock(finding: Finding, number: number, renderer: Renderer, width: number): string[] {
  const { lang } = renderer
  const row = (label: string, text: string) => (text === '' ? [] : labelled(`    ${label}`, text, width, GAP))
  const title = `${renderer.title(finding.rule)} [${SEVERITY_WORDS[finding.severity][lang]}]`
  const items = finding.items?.shown ?? []
  const total = finding.items ? finding.items.total - finding.items.passed : 0
  const capped =
    total > items.length ? fill(` (${REPORT_WORDS.shown[lang]})`, { shown: items.length, total }, lang) : ''
  return [
    ...wrap(`${String(number).padStart(2)}. ${title}`, width, '    '),
    ...row(REPORT_WORDS.basis[lang], renderer.basis(finding.rule).join('; ')),
    ...row(REPORT_WORDS.result[lang], renderer.sentences(finding).join(' ') + capped),
    ...items.flatMap((item) => labelled(' '.repeat(GAP - 2), `- ${renderer.item(finding, item)}`, width, GAP)),
    ...row(REPORT_WORDS.evidence[lang], evidenceText(finding, lang)),
    ...row(REPORT_WORDS.remedy[lang], remedyText(finding, renderer)),
    '',
  ]
}

/** A refusal as the sender reads it: why, where, and what to do. Lines are at most `width` characters. */
export function refusalText(refusal: RefusalDocument, lang: Language, width = 100): string {
  const row = (label: string, text: string) => labelled(`  ${label}:`, text, width, 14)
  const problems = refusal.problems ?? []
  const lines = [
    ...heading(REPORT_WORDS.refused[lang]).slice(1),
    ...row(REPORT_WORDS.reason[lang], refusal.message[lang]),
    ...(refusal.entry === undefined ? [] : row(REPORT_WORDS.entry[lang], refusal.entry)),
    ...row(REPORT_WORDS.howTo[lang], refusal.remedy[lang]),
    ...row(REPORT_WORDS.reasonCode[lang], refusal.code),
    ...(problems.length === 0 ? [] : ['', `  ${REPORT_WORDS.problems[lang]} (${problems.length}):`]),
    ...problems.flatMap((problem) =>
      wrap(`  - ${problemLine(problem, refusal.entry ?? 'manifest', lang)}`, width, '    '),
    ),
  ]
  return `${printable(lines.join('\n'))}\n`
}
