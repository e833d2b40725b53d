import { dayInVietnam } from '../../core/days.ts'
import { InputError, type Localized } from '../../core/errors.ts'
import { DESK_PATH, historyPath, PREVIEW_PATH } from '../../core/paths.ts'
import { scoreText } from '../../render/head.ts'
import { fill } from '../../render/renderer.ts'
import { changedWords, turnedWords } from '../../render/rules-diff.ts'
import { STATUS_WORDS } from '../../render/words.ts'
import { textChanges } from '../../rules/changes.ts'
import { StoreFault } from '../../service/store.ts'
import type { VerdictChange } from '../../verdict/rules-diff.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import type { AuthorityPageCall } from '../route.ts'
import { badFile, FileForm } from './choices.tsx'
import { DESK_WORDS, PREVIEW_WORDS as WORDS } from './words.ts'

/** Asks for the rules to be previewed. */
export async function previewForm(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  return show(
    call,
    { title: WORDS.title[lang], above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    <FileForm
      call={call}
      action={PREVIEW_PATH}
      words={WORDS}
      file={{ name: 'rules', label: WORDS.file, accept: '.json,application/json' }}
    />,
  )
}

/**
 * Which agencies would come out otherwise under the rules that were sent.
 * @throws Problem when they cannot be used
 */
export async function previewResult(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, lang } = call
  const { rules, profile } = await readForm(context)
  if (!(rules instanceof File) || rules.size === 0 || typeof profile !== 'string') throw bad(WORDS.noFile)
  const old = tools.judge.ruleSet.source
  const asOf = dayInVietnam(tools.clock().toISOString())
  try {
    context.set('audited', { profile })
    const sent = { text: await rules.text(), name: rules.name }
    const now = await tools.workers.run('rules', sent)
    const found = await previewPopulation(call, { rules: sent, profileId: profile, asOf })
    const titles = new Map([...old.rules, ...now.rules].map(({ id, title }) => [id, title[lang]]))
    const titleOf = (id: string) => titles.get(id) ?? id
    const { added, removed, changed } = textChanges(old, now)
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

const bad = (detail: Localized, cause?: unknown) => badFile(WORDS, PREVIEW_PATH, detail, cause)

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

/** What a rule change does to the agencies of a province. */
interface PopulationPreview {
  judged: number
  /** Agencies of which status, grade or score changes. */
  changed: VerdictChange[]
  /** Codes of agencies whose dossier is not there any more. */
  unread: string[]
}

/** Judges the last accepted dossier of every agency of the province by both rule sets, one after the other. */
async function previewPopulation(
  { context, tools, province }: AuthorityPageCall,
  by: Parameters<AuthorityPageCall['tools']['service']['previewAgency']>[1],
): Promise<PopulationPreview> {
  const found: PopulationPreview = { judged: 0, changed: [], unread: [] }
  for await (const code of tools.service.listAgencies(province)) {
    try {
      const previewed = await tools.service.previewAgency(code, by)
      if (previewed === undefined) continue
      const change = previewed.result
      found.judged++
      if (change.changes.length > 0) found.changed.push(change)
    } catch (error) {
      // Facts of an earlier release or another list, and no right to the bundle: told until the agency is judged again.
      if (error instanceof StoreFault)
        tools.onFault(error, {
          requestId: context.get('requestId'),
          method: context.req.method,
          path: context.req.path,
        })
      else if (!(error instanceof InputError)) throw error
      found.unread.push(code)
    }
  }
  return found
}
