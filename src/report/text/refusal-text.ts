import type { Language } from '../../base/localized.ts'
import { problemLine } from '../../bundle/manifest/problem-line.ts'
import type { RefusalDocument } from '../../bundle/refusal-document.ts'
import { printable } from '../printable.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { heading, labelled, wrap } from './layout.ts'

/** A refusal as the sender reads it: why, where, and what to do. Lines are at most `width` characters. */
export function refusalText(refusal: RefusalDocument, lang: Language, width = 100): string {
  const row = (label: string, text: string) => labelled(`  ${label}:`, text, width, 14)
  const problems = refusal.problems ?? []
  const lines = [
    ...heading(REPORT_WORDS.refused[lang]).slice(1),
    ...row(REPORT_WORDS.reason[lang], refusal.message[lang]),
    ...(refusal.entry === undefined ? [] : row(REPORT_WORDS.entry[lang], refusal.entry)),
    ...row(REPORT_WORDS.howTo[lang], refusal.remedy[lang]),
    ...row(REPORT_WORDS.reasonCode[lang], refusal.code),
    ...(problems.length === 0 ? [] : ['', `  ${REPORT_WORDS.problems[lang]} (${problems.length}):`]),
    ...problems.flatMap((problem) =>
      wrap(`  - ${problemLine(problem, refusal.entry ?? 'manifest', lang)}`, width, '    '),
    ),
  ]
  return `${printable(lines.join('\n'))}\n`
}
