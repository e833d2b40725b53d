import type { Language } from '../../base/localized.ts'
import { Renderer } from '../../report/render.ts'
import { sourceDays } from '../../report/rules/register-lines.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'

/** The articles that a rule rests on, each opening what the text is called and since when it is in force. */
export function Basis({ rule, ruleSet, lang }: { rule: RuleSource; ruleSet: RuleSet; lang: Language }) {
  const names = new Renderer(ruleSet, lang).basis(rule.id)
  return (
    <ul>
      {rule.basis.map(({ source }, at) => {
        const found = ruleSet.sources.find(({ id }) => id === source)
        return (
          <li>
            {names[at]}
            {found && (
              <p class="muted small">
                {found.title[lang]} ({sourceDays(found, lang)}){found.note && `. ${found.note[lang]}`}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
