import type { Language, Localized, Problem } from '../../core/errors.ts'
import { fromPointer } from '../../core/json.ts'
import { schemaAt } from '../../core/schemas.ts'
import type { PlannedField, PlannedSection, RestingRule } from '../../dossier/form-plan.ts'
import { manifest } from '../../dossier/manifest.ts'
import { hintOf, labelOf } from '../../intake/manifest-xlsx/layout/columns.ts'
import type { Field, Section } from '../../intake/manifest-xlsx/layout/section.ts'
import {
  type Form,
  formOf,
  isNullable,
  isRequired,
  partsOf,
  SECTIONS,
  sectionOf,
} from '../../intake/manifest-xlsx/layout/sections.ts'
import { wanted } from '../../intake/manifest-xlsx/values.ts'
import { fieldFor } from '../../intake/manifest-xlsx/workbook.ts'
import { problemLine } from '../../intake/refusals/refusal.ts'
import { ENGLISH_CHOICES, formWord as word } from '../../render/english.ts'
import { TEXT_WORDS } from '../../render/words.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { EvidenceSource, RuleSource } from '../../rules/rule-source.ts'

/** Sections first that most of the score rests on; the others follow in the workbook's order. */
const FIRST = [
  'Cơ quan',
  'Người đứng đầu',
  'Công bố',
  'Xác nhận hiệu lực',
  'Danh mục TTHC',
  'TTHC',
  'Quy trình',
  'Đánh giá nội bộ',
  'Xem xét của Lãnh đạo',
  'Tài liệu',
]

/** By which rules the sections are told to matter, as of a day (`YYYY-MM-DD`), and in which language. */
interface Asked {
  ruleSet: RuleSet
  day: string
  lang: Language
}

/** The form of a manifest, made from the layout of the workbook and so from the manifest's schema. */
export function formPlan(asked: Asked): PlannedSection[] {
  const first = FIRST.map(sectionOf)
  const rest = SECTIONS.filter((section) => section.rowsOf === undefined && !first.includes(section))
  const all = [...first, ...rest]
  return all.map((section) => planned(section, all, asked))
}

function planned(section: Section, all: readonly Section[], asked: Asked): PlannedSection {
  const { sheet, at, shape, always = false } = section
  const { ruleSet, day, lang } = asked
  return {
    title: word(sheet, lang),
    at,
    shape,
    always,
    note: NOTES[sheet]?.[lang] ?? '',
    rules: rulesOn(section, all, ruleSet, day, lang),
    fields: section.fields.map((field) => plannedField(section, field, lang)),
    parts: partsOf(section).map((part) => planned(part, [], asked)),
  }
}

function plannedField(section: Section, field: Field, lang: Language): PlannedField {
  const form = formOf(section, field)
  const values = form.kind === 'choice' ? form.values : []
  return {
    key: field.key,
    label: word(field.heading, lang),
    // Headings by which a pasted table is known, whatever the language of the page.
    heading: field.heading,
    hint: hint(field, form, lang),
    kind: form.kind === 'list' && form.of.kind === 'choice' ? 'list' : form.kind,
    required: isRequired(section, field),
    codes: field.procedureCodes === true,
    commas: field.words !== undefined || (form.kind === 'list' && form.of.kind === 'choice'),
    nullable: isNullable(section, field),
    ...(values.length > 0 && {
      choices: values.map((value) => ({
        value,
        label: lang === 'vi' ? labelOf(value) : (ENGLISH_CHOICES[value] ?? value),
      })),
    }),
    ...(field.words && {
      words: Object.fromEntries(
        Object.entries(field.words).map(([value, [shown = value]]) => [
          lang === 'vi' ? shown : (ENGLISH_CHOICES[shown] ?? shown),
          value,
        ]),
      ),
    }),
  }
}

/** In English examples only: how to write a value is told by the field itself. */
function hint(field: Field, form: Form, lang: Language): string {
  const text = field.hint ?? (form.kind === 'path' ? hintOf(form) : '')
  if (lang === 'vi') return text.replace(/ trong ô \(Alt\+Enter\), hoặc cách nhau bằng dấu (?:phẩy|chấm phẩy)/, '')
  const example = /(?:Ví dụ|ví dụ): (.*)$/s.exec(text)?.[1]
  return example === undefined ? '' : `e.g. ${example}`
}

