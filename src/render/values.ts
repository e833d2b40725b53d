import { isIsoDate } from '../core/days.ts'
import type { Language } from '../core/errors.ts'
import { fromPointer, readablePath, toPointer } from '../core/json.ts'
import { withoutHidden } from '../core/texts.ts'
import { labelOf } from '../intake/manifest-xlsx/layout/columns.ts'
import type { Section } from '../intake/manifest-xlsx/layout/section.ts'
import { formOf, SECTIONS } from '../intake/manifest-xlsx/layout/sections.ts'
import { ENGLISH_CHOICES, formWord } from './english.ts'
import { FILE_REASONS, VALUE_WORDS } from './format-words.ts'
import { TEXT_WORDS } from './words.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/**
 * A date as each language writes it. In Vietnamese by Nghị định 30/2020/NĐ-CP: days below 10 and months 1 and 2 get a
 * leading zero, other months do not (`05/3/2014`).
 */
export function showDate(iso: string, lang: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  if (lang === 'en') return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** A number with the language's decimal mark and thousands separator. */
export function showNumber(value: number, lang: Language): string {
  const [whole = '', part] = String(value).split('.')
  const grouped = inThousands(whole, lang === 'vi' ? '.' : ',')
  return part === undefined ? grouped : `${grouped}${lang === 'vi' ? ',' : '.'}${part}`
}

/** Digits, with or without a minus, parted by threes from the end; any other text as it is. */
function inThousands(whole: string, mark: string): string {
  if (!/^-?\d+$/.test(whole)) return whole
  const [sign, digits] = whole.startsWith('-') ? ['-', whole.slice(1)] : ['', whole]
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return sign + groups.join(mark)
}

/** Any value of a message, as a person reads it. An absent one is said to be absent. */
export function showValue(value: unknown, lang: Language): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return lang === 'vi' ? 'không có' : 'none'
  if (typeof value === 'number') return showNumber(value, lang)
  if (typeof value === 'boolean') return value ? (lang === 'vi' ? 'có' : 'yes') : lang === 'vi' ? 'không' : 'no'
  if (Array.isArray(value)) return value.map((one) => showValue(one, lang)).join(', ')
  const word = VALUE_WORDS[String(value)] ?? FILE_REASONS[String(value)]
  const text = word?.[lang] ?? withoutHidden(String(value))
  return isIsoDate(text) ? showDate(text, lang) : text
}

/** A place in the manifest by the names that its form and workbook give it: `Công bố (dòng 1): Tiêu chuẩn`. */
export function manifestPlace(pointer: string, lang: Language): string {
  const { section, title, below } = sectionAt(fromPointer(pointer), lang)
  if (section === undefined) return readablePath(pointer)
  const field = section.fields.find(({ key }) => below.length > 0 && `${below.join('.')}.`.startsWith(`${key}.`))
  return field === undefined ? title : `${title}: ${formWord(field.heading, lang)}`
}

/** What stands in one row or form of the manifest, by the names that its form and workbook give it. */
export interface ManifestEntry {
  title: string
  /** Of the row. */
  pointer: string
  fields: { label: string; text: string; pointer: string; isMeant: boolean }[]
}

/** Entries that are told at once. */
const ENTRIES = 4

/** The rows of the manifest in which places stand, each once, with what is declared there; the places themselves marked. */
export function manifestEntries(manifest: object, pointers: readonly string[], lang: Language): ManifestEntry[] {
  const entries = new Map<string, ManifestEntry>()
  for (const path of pointers.map(fromPointer)) {
    const { section, title, below } = sectionAt(path, lang)
    const at = path.slice(0, path.length - below.length)
    const row = valueAt(manifest, at)
    if (section === undefined || row === undefined) continue
    // A whole list is a section, and no row of it.
    if (section.shape === 'table' && at.length === section.at.length) continue
    const known = entries.get(toPointer(at))
    if (known === undefined && entries.size === ENTRIES) continue
    const fields = section.fields.flatMap(({ key, heading, words }) => {
      const keys = key.split('.')
      const value = valueAt(row, keys)
      if (value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value))) return []
      const isChoice = formOf(section, { key, heading }).kind === 'choice'
      const shown = words?.[String(value)]?.[0] ?? (isChoice ? labelOf(String(value)) : undefined)
      const text = shown === undefined ? showValue(value, lang) : choiceWord(String(value), shown, lang)
      const isMeant = below.length > 0 && `${below.join('.')}.`.startsWith(`${key}.`)
      const pointer = toPointer([...at, ...keys])
      const before = known?.fields.find((one) => one.pointer === pointer)
      return [{ label: formWord(heading, lang), text, pointer, isMeant: isMeant || before?.isMeant === true }]
    })
    entries.set(toPointer(at), { title, pointer: toPointer(at), fields })
  }
  return [...entries.values()]
}

/** A value of a fixed list as the form names it. */
const choiceWord = (value: string, shown: string, lang: Language): string =>
  lang === 'vi' ? shown : (ENGLISH_CHOICES[value] ?? ENGLISH_CHOICES[shown] ?? shown)

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (Object.hasOwn(Object(inner), key) ? Reflect.get(Object(inner), key) : undefined),
    value,
  )
}

/** The section of the manifest that a path leads into, its row in words, and what of the path lies below. */
function sectionAt(path: readonly string[], lang: Language): { section?: Section; title: string; below: string[] } {
  const isWithin = (start: readonly string[]) => start.every((key, index) => key === path[index])
  const top = SECTIONS.filter(({ rowsOf }) => rowsOf === undefined)
  const section = top.filter(({ at }) => isWithin(at)).sort((a, b) => b.at.length - a.at.length)[0]
  if (section === undefined) return { title: '', below: [] }
  const depth = section.at.length
  const row = section.shape === 'table' ? path[depth] : undefined
  const sheet = formWord(section.sheet, lang)
  const title = row === undefined ? sheet : `${sheet} (${TEXT_WORDS.rowWord[lang]} ${Number(row) + 1})`
  return { section, title, below: path.slice(depth + (row === undefined ? 0 : 1)) }
}
