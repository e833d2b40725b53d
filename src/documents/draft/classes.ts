import type { DocumentType } from '../../dossier/quality-system.ts'
import { coverOf, type Paper } from './paper.ts'

/** What a paper is in the manifest: a document of a type, or the evidence that a section names. */
export type PaperClass =
  | `document:${DocumentType}`
  | 'process'
  | 'declaration'
  | 'notice'
  | 'auditPlan'
  | 'auditReport'
  | 'reviewMinutes'
  | 'effectiveness'
  | 'statusReport'
  | 'scope'
  | 'dissemination'
  | 'training'
  | 'satisfaction'
  | 'complaints'
  | 'improvement'

/**
 * Papers with a number: their kind, and what their subject must and must not speak of. Two words in order are looked for
 * from the last place of the first: `a.*b` would go over the rest of the text from every `a`.
 */
const NUMBERED: readonly (readonly [PaperClass, string | undefined, RegExp, RegExp?])[] = [
  [
    'declaration',
    'QUYẾT ĐỊNH',
    /công bố(?:(?!công bố).)*(?:hệ thống quản lý chất lượng|iso 9001)/,
    /ban chỉ đạo|thủ tục hành chính/,
  ],
  ['document:steering-committee', 'QUYẾT ĐỊNH', /(?:thành lập|kiện toàn)(?:(?!thành lập|kiện toàn).)*ban chỉ đạo/],
  ['auditPlan', 'KẾ HOẠCH', /^đánh giá nội bộ/],
  [
    'document:yearly-plan',
    'KẾ HOẠCH',
    /áp dụng(?:(?!áp dụng).)*(?:duy trì|cải tiến)(?:(?!duy trì|cải tiến).)*(?:hệ thống quản lý chất lượng|iso)/,
  ],
  ['auditReport', 'BÁO CÁO', /đánh giá nội bộ/],
  ['reviewMinutes', 'BIÊN BẢN', /xem xét của lãnh đạo/],
  ['effectiveness', undefined, /xác nhận hiệu lực/, /công bố/],
  [
    'statusReport',
    'BÁO CÁO',
    /tình hình (?:thực hiện|áp dụng)(?:(?!tình hình (?:thực hiện|áp dụng)).)*(?:hệ thống quản lý chất lượng|iso)/,
  ],
  ['scope', 'THÔNG BÁO', /^phạm vi áp dụng/],
  ['dissemination', undefined, /phổ biến (?:hệ thống )?tài liệu|phổ biến (?:(?!phổ biến ).)*quy trình/],
  ['training', 'BÁO CÁO', /đào tạo|tập huấn/],
  ['satisfaction', 'BÁO CÁO', /sự hài lòng/],
  ['complaints', 'BÁO CÁO', /giải quyết (?:khiếu nại|phản ánh)/],
  ['improvement', 'BÁO CÁO', /hoạt động cải tiến|kết quả cải tiến/, /đánh giá nội bộ|tình hình/],
]

/** What the title on the cover of a document says; undefined for a type that has no cover of its own. */
const COVER_TITLES: Readonly<Record<DocumentType, RegExp | undefined>> = {
  'quality-manual': /^sổ tay chất lượng/,
  'quality-policy': /^chính sách chất lượng/,
  'quality-objectives': /^mục tiêu chất lượng/,
  context: /^bối cảnh/,
  risks: /^rủi ro/,
  'document-list': /^danh mục tài liệu/,
  'document-control': /^quy trình kiểm soát (?:thông tin|tài liệu|văn bản)/,
  'internal-audit': /^quy trình đánh giá nội bộ/,
  nonconformity: /^quy trình .*không phù hợp/,
  'management-review': /^quy trình xem xét của lãnh đạo/,
  complaints: /^quy trình .*(?:khiếu nại|phản ánh)/,
  'steering-committee': undefined,
  'yearly-plan': undefined,
  training: undefined,
  other: undefined,
}
const COVERED_TYPES = Object.keys(COVER_TITLES) as DocumentType[]

/**
 * What a paper is, by its kind, its subject and what it holds.
 * @returns every class that fits: none is not known, several are not decided
 */
export function classesOf(paper: Paper): PaperClass[] {
  const cover = coverOf(paper)
  if (cover !== undefined) {
    const title = cover.title.toLowerCase()
    const types = COVERED_TYPES.filter((type) => COVER_TITLES[type]?.test(title)).map(
      (type) => `document:${type}` as const,
    )
    return types.length === 0 && paper.facts.codes.length > 0 ? ['process'] : types
  }
  const subject = soleOf(paper.facts.subject)?.toLowerCase() ?? ''
  const kind = soleOf(paper.facts.kind)
  const told = NUMBERED.filter(
    ([, wanted, words, never]) =>
      (wanted === undefined || wanted === kind) && words.test(subject) && !never?.test(subject),
  ).map(([one]) => one)
  return isNotice(paper, kind, subject) ? [...told, 'notice'] : told
}

/** A letter, which has no kind, that tells the lead unit of a declaration. */
function isNotice({ facts }: Paper, kind: string | undefined, subject: string): boolean {
  const toLead = facts.addressee.some(({ value }) => /sở khoa học và công nghệ/i.test(value))
  return (
    toLead &&
    (kind === undefined || kind === 'THÔNG BÁO') &&
    /thông báo(?:(?!thông báo).)*công bố|^công bố/.test(subject)
  )
}

function soleOf(readings: readonly { value: string }[]): string | undefined {
  const [first, ...more] = readings
  return more.length === 0 ? first?.value : undefined
}
