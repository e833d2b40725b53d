import type { LinePicture } from '../../dossier/reading.ts'
import type { Authority } from '../../province/authority.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { type Block, type Columns, type Paragraph, type Run, TEXT_WIDTH, wordDocument } from '../office.ts'
import { fill } from '../renderer.ts'
import {
  type LetterPoint,
  type LetterPoints,
  letterPoints,
  type PointToCompare,
  pointsToCompare,
} from './letter-points.ts'
import {
  ANNEX,
  LEAD_UNIT,
  type LetterKind,
  OPENINGS,
  PARTS,
  PLAN_BLANK,
  SENTENCES,
  SUBJECTS,
  UNSIGNED_WORDS,
} from './letter-words.ts'

/** Everything a letter is written from. */
export interface LetterInput {
  kind: LetterKind
  agency: { code: string; name: string; block?: string }
  /** Of the agency's bundle; a letter about a dossier needs it. */
  verdict?: Verdict | undefined
  year: number
  asOf: string
  /** Last day to answer; a blank where absent. */
  deadline?: string | undefined
  authority: Authority
  ruleSet: RuleSet
  /** Of lines in scans that a person has to compare; those of the verdict's findings stand in an annex. */
  pictures?: readonly LinePicture[] | undefined
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
  const { verdict, pictures = [], ruleSet } = input
  const compared = verdict === undefined ? [] : pointsToCompare(verdict, pictures, ruleSet)
  const annex = compared.length === 0 ? [] : annexBlocks(compared)
  return [letterHead(input), ...letterBody(input, annex.length > 0), letterFoot(input.authority), ...annex, end]
}

/** What was seen in scans otherwise than it was declared, line by line. */
function annexBlocks(points: readonly PointToCompare[]): Block[] {
  return [
    { align: 'center', newPage: true, runs: [bold(ANNEX.head, 14)] },
    { align: 'center', after: 8, runs: [bold(ANNEX.title, 14)] },
    ...points.flatMap(({ said, pictures }, at) => [
      { ...textParagraph(`${at + 1}. ${said}`), keepNext: true as const },
      ...pictures.flatMap(({ file, page, png, width }): Block[] => {
        const place = fill(ANNEX.place, { file: file.slice(file.lastIndexOf('/') + 1), page: String(page) }, 'vi')
        return [
          { ...textParagraph({ text: place, italic: true }), after: 2, keepNext: true },
          { picture: { png, width }, alt: place },
        ]
      }),
    ]),
  ]
}

const HEAD_LEFT = 66
const HEAD_RIGHT = TEXT_WIDTH - HEAD_LEFT
/** Length of the line under the motto, as long as the motto itself in bold 13. */
const MOTTO = 60

/** Who writes, the national name and motto, number, subject, place and day (NĐ 30/2020, Phụ lục I, phần II). */
function letterHead({ authority, asOf, kind, year, unsigned }: LetterInput): Columns {
  return paperHead({ authority, year: asOf.slice(0, 4) }, [
    centred(`Số:          /${authority.symbol ?? '……'}`, 13, 4),
    centred(`V/v ${SUBJECTS[kind]} năm ${year}`, 12, 2),
    DRAFT_MARK,
    ...(unsigned ? [centred(UNSIGNED_WORDS.letter.vi, 11, 2)] : []),
  ])
}

/** That nobody has signed it. */
export const DRAFT_MARK: Paragraph = {
  align: 'center',
  before: 4,
  runs: [{ text: 'DỰ THẢO', bold: true, italic: true, size: 11 }],
}

/** The head of a paper of the authority: who writes it, and below what is given; the national name and motto, place and day. */
export function paperHead(
  { authority, year }: { authority: Authority; year: string },
  below: readonly Paragraph[],
): Columns {
  const place = authority.place ?? '……………'
  return {
    widths: [HEAD_LEFT, HEAD_RIGHT],
    left: [
      centred(upper(authority.superior ?? 'Ủy ban nhân dân ……………'), 12),
      { ...centred(upper(authority.name ?? LEAD_UNIT), 12), runs: [bold(upper(authority.name ?? LEAD_UNIT), 12)] },
      ruler(HEAD_LEFT, 22),
      ...below,
    ],
    right: [
      { align: 'center', runs: [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12)] },
      { align: 'center', runs: [bold('Độc lập - Tự do - Hạnh phúc', 13)] },
      ruler(HEAD_RIGHT, MOTTO),
      {
        align: 'center',
        before: 4,
        runs: [{ text: `${place}, ngày      tháng      năm ${year}`, italic: true, size: 13 }],
      },
    ],
  }
}

export const bold = (text: string, size: number) => ({ text, bold: true as const, size })

