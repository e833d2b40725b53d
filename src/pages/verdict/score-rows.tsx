import { raw } from 'hono/html'
import type { Language } from '../../base/localized.ts'
import { gradesOf, scoreText } from '../../report/head.ts'
import { scoreBar } from '../../report/html/score-bar.ts'
import { fill } from '../../report/render.ts'
import { showDate } from '../../report/values.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { VERDICT_PAGE_WORDS as WORDS } from './words.ts'

/** The scores of two verdicts, one bar under the other on one scale. */
export function ScoreRows({
  before,
  after,
  ruleSet,
  lang,
}: {
  before: Verdict
  after: Verdict
  ruleSet: RuleSet
  lang: Language
}) {
  return (
    <dl class="scores">
      {(
        [
          [WORDS.was, before],
          [WORDS.is, after],
        ] as const
      ).map(([label, verdict]) => (
        <>
          <dt>{fill(label[lang], { day: showDate(verdict.asOf, lang) }, lang)}</dt>
          <dd>
            {verdict.score && raw(scoreBar(verdict.score, lang, gradesOf(verdict, ruleSet)).text)}
            <strong>{scoreText(verdict.score, lang)}</strong>
          </dd>
        </>
      ))}
    </dl>
  )
}
