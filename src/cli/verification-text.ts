import type { Language } from '../base/localized.ts'
import { fromPointer } from '../base/pointer.ts'
import type { Verification } from '../evaluation/verify.ts'

/** Differing places that are shown; all are counted. */
const SHOWN = 12
/** Long enough for a hash. */
const VALUE_LENGTH = 70

type Place = Verification['differences'][number]

/** What verifying came to, as a person reads it: what was found, then where the verdict differs. */
export function verificationText({ statements, differences, document }: Verification, lang: Language): string {
  const shown = differences.slice(0, SHOWN)
  const [some, all] = [shown.length, differences.length]
  const more = lang === 'vi' ? `  (nêu ${some} trong ${all} chỗ)` : `  (${some} of ${all} shown)`
  const lines = [
    ...statements.map(({ text }) => text[lang]),
    ...shown.map((place) => placeLine(place, document, lang)),
    ...(some < all ? [more] : []),
  ]
  return `${lines.join('\n')}\n`
}

function placeLine({ pointer, stated, found }: Place, document: Verification['document'], lang: Language): string {
  const rule = ruleAt(pointer, document)
  const words = lang === 'vi' ? ['trong tệp', 'đánh giá lại'] : ['in the file', 'judged again']
  const sides = [stated, found].map((value, at) => `${words[at]} ${show(value, lang)}`)
  return `  ${pointer}${rule === undefined ? '' : ` (${rule})`}: ${sides.join(', ')}`
}

/** The rule of a finding whose place is told, as the file names it. */
function ruleAt(pointer: string, document: Verification['document']): string | undefined {
  const [section, index] = fromPointer(pointer)
  if (section !== 'findings') return undefined
  const findings = document?.findings
  const finding: unknown = Array.isArray(findings) ? findings[Number(index)] : undefined
  if (typeof finding !== 'object' || finding === null || !('rule' in finding)) return undefined
  return typeof finding.rule === 'string' ? finding.rule : undefined
}

function show(value: unknown, lang: Language): string {
  if (value === undefined) return lang === 'vi' ? 'không có' : 'absent'
  const text = [...JSON.stringify(value)]
  return text.length <= VALUE_LENGTH ? text.join('') : `${text.slice(0, VALUE_LENGTH).join('')}…`
}
