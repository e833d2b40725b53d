import type { Problem } from '../../base/errors.ts'
import type { Language } from '../../base/localized.ts'
import { readablePath } from '../../base/pointer.ts'

/**
 * A problem of a manifest as one sentence: where, what was found, what was expected, what to do. *manifest.json dòng 14:
 * internalAudits[0].from là '30/02/2026', không có ngày này. Ghi theo dạng 2026-02-28.*
 */
export function problemLine(problem: Problem, manifestName: string, language: Language): string {
  const { pointer, line, found } = problem
  const path = pointer === undefined ? '' : readablePath(pointer)
  const words = language === 'vi' ? { line: 'dòng', is: 'là', met: 'gặp' } : { line: 'line', is: 'is', met: 'found' }
  const where = line === undefined ? manifestName : `${manifestName} ${words.line} ${line}`
  const what = found === '' ? '' : path === '' ? `${words.met} ${found}, ` : ` ${words.is} ${found}, `
  return `${where}: ${path}${what || (path === '' ? '' : ': ')}${problem.expected[language]}`
}
