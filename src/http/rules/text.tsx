import type { Language } from '../../core/errors.ts'
import { Renderer } from '../../render/renderer.ts'
import { sourceDays } from '../../render/rules/registers.ts'
import { messageLines } from '../../render/rules/rule-page.ts'
import type { Line } from '../../render/rules/words.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { RULE_TEXT_WORDS as WORDS } from '../words.ts'

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

/** A line of a rule as it is written for reading: `**strong**` and code between backticks. */
export function Rich({ text }: { text: string }) {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .map((part) =>
      part.startsWith('**') ? (
        <strong>{part.slice(2, -2)}</strong>
      ) : part.startsWith('`') ? (
        <code>{part.slice(1, -1)}</code>
      ) : (
        part
      ),
    )
}

/** Lines with what stands under them. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ text, inside = [] }) => (
        <li>
          <Rich text={text} />
          {inside.length > 0 && <Lines lines={inside} />}
        </li>
      ))}
    </ul>
  )
}
