import type { Language } from '../../core/errors.ts'
import type { PrescreenAgency } from '../../province/prescreen.ts'
import { fill } from '../renderer.ts'
import { DOUBT_WORDS, FIGURE_WORDS } from './doubt-words.ts'

/** What only the authority is told of an agency, in sentences; what the agency's own verdict says stands there. */
export function doubtTexts({ notices }: Pick<PrescreenAgency, 'notices'>, lang: Language): string[] {
  return notices.flatMap(({ id, values }) => {
    const words = DOUBT_WORDS[id]
    if (words === undefined) return []
    const { figure } = values
    const shown = typeof figure === 'string' ? { ...values, figure: FIGURE_WORDS[figure]?.[lang] ?? figure } : values
    return [fill(words[lang], shown, lang)]
  })
}
