import type { Authority } from '../../province/authority.ts'
import type { ShownItem } from '../../rules/answer.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Finding, Verdict } from '../../verdict/verdict.ts'
import { type Block, type Columns, type Paragraph, type Run, TEXT_WIDTH, wordDocument } from '../office/docx.ts'
import { fill, Renderer, remedyText } from '../renderer.ts'
import { OUTCOME_WORDS } from '../words.ts'
import { BASES, LEAD_UNIT, type LetterKind, SENTENCES, SUBJECTS } from './letter-kinds.ts'
import { UNSIGNED_WORDS } from './unsigned.ts'

/** Everything a letter is written from. */
export interface LetterInput {
  kind: LetterKind
  agency: { code: string; name: string }
  /** Of the agency's bundle; a letter of kind `correct` or `nothing` needs it. */
  verdict?: Verdict | undefined
  year: number
  asOf: string
  /** Last day to answer; a blank where absent. */
  deadline?: string | undefined
  authority: Authority
  ruleSet: RuleSet
  /** The verdict bears no known signature; the letter says so. */
  unsigned?: true | undefined
}

/**
 * A draft letter to one agency (văn bản đề nghị thực hiện hoặc khắc phục) as DOCX, by the form of Nghị định 30/2020/NĐ-CP.
 * It is in Vietnamese only: an authority issues no other. Number, day and the name of who signs stay blank.
 */
export function letterDocument(input: LetterInput): Promise<Uint8Array> {
  return wordDocument(letterBlocks(input))
}

/** The letter before it is a file. */
function letterBlocks(input: LetterInput): Block[] {
  // Word wants a paragraph after the last table.
  const end = { runs: [{ text: '', size: 1 }] }
  return [letterHead(input), ...letterBody(input), letterFoot(input.authority), end]
}

const HEAD_LEFT = 66
const HEAD_RIGHT = TEXT_WIDTH - HEAD_LEFT
/** Length of the line under the motto, as long as the motto itself in bold 13. */
const MOTTO = 60

/** Who writes, the national name and motto, number, subject, place and day (NĐ 30/2020, Phụ lục I, phần II). */
function letterHead({ authority, asOf, kind, year, unsigned }: LetterInput): Columns {
  const symbol = authority.symbol ?? '……'
  const place = authority.place ?? '……………'
  return {
    widths: [HEAD_LEFT, HEAD_RIGHT],
    left: [
      centred(upper(authority.superior ?? 'Ủy ban nhân dân ……………'), 12),
      { ...centred(upper(authority.name ?? LEAD_UNIT), 12), runs: [bold(upper(authority.name ?? LEAD_UNIT), 12)] },
      ruler(HEAD_LEFT, 22),
      centred(`Số:          /${symbol}`, 13, 4),
      centred(`V/v ${SUBJECTS[kind]} năm ${year}`, 12, 2),
      { align: 'center', before: 4, runs: [{ text: 'DỰ THẢO', bold: true, italic: true, size: 11 }] },
      ...(unsigned ? [centred(UNSIGNED_WORDS.letter.vi, 11, 2)] : []),
    ],
    right: [
      { align: 'center', runs: [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12)] },
      { align: 'center', runs: [bold('Độc lập - Tự do - Hạnh phúc', 13)] },
      ruler(HEAD_RIGHT, MOTTO),
      {
        align: 'center',
        before: 4,
        runs: [{ text: `${place}, ngày      tháng      năm ${asOf.slice(0, 4)}`, italic: true, size: 13 }],
      },
    ],
  }
}

const bold = (text: string, size: number) => ({ text, bold: true as const, size })

/** In capitals; the name of a province stays on one line. */
function upper(text: string): string {
  const kept = text.replace(/(tỉnh|thành phố) .*/iu, (name) => name.replaceAll(' ', '\u00a0'))
  return kept.toLocaleUpperCase('vi')
}

function centred(text: string, size: number, before = 0): Paragraph {
  return { align: 'center', before, runs: [{ text, size }] }
}

/** A line in the middle of a column. */
function ruler(width: number, length: number): Paragraph {
  const side = (width - length) / 2
  return { runs: [], ruled: true, left: side, right: side, before: 2 }
}

const BLANK_DAY = '…… tháng …… năm ………'

/** From whom it is for to the last sentence. */
function letterBody(input: LetterInput): Paragraph[] {
  const { kind, agency, authority, verdict, year, asOf, deadline } = input
  const unit = authority.name ?? LEAD_UNIT
  const said = (sentence: string) =>
    fill(
      sentence,
      { unit, year, day: asOf, deadline: deadline ?? BLANK_DAY, contact: authority.contact ?? '……………………' },
      'vi',
    )
  const opening = textParagraph(BASES + said(SENTENCES[kind]))
  const closing = kind === 'nothing' ? [SENTENCES.keep] : kind === 'correct' ? [SENTENCES.report] : [SENTENCES.send]
  const nature = verdict === undefined ? [] : [SENTENCES.nature]
  const last = [...closing, ...nature, SENTENCES.contact].map((sentence) => textParagraph(said(sentence)))
  return [
    { align: 'center', before: 14, after: 8, runs: [{ text: `Kính gửi: ${agency.name}` }] },
    opening,
    ...(kind === 'correct' && verdict !== undefined ? findingsParagraphs(verdict, input.ruleSet) : []),
    ...last,
    textParagraph('Trân trọng./.'),
  ]
}

