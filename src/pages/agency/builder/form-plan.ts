import type { Language } from '../../../base/localized.ts'
import { type Form, formOf, isNullable, isRequired } from '../../../bundle/manifest/xlsx/layout/form.ts'
import { hintOf } from '../../../bundle/manifest/xlsx/layout/hints.ts'
import { labelOf } from '../../../bundle/manifest/xlsx/layout/labels.ts'
import type { Field, Section } from '../../../bundle/manifest/xlsx/layout/section.ts'
import { partsOf, SECTIONS, sectionOf } from '../../../bundle/manifest/xlsx/layout/sections.ts'
import type { PlannedField, PlannedSection } from '../../../dossier/form-plan.ts'
import type { RuleSet } from '../../../rules/rule-set.ts'
import { ENGLISH } from './english.ts'
import { ENGLISH_CHOICES } from './english-choices.ts'
import { NOTES } from './notes.ts'
import { rulesOn } from './rests-on.ts'

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
