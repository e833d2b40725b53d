import type { Language, Problem } from '../../core/errors.ts'
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
import type { RuleSet } from '../../rules/rule-set.ts'
import type { EvidenceSource, RuleSource } from '../../rules/rule-source.ts'
import { ENGLISH, ENGLISH_CHOICES } from './english.ts'
import { NOTES } from './notes.ts'

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

const word = (vietnamese: string, lang: Language) => (lang === 'vi' ? vietnamese : (ENGLISH[vietnamese] ?? vietnamese))

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

/** A problem of a manifest in JSON, told of the form that wrote it: no line, no key, no quotation marks to set. */
export function formProblem({ pointer = '', found, expected }: Problem, lang: Language): FormProblem {
  const path = fromPointer(pointer).map((key) => (/^\d+$/.test(key) ? 0 : key))
  const home = schemaAt(manifest, path) === undefined ? undefined : fieldFor(path)
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

const NO_SUCH_DAY = { vi: 'Không có ngày này.', en: 'There is no such day.' }
const MISSING = { vi: 'Mục bắt buộc này chưa ghi.', en: 'This must be filled in.' }
const WRONG = { vi: 'Cách ghi chưa đúng.', en: 'This is not written as it must be.' }
const UNKNOWN = {
  vi: 'Tệp đã mở có nội dung mà bảng kê không dùng. Bấm để bỏ nội dung này.',
  en: 'The file that was opened holds something that a manifest has no place for. Press to leave it out.',
}
