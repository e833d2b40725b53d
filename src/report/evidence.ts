import type { Language } from '../base/localized.ts'
import { readablePath } from '../base/pointer.ts'
import type { Evidence, ShownItem } from '../rules/answer.ts'
import type { Finding } from '../verdict/verdict.ts'
import { fill } from './render.ts'
import { notFoundTexts } from './texts.ts'
import { TEXT_WORDS } from './words/texts.ts'
import { ASSURANCE_WORDS } from './words/verdict.ts'

/**
 * Where the evidence stands, how well it backs the finding, and what was looked for in documents without being found;
 * empty where nothing backs it.
 */
export function evidenceText(finding: Finding, lang: Language): string {
  const notFound = notFoundTexts(finding, lang)
  if (finding.assurance === null) return notFound.join('; ')
  const places = finding.evidence.map((one) => placeOf(one, lang)).join(', ')
  return [`${ASSURANCE_WORDS[finding.assurance][lang]}${places ? `: ${places}` : ''}`, ...notFound].join('; ')
}

/** A place in the manifest, on a page of a file, or in a row of a sheet. */
export type Place = Pick<Evidence, 'file' | 'pointer' | 'row' | 'page'>

/** A file by its path with page or row, a place in the manifest as people write it. */
export function placeOf({ file, pointer, row, page }: Place, lang: Language): string {
  if (file !== undefined && page !== undefined) return `${file} (${fill(TEXT_WORDS.page[lang], { page }, lang)})`
  if (file !== undefined) return row === undefined ? file : `${file}:${row}`
  return readablePath(pointer ?? '')
}

/** Where a listed item stands. */
export function placeOfItem({ file, pointer, row }: ShownItem): Place {
  return {
    ...(typeof file === 'string' && { file }),
    ...(typeof pointer === 'string' && { pointer }),
    ...(typeof row === 'number' && { row }),
  }
}
