import type { Language } from '../../../base/localized.ts'
import { scoreText, standingText } from '../../../report/head.ts'
import { fill } from '../../../report/render.ts'
import { showDate } from '../../../report/values.ts'
import type { RuleSet } from '../../../rules/rule-set.ts'
import type { ListedVerdict } from '../../../service/service.ts'
import type { Verdict } from '../../../verdict/verdict.ts'
import { verdictPath } from '../paths.ts'
import { HOME_WORDS } from './words.ts'

/** By which the grades of a list of verdicts are named. */
interface Naming {
  latest: Verdict
  ruleSet: RuleSet
  lang: Language
}

/** Every verdict of an agency, the newest first, each compared with the one before. */
export function PastList({ verdicts, naming }: { verdicts: readonly ListedVerdict[]; naming: Naming }) {
  const { lang } = naming
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{HOME_WORDS.day[lang]}</th>
          <th scope="col">{HOME_WORDS.result[lang]}</th>
          <th scope="col">{HOME_WORDS.score[lang]}</th>
          <th scope="col">{HOME_WORDS.links[lang]}</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((one, at) => (
          <Row one={one} hasEarlier={at < verdicts.length - 1} naming={naming} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, hasEarlier, naming }: { one: ListedVerdict; hasEarlier: boolean; naming: Naming }) {
  const { latest, ruleSet, lang } = naming
  return (
    <tr>
      <td>
        <a href={verdictPath(one.id)}>{showDate(one.asOf, lang)}</a>
        {'year' in one && (
          <span class="small muted"> ({fill(HOME_WORDS.recheck[lang], { year: String(one.year) }, lang)})</span>
        )}
      </td>
      <td data-label={HOME_WORDS.result[lang]}>{standingText(one, latest, ruleSet, lang)}</td>
      <td data-label={HOME_WORDS.score[lang]}>{scoreText(one.score, lang)}</td>
      <td>{hasEarlier && <a href={`${verdictPath(one.id)}/compare`}>{HOME_WORDS.compare[lang]}</a>}</td>
    </tr>
  )
}
