import type { Language } from '../../base/localized.ts'
import { EFFORT_WORDS, PAGE_WORDS } from '../../report/rules/page-words.ts'
import { SEVERITY_WORDS } from '../../report/words/verdict.ts'
import type { RuleSource } from '../../rules/rule-source.ts'

/** How much a rule weighs, how grave it is and what it takes to meet it. */
export function Tags({ rule: { severity, weight, effort }, lang }: { rule: RuleSource; lang: Language }) {
  return (
    <p class="tags">
      <span class={severity}>{SEVERITY_WORDS[severity][lang]}</span>
      <span>
        {PAGE_WORDS.weight[lang]} {weight}
      </span>
      <span>{EFFORT_WORDS[effort][lang]}</span>
    </p>
  )
}
