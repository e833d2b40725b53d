import { InputError } from '../../../base/errors.ts'
import type { Localized } from '../../../base/localized.ts'
import { changedWords, turnedWords } from '../../../desk/rules-diff/text.ts'
import { dayInVietnam } from '../../../edge/day-in-vietnam.ts'
import { textChanges } from '../../../evaluation/rules-diff/text-changes.ts'
import type { VerdictChange } from '../../../evaluation/rules-diff/verdict-changes.ts'
import { vocabulary } from '../../../facts/vocabulary.ts'
import { scoreText } from '../../../report/head.ts'
import { fill } from '../../../report/render.ts'
import { STATUS_WORDS } from '../../../report/words/verdict.ts'
import { readPublished } from '../../../rules/publish.ts'
import type { Vocabulary } from '../../../rules/vocabulary.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { historyPath, PREVIEW_PATH } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { previewPopulation } from './population.ts'
import { PREVIEW_WORDS as WORDS } from './words.ts'

/**
 * Which agencies would come out otherwise under the rules that were sent.
 * @throws PageProblem when they cannot be used
 */
export async function previewResult(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, lang } = call
  const { rules, profile } = await context.req.parseBody()
  if (!(rules instanceof File) || rules.size === 0 || typeof profile !== 'string') throw bad(WORDS.noFile)
  const old = tools.judge.ruleSet
  const asOf = dayInVietnam(tools.clock().toISOString())
  const engine = tools.judge.engine
  try {
    const now = readPublished(await rules.text(), rules.name, vocabulary as Vocabulary<unknown>)
    const found = await previewPopulation(call, { old, new: now, profileId: profile, asOf, engine })
    const titles = new Map([...old.source.rules, ...now.source.rules].map(({ id, title }) => [id, title[lang]]))
    const titleOf = (id: string) => titles.get(id) ?? id
    const { added, removed, changed } = textChanges(old.source, now.source)
    const written = [
      ...added.map((id) => `+ ${titleOf(id)}`),
      ...removed.map((id) => `− ${titleOf(id)}`),
      ...changed.map((rule) => changedWords({ ...rule, rule: titleOf(rule.rule) }, lang)),
    ]
    return show(
      call,
      { title: WORDS.title[lang], above: <a href={PREVIEW_PATH}>{WORDS.again[lang]}</a>, wide: true },
      <>
        <h2>{WORDS.rules[lang]}</h2>
        {written.length === 0 ? (
          <p>{WORDS.sameRules[lang]}</p>
        ) : (
          <ul>
            {written.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
        <h2>{fill(WORDS.agencies[lang], { n: found.changed.length, total: found.judged }, lang)}</h2>
        {found.changed.length === 0 ? (
          <p>{WORDS.nobody[lang]}</p>
        ) : (
          <Changed call={call} changes={found.changed} titleOf={titleOf} />
        )}
        {found.unread.length > 0 && (
          <p class="note wait">{fill(WORDS.unread[lang], { codes: found.unread.join(', ') }, lang)}</p>
        )}
      </>,
    )
  } catch (error) {
    if (error instanceof InputError) throw bad(error.text, error)
    throw error
  }
}

const bad = (detail: Localized, cause?: unknown) =>
  new PageProblem(422, { title: WORDS.bad, detail, ways: [{ href: PREVIEW_PATH, label: WORDS.again }] }, { cause })

interface ChangedProps {
  call: AuthorityPageCall
  changes: readonly VerdictChange[]
  titleOf: (rule: string) => string
}

function Changed({ call: { lang }, changes, titleOf }: ChangedProps) {
  const standing = ({ status, score }: VerdictChange['old']) => (
    <>
      {STATUS_WORDS[status].label[lang]}
      {score && <> · </>}
      {score && <span class="whole">{scoreText(score, lang)}</span>}
    </>
  )
  return (
    <table class="stack">
      <thead>
        <tr>
          {[DESK_WORDS.name, WORDS.now, WORDS.after, WORDS.by].map((words) => (
            <th scope="col">{words[lang]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ agency, old, new: now, rules }) => (
          <tr>
            <th scope="row" data-label={DESK_WORDS.name[lang]}>
              <a href={historyPath(agency.code)}>{agency.name}</a>
            </th>
            <td data-label={WORDS.now[lang]}>{standing(old)}</td>
            <td data-label={WORDS.after[lang]}>{standing(now)}</td>
            <td data-label={WORDS.by[lang]}>
              <ul>
                {rules.map((rule) => (
                  <li>{turnedWords({ ...rule, rule: titleOf(rule.rule) }, lang)}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
