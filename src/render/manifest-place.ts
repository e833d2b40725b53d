import type { Language } from '../core/errors.ts'
import { fromPointer, readablePath } from '../core/json.ts'
import { SECTIONS } from '../intake/manifest-xlsx/layout/sections.ts'
import { TEXT_WORDS } from './words.ts'

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
