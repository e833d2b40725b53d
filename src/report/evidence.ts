import type { Language } from '../base/localized.ts'
import { readablePath } from '../base/pointer.ts'
import type { Evidence, ShownItem } from '../rules/answer.ts'
import type { Finding } from '../verdict/verdict.ts'
import { ASSURANCE_WORDS } from './words/verdict.ts'

/** Where the evidence stands, and how well it backs the finding; empty where nothing backs it. */
export function evidenceText(finding: Finding, lang: Language): string {
  if (finding.assurance === null) return ''
  const places = finding.evidence.map(placeOf).join(', ')
  return `${ASSURANCE_WORDS[finding.assurance][lang]}${places ? `: ${places}` : ''}`
}

/** A place in the manifest, in a file, or in a row of a sheet. */
export type Place = Pick<Evidence, 'file' | 'pointer' | 'row'>

/** A file by its path and row, a place in the manifest as people write it. */
export function placeOf({ file, pointer, row }: Place): string {
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
