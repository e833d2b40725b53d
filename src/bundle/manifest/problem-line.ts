import type { Problem } from '../../base/errors.ts'
import type { Language } from '../../base/localized.ts'
import { readablePath } from '../../base/pointer.ts'

const WORDS = {
  vi: { line: 'dòng', sheet: 'trang', cell: 'ô', is: 'là', met: 'gặp' },
  en: { line: 'line', sheet: 'sheet', cell: 'cell', is: 'is', met: 'found' },
} as const

/**
 * A problem of a manifest as one sentence: where, what was found, what was expected, what to do. *manifest.json dòng 14:
 * internalAudits[0].from là '30/02/2026', không có ngày này. Ghi theo dạng 2026-02-28.*
 */
export function problemLine(problem: Problem, manifestName: string, language: Language): string {
  const { pointer, line, place, found } = problem
  const path = place === undefined ? readablePath(pointer ?? '') : (place.heading ?? '')
  const words = WORDS[language]
  const cell = place?.cell === undefined ? '' : `, ${words.cell} ${place.cell}`
  const sheet = place === undefined ? '' : `, ${words.sheet} '${place.sheet}'${cell}`
  const where = `${manifestName}${line === undefined ? '' : ` ${words.line} ${line}`}${sheet}`
  const what = found === '' ? '' : path === '' ? `${words.met} ${found}, ` : ` ${words.is} ${found}, `
  return `${where}: ${path}${what || (path === '' ? '' : ': ')}${problem.expected[language]}`
}