/** In capitals; the name of a province stays on one line. */
export function upper(text: string): string {
  const kept = text.replace(/(tỉnh|thành phố) .*/iu, (name) => name.replaceAll(' ', '\u00a0'))
  return kept.toLocaleUpperCase('vi')
}

/** A line of text in the middle of a column. */
export function centred(text: string, size: number, before = 0): Paragraph {
  return { align: 'center', before, runs: [{ text, size }] }
}

/** A line in the middle of a column. */
export function ruler(width: number, length: number): Paragraph {
  const side = (width - length) / 2
  return { runs: [], ruled: true, left: side, right: side, before: 2 }
}

const BLANK_DAY = '…… tháng …… năm ………'

/** Ministries and what is organised under them are inspected by the ministry (T Điều 35 khoản 1), all others by the province (khoản 2). */
const OF_MINISTRIES: readonly string[] = ['ministry', 'vertical']

/** From whom it is for to the last sentence; of an annex it tells. */
function letterBody(input: LetterInput, hasAnnex: boolean): Paragraph[] {
  const { kind, agency, authority, verdict, year, asOf, deadline } = input
  const values = {
    unit: authority.name ?? LEAD_UNIT,
    year,
    day: asOf,
    plan: authority.planDecision ?? PLAN_BLANK,
    clause: OF_MINISTRIES.includes(agency.block ?? verdict?.agency.block ?? '') ? 1 : 2,
    deadline: deadline ?? BLANK_DAY,
    contact: authority.contact ?? '……………………',
  }
  const say = (sentence: string) => fill(sentence, values, 'vi')
  const closing = kind === 'nothing' ? SENTENCES.keep : verdict === undefined ? SENTENCES.send : SENTENCES.report
  return [
    { align: 'center', before: 14, after: 8, runs: [{ text: `Kính gửi: ${agency.name}` }] },
    textParagraph(say(OPENINGS.bases) + say(OPENINGS[kind])),
    ...(verdict === undefined ? [] : partsOfLetter(letterPoints(verdict, input.ruleSet), say)),
    ...(hasAnnex ? [textParagraph(SENTENCES.compare)] : []),
    textParagraph(say(closing)),
    // The signature never stands alone on a page.
    { ...textParagraph(say(SENTENCES.contact)), keepNext: true },
    { ...textParagraph('Trân trọng./.'), keepNext: true },
  ]
}

const ORDER = ['toCorrect', 'papers', 'recommended'] as const

/** The parts that have something to say, numbered by Roman figures; each on its own ground. */
function partsOfLetter(points: LetterPoints, say: (sentence: string) => string): Paragraph[] {
  const parts = ORDER.filter((part) => points[part].length > 0)
  return parts.flatMap((part, at) => {
    const { head, ground, end } = PARTS[part]
    return [
      { ...textParagraph({ text: `${'I'.repeat(at + 1)}. ${head}`, bold: true }), keepNext: true as const },
      textParagraph(say(ground)),
      ...points[part].flatMap((point, index) => pointParagraphs(point, index + 1, part === 'recommended')),
      ...(end === undefined ? [] : [textParagraph(end)]),
    ]
  })
}

function pointParagraphs(point: LetterPoint, number: number, isAdvice: boolean): Paragraph[] {
  const { said, items, concerned, remedy, basis } = point
  const values = { shown: items.length, total: concerned }
  return [
    textParagraph(`${number}. ${said}`),
    ...items.map((item) => ({ ...textParagraph(`+ ${item}`), after: 3 })),
    ...(items.length < concerned
      ? [textParagraph({ text: fill(SENTENCES.moreItems, values, 'vi'), italic: true })]
      : []),
    ...(remedy === undefined ? [] : [labelled(isAdvice ? SENTENCES.advice : SENTENCES.remedy, remedy)]),
    ...(basis.length === 0 ? [] : [labelled(SENTENCES.basis, `${basis.join('; ')}.`)]),
  ]
}

/** A point of its own: a label in italics, and what it is. */
export function labelled(label: string, text: string): Paragraph {
  return textParagraph('- ', { text: label, italic: true }, text)
}

const FOOT_LEFT = 75

/** Who receives it, and where who answers for it signs; the name stays blank. */
export function letterFoot({ recipients = [], signer = 'Giám đốc' }: Authority, first = 'Như trên'): Columns {
  const list = [first, ...recipients, 'Lưu: VT, ……']
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
export function textParagraph(...runs: (string | Run)[]): Paragraph {
  const list = runs.map((run) => (typeof run === 'string' ? { text: run } : run))
  return { align: 'justify', firstLine: 10, after: 6, runs: list }
}