/** How the form names the sections that keys of the manifest belong to. */
export function sectionTitles(keys: readonly string[], lang: Language): string[] {
  const titles = keys.flatMap((key) => {
    const own = SECTIONS.find(({ at, rowsOf }) => rowsOf === undefined && at.length === 1 && at[0] === key)
    const section = own ?? SECTIONS.find(({ at }) => at.length === 0)
    return section ? [word(section.sheet, lang)] : []
  })
  return [...new Set(titles)]
}

/** Facts are named after their section of the manifest, but for the declaration in force. */
const SECTION_OF: Readonly<Record<string, string>> = { declaration: 'declarations' }

/**
 * The rules that find no evidence where a section says nothing, in rule-set order.
 * @param sections all of the form; a fact belongs to that one whose keys it begins with most of
 * @param day `YYYY-MM-DD`, on which the rules stand so
 */
function rulesOn(
  section: Section,
  sections: readonly Section[],
  { rules }: RuleSet,
  day: string,
  lang: Language,
): RestingRule[] {
  return rules
    .filter((rule) => needed(rule, day).some((word) => sectionOfWord(word, sections) === section))
    .map(({ id, title, severity }) => ({ id, title: title[lang], isEssential: severity === 'blocking' }))
}

/** Words of the facts without which a rule misses evidence. */
function needed({ versions }: RuleSource, day: string): string[] {
  const version = versions.find(({ from, to }) => from <= day && (to === undefined || day < to))
  return (version?.evidence ?? []).flatMap((one) => wordOf(one) ?? [])
}

function wordOf(one: EvidenceSource[number]): string | undefined {
  if (typeof one === 'string') return one
  return one.optional ? undefined : one.fact
}

function sectionOfWord(word: string, sections: readonly Section[]): Section | undefined {
  const [root = '', ...rest] = word.split('.')
  const path = [SECTION_OF[root] ?? root, ...rest]
  const holding = sections.filter(({ at }) => at.length > 0 && at.every((key, index) => key === path[index]))
  return holding.toSorted((a, b) => b.at.length - a.at.length)[0]
}

/** What is wrong with a value of the form, in the form's own words. */
export interface FormProblem {
  /** Title of the section; empty where no section holds it. */
  section: string
  /** Of the field; empty where it is none of the form. */
  label: string
  /** What is expected, and what to do. */
  expected: string
}

/** What of a manifest stands in the form; its `format` stands in the file alone. */
const IN_FORM = new Set(
  SECTIONS.filter(({ rowsOf }) => rowsOf === undefined).flatMap(({ at, fields }) =>
    fields.map(({ key }) => [...at, ...key.split('.')][0] ?? ''),
  ),
)

/** A problem of a manifest in JSON, told of the form that wrote it: no line, no key, no quotation marks to set. */
export function formProblem({ pointer = '', found, expected }: Problem, lang: Language): FormProblem {
  const path = fromPointer(pointer).map((key) => (/^\d+$/.test(key) ? 0 : key))
  const isOurs = IN_FORM.has(String(path[0])) && schemaAt(manifest, path) !== undefined
  const home = isOurs ? fieldFor(path) : undefined
  if (home === undefined) return { section: '', label: '', expected: UNKNOWN[lang] }
  const { section, field } = home
  const form = formOf(section, field)
  const [title, label] = [word(section.sheet, lang), word(field.heading, lang)]
  // A text is told what is wrong with it (too long, half a character); of all others it is how it is written.
  if (found !== '' && form.kind === 'text') return { section: title, label, expected: expected[lang] }
  const isDay = form.kind === 'date' && /^\D?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D?$/.test(found)
  const wrong = found === '' ? MISSING : isDay ? NO_SUCH_DAY : WRONG
  return { section: title, label, expected: `${wrong[lang]} ${wanted(form)[lang]}` }
}

/**
 * The same in one line, for a page that shows no form; where it stands in the file is for whoever writes that by hand. Of a
 * workbook it is told by sheet and cell.
 */