/** A letter stays short; the verdict lists the others. */
const ITEMS_TOLD = 5

const SEVERITIES = ['blocking', 'major', 'minor'] as const

/** What fails and what lacks evidence, the essential points first; each with what was found, what to do, and the articles. */
function findingsParagraphs({ findings }: Verdict, ruleSet: RuleSet): Paragraph[] {
  const renderer = new Renderer(ruleSet, 'vi')
  const failing = bySeverity(findings.filter(({ outcome }) => outcome === 'fail'))
  const missing = bySeverity(findings.filter(({ outcome }) => outcome === 'missingEvidence'))
  const parts = [
    { head: SENTENCES.failHead, note: undefined, list: failing },
    { head: SENTENCES.missingHead, note: SENTENCES.missingNote, list: missing },
  ].filter(({ list }) => list.length > 0)
  return parts.flatMap(({ head, note, list }, at) => [
    {
      ...textParagraph({ text: parts.length > 1 ? `${'I'.repeat(at + 1)}. ${head}` : head, bold: true }),
      keepNext: true as const,
    },
    ...(note ? [textParagraph({ text: note, italic: true })] : []),
    ...list.flatMap((finding, index) => findingParagraphs(finding, index + 1, renderer)),
  ])
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity))
}

function findingParagraphs(finding: Finding, number: number, renderer: Renderer): Paragraph[] {
  const { rule, severity, items } = finding
  const concerned = items?.shown.filter(({ outcome }) => outcome === finding.outcome) ?? []
  const told = concerned.slice(0, ITEMS_TOLD)
  const essential = severity === 'blocking' ? ' (nội dung cốt yếu)' : ''
  return [
    {
      ...textParagraph({ text: `${number}. ${renderer.title(rule)}${essential}`, bold: true }),
      keepNext: true,
    },
    labelled(SENTENCES.found, renderer.sentences(finding).join(' ')),
    ...told.map((item) => ({ ...textParagraph(`+ ${itemText(finding, item, renderer)}`), after: 3 })),
    ...(told.length < concernedCount(finding) ? [moreItems(told.length, finding)] : []),
    labelled(SENTENCES.remedy, remedyText(finding, renderer)),
    labelled(SENTENCES.basis, renderer.basis(rule).join('; ')),
  ]
}

/** How many listed items the letter asks about, told ones among them. */
function concernedCount({ items, outcome }: Finding): number {
  return (outcome === 'fail' ? items?.failed : items?.missing) ?? 0
}

function moreItems(told: number, finding: Finding): Paragraph {
  const values = { shown: told, total: concernedCount(finding) }
  return textParagraph({ text: fill(SENTENCES.moreItems, values, 'vi'), italic: true })
}

/** The part of the letter it stands in says its outcome already. */
function itemText(finding: Finding, item: ShownItem, renderer: Renderer): string {
  return renderer.item(finding, item).replace(` [${OUTCOME_WORDS[item.outcome].label.vi}]`, ':')
}

function labelled(label: string, text: string): Paragraph {
  return textParagraph('- ', { text: label, italic: true }, text)
}

const FOOT_LEFT = 75

/** Who receives it, and where who answers for it signs; the name stays blank. */
function letterFoot({ recipients = [], signer = 'Giám đốc' }: Authority): Columns {
  const list = ['Như trên', ...recipients, 'Lưu: VT, ……']
  const blank: Paragraph = { runs: [{ text: '' }] }
  return {
    widths: [FOOT_LEFT, TEXT_WIDTH - FOOT_LEFT],
    left: [
      { before: 6, runs: [{ text: 'Nơi nhận:', bold: true, italic: true, size: 12 }] },
      ...list.map((one, at) => ({ runs: [{ text: `- ${one}${at === list.length - 1 ? '.' : ';'}`, size: 11 }] })),
    ],
    right: [
      { align: 'center', before: 6, runs: [{ text: signer.toLocaleUpperCase('vi'), bold: true, size: 13 }] },
      blank,
      blank,
      blank,
      { align: 'center', runs: [{ text: '……………………………', size: 13 }] },
    ],
  }
}

/** A paragraph of the text, by the form of NĐ 30/2020: justified, first line 10 mm in, 6 points apart. */
function textParagraph(...runs: (string | Run)[]): Paragraph {
  const list = runs.map((run) => (typeof run === 'string' ? { text: run } : run))
  return { align: 'justify', firstLine: 10, after: 6, runs: list }
}
