import { InputError, type Localized } from '../../core/errors.ts'
import { DESK_PATH, historyPath, PREVIEW_PATH } from '../../core/paths.ts'
import { scoreText } from '../../render/head.ts'
import { fill } from '../../render/renderer.ts'
import { changedWords, turnedWords } from '../../render/rules-diff.ts'
import { STATUS_WORDS } from '../../render/words.ts'
import { textChanges } from '../../rules/changes.ts'
import type { OfVersion } from '../../service/prescreen-versions.ts'
import { keepRules, keptRules, readChanges, readPreview } from '../../service/province-judging.ts'
import type { VerdictChange } from '../../verdict/rules-diff.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import type { AuthorityPageCall } from '../route.ts'
import { Pages } from './agency-list.tsx'
import { badFile, FileForm } from './choices.tsx'
import { ParameterForm, RuleChoice, rulesWithParameters } from './rule-parameters.tsx'
import { pageOf, selectionOf } from './selection.ts'
import { DESK_WORDS, PREVIEW_WORDS as WORDS } from './words.ts'
import { askedId, askFor } from './year.ts'

/** Asks for the rules to be tried: parameters of one that are changed in the page, or a file. */
export async function previewForm(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  return show(
    call,
    { title: WORDS.title[lang], above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <h2>{WORDS.inPage[lang]}</h2>
      <RuleChoice call={call} />
      <ParameterForm call={call} />
      <h2>{WORDS.byFile[lang]}</h2>
      <FileForm
        call={call}
        action={PREVIEW_PATH}
        words={{ lead: WORDS.fileLead, run: WORDS.run }}
        file={{ name: 'rules', label: WORDS.file, accept: '.json,application/json' }}
      >
        <input type="hidden" name="version" value={askedId(call)} />
      </FileForm>
    </>,
  )
}

/**
 * Asks what the rules that were sent, or changed in the page, would do to the agencies of the province.
 * @throws Problem when they cannot be used
 */
export async function askPreview(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { rules, profile, version, ...more } = await readForm(context)
  if (typeof profile !== 'string') throw bad(WORDS.noFile)
  try {
    context.set('audited', { profile })
    const sent =
      rules instanceof File && rules.size > 0
        ? { text: await rules.text(), name: rules.name }
        : rulesWithParameters(tools.judge.ruleSet.source, more)
    if (sent === undefined) throw bad(WORDS.noFile)
    await tools.workers.run('rules', sent)
    const year = tools.clock().getUTCFullYear()
    const keep = (of: OfVersion) => keepRules(of, sent, tools.desk)
    return await askFor(call, { province, year, work: 'preview' }, { version, keep, profileId: profile, registered: 0 })
  } catch (error) {
    if (error instanceof InputError) throw bad(error.text, error)
    throw error
  }
}

const bad = (detail: Localized, cause?: unknown) => badFile(WORDS, PREVIEW_PATH, detail, cause)

/** What the tried rules do: how they are written otherwise, and the agencies that come out otherwise, page by page. */
export async function Previewed({ call, of }: { call: AuthorityPageCall; of: OfVersion }) {
  const { context, tools, lang } = call
  const result = await readPreview(of, tools.desk)
  if (result === undefined) return null
  const old = tools.judge.ruleSet.source
  const now = await tools.workers.run('rules', await keptRules(of, tools.desk))
  const titles = new Map([...old.rules, ...now.rules].map(({ id, title }) => [id, title[lang]]))
  const titleOf = (id: string) => titles.get(id) ?? id
  const { added, removed, changed } = textChanges(old, now)
  const written = [
    ...added.map((id) => `+ ${titleOf(id)}`),
    ...removed.map((id) => `− ${titleOf(id)}`),
    ...changed.map((rule) => changedWords({ ...rule, rule: titleOf(rule.rule) }, lang)),
  ]
  const page = pageOf(result.changed, context.req.query('page'))
  const changes = await readChanges(of, page.items, { store: tools.desk, signer: tools.signer })
  return (
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
      <h2 id="agencies">{fill(WORDS.agencies[lang], { n: result.changed.length, total: result.judged }, lang)}</h2>
      {changes.length === 0 ? <p>{WORDS.nobody[lang]}</p> : <Changed call={call} changes={changes} titleOf={titleOf} />}
      <Pages call={call} selection={selectionOf(() => undefined)} page={page} />
      {result.unread.length > 0 && (
        <p class="note wait">{fill(WORDS.unread[lang], { codes: result.unread.join(', ') }, lang)}</p>
      )}
    </>
  )
}

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
