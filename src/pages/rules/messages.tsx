import type { Language, Localized } from '../../base/localized.ts'
import { messageLines } from '../../report/rules/message-lines.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { Lines } from './rich.tsx'

const WORDS = {
  title: { vi: 'Câu trả lời theo từng kết quả', en: 'What is said for each outcome' },
  note: {
    vi: 'Chỗ trong ngoặc vuông được thay bằng số liệu của hồ sơ.',
    en: 'What stands in square brackets is filled in from the dossier.',
  },
} as const satisfies Record<string, Localized>

/** What a verdict says of a rule, by outcome. */
export function Messages({ rule, ruleSet, lang }: { rule: RuleSource; ruleSet: RuleSet; lang: Language }) {
  const lines = messageLines(rule, ruleSet, lang)
  if (lines.length === 0) return null
  return (
    <>
      <h2>{WORDS.title[lang]}</h2>
      <p class="muted small">{WORDS.note[lang]}</p>
      <Lines lines={lines} />
    </>
  )
}
