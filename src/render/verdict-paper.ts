import type { RuleSet } from '../rules/rule-set.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { EFFORT_WORDS } from './format-words.ts'
import { backedText, gradeLabel, gradesOf, headTexts, isQuarantined, scoreText } from './head.ts'
import { ladder, type PlannedRule } from './html/answer.ts'
import { deadlinesOf } from './ics.ts'
import { type Columns, type Paragraph, TEXT_WIDTH, wordDocument } from './office.ts'
import { bold, centred, labelled, ruler, textParagraph, upper } from './province/letter.ts'
import { fill, Renderer, remedyText } from './renderer.ts'
import { showDate } from './values.ts'
import { DISCLAIMER, OUTCOME_WORDS, STATUS_WORDS, VERDICT_PAPER_WORDS as WORDS } from './words.ts'

/** What the paper is written from. */
interface PaperInput {
  verdict: Verdict
  ruleSet: RuleSet
  /** When the dossier was handed in, in words. */
  sentOn: string
}

/**
 * A verdict as a paper (DOCX) that whoever keeps the quality system puts before the head of the agency: the answer, what to
 * do, what does not meet and why, which papers are missing, what falls due, and room for what the head decides. By the form
 * of Nghị định 30/2020/NĐ-CP, in Vietnamese; number, day and names stay blank.
 */
export function verdictPaper(input: PaperInput): Promise<Uint8Array> {
  const { verdict } = input
  const parts = isQuarantined(verdict)
    ? []
    : [actions(input), failing(input), papers(input), toReview(input), due(input)]
  const filled = parts.filter((part) => part.length > 0)
  return wordDocument([
    head(verdict),
    ...title(input),
    ...answer(input),
    ...filled.flatMap(([heading = '', ...paragraphs], at) => [
      { ...textParagraph({ text: `${ROMAN[at + 1]}. ${heading}`, bold: true }), before: 6, keepNext: true as const },
      ...(paragraphs as Paragraph[]),
    ]),
    ...decision(verdict, ROMAN[filled.length + 1] ?? ''),
    foot(),
    // Word wants a paragraph after the last table.
    { runs: [{ text: '', size: 1 }] },
  ])
}

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']

/** A part of the paper: its heading, then its paragraphs; nothing where it has nothing to say. */
type Part = [] | [heading: string, ...Paragraph[]]

const LEFT = 66
const RIGHT = TEXT_WIDTH - LEFT

function head({ agency, asOf }: Verdict): Columns {
  return {
    widths: [LEFT, RIGHT],
    left: [
      { ...centred('', 12), runs: [bold(upper(agency.name), 12)] },
      ruler(LEFT, 22),
      centred('Số:          /BC-……', 13, 4),
      { align: 'center', before: 4, runs: [{ text: 'DỰ THẢO', bold: true, italic: true, size: 11 }] },
    ],
    right: [
      { align: 'center', runs: [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12)] },
      { align: 'center', runs: [bold('Độc lập - Tự do - Hạnh phúc', 13)] },
      ruler(RIGHT, 60),
      {
        align: 'center',
        before: 4,
        runs: [{ text: `……………, ngày      tháng      năm ${asOf.slice(0, 4)}`, italic: true, size: 13 }],
      },
    ],
  }
}

function title({ verdict }: PaperInput): Paragraph[] {
  const { assessmentYear: year, agency } = verdict
  return [
    { align: 'center', before: 16, runs: [{ text: WORDS.kind, bold: true }] },
    { align: 'center', after: 2, runs: [{ text: fill(WORDS.subject, { year: String(year) }, 'vi'), bold: true }] },
    { align: 'center', before: 6, after: 8, runs: [{ text: fill(WORDS.to, { agency: agency.name }, 'vi') }] },
  ]
}

/** The answer in sentences: how the dossier stands, by which evidence, until when. */
function answer({ verdict, ruleSet, sentOn }: PaperInput): Paragraph[] {
  const { agency, status, score, evidence, asOf } = verdict
  const { grade, kept } = headTexts(verdict, ruleSet, 'vi')
  const standing = [STATUS_WORDS[status].label.vi, ...(grade === null ? [] : [`xếp loại ${grade}`])].join(', ')
  const backed = backedText(evidence, 'vi')
  const figures = [
    ...(score === null ? [] : [fill(WORDS.points, { points: scoreText(score, 'vi') }, 'vi')]),
    ...(backed === null ? [] : [backed]),
  ]
  return [
    textParagraph(
      fill(WORDS.opening, { agency: agency.name, code: agency.code, sentOn, day: showDate(asOf, 'vi') }, 'vi'),
    ),
    textParagraph({ text: `${standing}. `, bold: true }, STATUS_WORDS[status].sentence.vi),
    ...(figures.length === 0 ? [] : [textParagraph(`${figures.join('; ')}.`)]),
    ...(kept === null ? [] : [textParagraph(kept)]),
    ...(verdict.provisional ? [textParagraph({ text: WORDS.provisional, italic: true })] : []),
  ]
}