export function formLine(problem: Problem, name: string, lang: Language): string {
  if (problem.place !== undefined) return problemLine(problem, name, lang)
  const { section, label, expected } = formProblem(problem, lang)
  if (section === '') return problemLine(problem, name, lang)
  const row = fromPointer(problem.pointer ?? '').find((key) => /^\d+$/.test(key))
  const place = row === undefined ? section : `${section} (${TEXT_WORDS.rowWord[lang]} ${Number(row) + 1})`
  const file = problem.line === undefined ? name : `${name}, ${LINE[lang]} ${problem.line}`
  const met = problem.found === '' ? '' : ` ${problem.found}.`
  return `${place}: ${label}.${met} ${expected} (${file})`
}

const LINE = { vi: 'dòng', en: 'line' }
const NO_SUCH_DAY = { vi: 'Không có ngày này.', en: 'There is no such day.' }
const MISSING = { vi: 'Mục bắt buộc này chưa ghi.', en: 'This must be filled in.' }
const WRONG = { vi: 'Cách ghi chưa đúng.', en: 'This is not written as it must be.' }
const UNKNOWN = {
  vi: 'Tệp đã mở có nội dung mà bảng kê không dùng. Bấm để bỏ nội dung này.',
  en: 'The file that was opened holds something that a manifest has no place for. Press to leave it out.',
}

/**
 * What each section of the form is for, by its sheet in the workbook; one for every section. The workbook's own notes speak
 * of its sheets and columns.
 */
