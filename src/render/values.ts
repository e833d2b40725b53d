import { isIsoDate } from '../core/days.ts'
import type { Language } from '../core/errors.ts'
import { fromPointer, readablePath } from '../core/json.ts'
import { withoutHidden } from '../core/texts.ts'
import { SECTIONS } from '../intake/manifest-xlsx/layout/sections.ts'
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
  const path = fromPointer(pointer)
  const isWithin = (start: readonly string[]) => start.every((key, index) => key === path[index])
  const top = SECTIONS.filter(({ rowsOf }) => rowsOf === undefined)
  const section = top.filter(({ at }) => isWithin(at)).sort((a, b) => b.at.length - a.at.length)[0]
  if (section === undefined) return readablePath(pointer)
  const depth = section.at.length
  const row = section.shape === 'table' ? path[depth] : undefined
  const below = path.slice(depth + (row === undefined ? 0 : 1))
  const field = section.fields.find(({ key }) => below.length > 0 && `${below.join('.')}.`.startsWith(`${key}.`))
  const place = row === undefined ? section.sheet : `${section.sheet} (${TEXT_WORDS.rowWord[lang]} ${Number(row) + 1})`
  return field === undefined ? place : `${place}: ${field.heading}`
}