/** What to do, level by level, each level with what it adds to the one before. */
function actions({ verdict, ruleSet }: PaperInput): Part {
  const renderer = new Renderer(ruleSet, 'vi')
  const steps = ladder(verdict.plan).filter(({ adds }) => adds.length > 0)
  if (steps.length === 0) return []
  const grades = gradesOf(verdict, ruleSet)
  let number = 0
  const said = ({ rule, step, effort, gain }: PlannedRule): Paragraph => {
    number++
    const found = verdict.findings.find((finding) => finding.rule === rule)
    const what = step === 'paper' ? renderer.toHandIn(rule) : renderer.toDo(rule)
    const told = [
      EFFORT_WORDS[effort].vi,
      ...(step === 'paper' ? [] : [fill(WORDS.gain, { points: Math.floor(gain * 10 + 1e-6) / 10 }, 'vi')]),
      ...(found?.dueOn ? [fill(WORDS.by, { day: found.dueOn }, 'vi')] : []),
    ]
    return textParagraph(`${number}. ${what} (${told.join(', ')}). Giao: ……………………; xong trước ngày …………….`)
  }
  return [
    WORDS.actions,
    ...steps.flatMap(({ entries, adds }) => {
      const goals = entries.map(({ goal }) =>
        goal === 'met' ? STATUS_WORDS.met.label.vi : gradeLabel(goal, grades, 'vi'),
      )
      return [
        {
          ...textParagraph({ text: fill(WORDS.goal, { goals: goals.join(', ') }, 'vi'), italic: true }),
          keepNext: true as const,
        },
        ...adds.map(said),
      ]
    }),
  ]
}

/** The part of the paper says so already. */
const FAILS = ` [${OUTCOME_WORDS.fail.label.vi}]`
/** Items of one point that are told; the page of the verdict has the others. */
const ITEMS = 5

function failing({ verdict, ruleSet }: PaperInput): Part {
  const renderer = new Renderer(ruleSet, 'vi')
  const found = withOutcome(verdict, 'fail')
  if (found.length === 0) return []
  return [
    fill(WORDS.failing, { n: found.length }, 'vi'),
    ...found.flatMap((finding, at) => {
      const items = finding.items?.shown.filter(({ outcome }) => outcome === 'fail') ?? []
      const more = (finding.items?.failed ?? 0) - Math.min(items.length, ITEMS)
      return [
        {
          ...textParagraph({ text: `${at + 1}. ${renderer.title(finding.rule)}`, bold: true }),
          keepNext: true as const,
        },
        textParagraph(renderer.sentences(finding).join(' ')),
        ...items
          .slice(0, ITEMS)
          .map((item) => ({ ...textParagraph(`+ ${renderer.item(finding, item).replace(FAILS, ':')}`), after: 3 })),
        ...(more > 0 ? [textParagraph({ text: fill(WORDS.more, { n: more }, 'vi'), italic: true })] : []),
        labelled(WORDS.remedy, remedyText(finding, renderer)),
        labelled(WORDS.basis, `${renderer.basis(finding.rule).join('; ')}.`),
      ]
    }),
  ]
}

function papers({ verdict, ruleSet }: PaperInput): Part {
  const renderer = new Renderer(ruleSet, 'vi')
  const found = withOutcome(verdict, 'missingEvidence')
  if (found.length === 0) return []
  const said = (finding: Finding, at: number) => {
    const remedy = remedyText(finding, renderer)
    return textParagraph(`${at + 1}. ${remedy === '' ? renderer.toHandIn(finding.rule) : remedy}`)
  }
  return [fill(WORDS.papers, { n: found.length }, 'vi'), ...found.map(said)]
}

function toReview({ verdict, ruleSet }: PaperInput): Part {
  const renderer = new Renderer(ruleSet, 'vi')
  const found = withOutcome(verdict, 'needsReview')
  if (found.length === 0) return []
  return [
    fill(WORDS.review, { n: found.length }, 'vi'),
    ...found.map((finding, at) =>
      textParagraph(`${at + 1}. ${renderer.title(finding.rule)}: ${renderer.sentences(finding).join(' ')}`),
    ),
  ]
}

/** Days that are told: the calendar has all. */
const DAYS = 8

function due({ verdict, ruleSet }: PaperInput): Part {
  const days = deadlinesOf(verdict, new Renderer(ruleSet, 'vi')).slice(0, DAYS)
  if (days.length === 0) return []
  return [WORDS.due, ...days.map(({ on, summary }) => textParagraph(`- ${showDate(on, 'vi')}: ${summary}.`))]
}

const withOutcome = ({ findings }: Verdict, outcome: Finding['outcome']) =>
  findings.filter((finding) => finding.outcome === outcome)

/** What is asked of the head, room for the answer, and what the verdict is not. */
function decision({ digest }: Verdict, number: string): Paragraph[] {
  const line = '…'.repeat(68)
  return [
    { ...textParagraph({ text: `${number}. ${WORDS.decision}`, bold: true }), before: 6, keepNext: true },
    textParagraph(WORDS.ask),
    textParagraph({ text: WORDS.opinion, italic: true }),
    { align: 'left', runs: [{ text: line }] },
    { align: 'left', after: 6, runs: [{ text: line }] },
    {
      ...textParagraph({ text: `${DISCLAIMER.vi} ${fill(WORDS.digest, { digest }, 'vi')}`, italic: true, size: 11 }),
      keepNext: true,
    },
  ]
}

function foot(): Columns {
  const side = TEXT_WIDTH / 2
  const blank: Paragraph = { runs: [{ text: '' }] }
  const signed = (who: string): Paragraph[] => [
    { align: 'center', before: 6, runs: [{ text: who, bold: true, size: 13 }] },
    blank,
    blank,
    blank,
    { align: 'center', runs: [{ text: '……………………………', size: 13 }] },
  ]
  return { widths: [side, side], left: signed(WORDS.author), right: signed(WORDS.head) }
}