export const NOTES: Readonly<Record<string, Localized>> = {
  'Cơ quan': { vi: 'Thông tin về cơ quan và năm đánh giá.', en: 'The agency and the assessment year.' },
  'Người đứng đầu': {
    vi: 'Người đứng đầu cơ quan và người được ký thay, kèm thời gian giữ chức vụ.',
    en: 'The head and those who sign on behalf, with their time in office.',
  },
  'Phạm vi áp dụng': {
    vi: 'Phạm vi áp dụng Hệ thống quản lý chất lượng (điều 4.3 TCVN ISO 9001:2015).',
    en: 'Scope of the quality management system (TCVN ISO 9001:2015, 4.3).',
  },
  'Yêu cầu không áp dụng': {
    vi: 'Các điều khoản của tiêu chuẩn không áp dụng và lý do. Nếu áp dụng tất cả, chọn Không có.',
    en: 'Clauses of the standard that do not apply, and why. Where all apply, choose There is none.',
  },
  'Tên cũ': {
    vi: 'Các tên trước đây của cơ quan: văn bản ban hành dưới tên cũ, khi còn mang tên đó, vẫn là của cơ quan.',
    en: 'Names the agency had: a paper issued under one, while it was borne, is its own.',
  },
  'Danh mục TTHC': {
    vi: 'Danh mục thủ tục hành chính (TTHC) thuộc thẩm quyền giải quyết: kê ở phần TTHC, hoặc kèm tệp XLSX, CSV.',
    en: 'The administrative procedures the agency is competent for: listed under Procedures, or in a file (XLSX, CSV).',
  },
  TTHC: {
    vi: 'Bỏ qua phần này nếu danh mục đã kèm theo ở tệp riêng.',
    en: 'Leave this out where the catalogue comes as a file.',
  },
  'Quy trình': {
    vi: 'Các quy trình giải quyết công việc và TTHC mà mỗi quy trình áp dụng.',
    en: 'The processes of work, and the procedures each of them is for.',
  },
  'Tài liệu': {
    vi: 'Các tài liệu khác của Hệ thống quản lý chất lượng.',
    en: 'The other documents of the quality management system.',
  },
  'Thay đổi pháp luật': {
    vi: 'Văn bản quy phạm pháp luật mới, sửa đổi, bãi bỏ có ảnh hưởng đến quy trình.',
    en: 'New, amended or repealed legal documents that touch processes.',
  },
  'Mục tiêu chất lượng': {
    vi: 'Mục tiêu chất lượng của năm, có chỉ tiêu đo lường được, và kết quả thực hiện.',
    en: 'Quality objectives of the year, with a target that can be measured, and the result.',
  },
  'Đánh giá nội bộ': {
    vi: 'Mỗi cuộc đánh giá nội bộ một dòng; đoàn đánh giá, phân công và điểm không phù hợp khai trong dòng đó.',
    en: 'One row for each internal audit; its team, who audits whom and nonconformities stand inside that row.',
  },
  'Đoàn đánh giá': { vi: 'Thành viên đoàn đánh giá.', en: 'Members of the audit team.' },
  'Phân công đánh giá': { vi: 'Ai đánh giá đơn vị nào.', en: 'Who audits which unit.' },
  'Điểm không phù hợp': {
    vi: 'Các điểm không phù hợp và việc khắc phục.',
    en: 'Nonconformities and how they were corrected.',
  },
  'Xem xét của Lãnh đạo': {
    vi: 'Các cuộc họp xem xét của Lãnh đạo về Hệ thống quản lý chất lượng.',
    en: 'Meetings at which the management reviewed the system.',
  },
  'Phổ biến tài liệu': {
    vi: 'Phổ biến hệ thống tài liệu, quy trình đến cán bộ, công chức trong phạm vi áp dụng.',
    en: 'Making documents and processes known to the staff in scope.',
  },
  'Đào tạo': { vi: 'Đào tạo về Hệ thống quản lý chất lượng.', en: 'Training on the quality management system.' },
  'Khiếu nại': {
    vi: 'Nếu trong năm không có khiếu nại: chọn Có, ghi số 0 ở hai mục đầu.',
    en: 'Where there was no complaint in the year: choose There is, and write 0 into the first two fields.',
  },
  'Hài lòng': {
    vi: 'Đo lường sự hài lòng của tổ chức, cá nhân.',
    en: 'How satisfied organisations and citizens were.',
  },
  'Hồ sơ công việc': {
    vi: 'Một số hồ sơ chứng minh việc thực hiện quy trình giải quyết công việc.',
    en: 'Some files that show that processes are followed.',
  },
  'Cải tiến': {
    vi: 'Hoạt động cải tiến Hệ thống quản lý chất lượng.',
    en: 'What was improved in the quality management system.',
  },
  'Xác nhận hiệu lực': {
    vi: 'Người đứng đầu cơ quan xác nhận hiệu lực của Hệ thống quản lý chất lượng.',
    en: 'The head confirms that the quality management system is effective.',
  },
  'Công bố': {
    vi: 'Các bản công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn, việc thông báo, niêm yết và đăng tải.',
    en: 'Declarations that the system conforms to the standard; notice, posting and publication on line.',
  },
  'Thay đổi phạm vi': {
    vi: 'Điều chỉnh, mở rộng, thu hẹp phạm vi áp dụng; tổ chức lại, đổi tên, sáp nhập cơ quan.',
    en: 'Scope adjusted, widened or narrowed; the agency reorganised, renamed or merged.',
  },
  'Báo cáo tình hình': {
    vi: 'Báo cáo tình hình thực hiện (Điều 36 Thông tư số 26/2014/TT-BKHCN).',
    en: 'Status report (Circular 26/2014/TT-BKHCN, Article 36).',
  },
  'Kiểm tra kỳ trước': {
    vi: 'Nội dung chưa đáp ứng yêu cầu của kỳ kiểm tra trước.',
    en: 'What the earlier inspection found not to meet the requirements.',
  },
  'Kiểm tra tại trụ sở': {
    vi: 'Lần kiểm tra tại trụ sở gần nhất của đơn vị kiểm tra.',
    en: "The last inspection at the agency's office.",
  },
  'Chứng nhận': {
    vi: 'Giấy chứng nhận của tổ chức chứng nhận độc lập. Nếu cơ quan không thuê chứng nhận, chọn Không có.',
    en: 'Certificates of independent certification bodies. Where none was hired, choose There is none.',
  },
  'Tư vấn': {
    vi: 'Tổ chức, chuyên gia tư vấn được thuê. Nếu cơ quan không thuê tư vấn, chọn Không có.',
    en: 'Consultants hired. Where none was hired, choose There is none.',
  },
  'Kinh phí': {
    vi: 'Kinh phí duy trì, cải tiến Hệ thống quản lý chất lượng.',
    en: 'What maintaining and improving the system costs.',
  },
}
