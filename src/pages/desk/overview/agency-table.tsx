import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'
import { CHANGE_WORDS } from '../../../report/cohort/words/ids.ts'
import { showDate, showNumber } from '../../../report/values.ts'
import { STATUS_WORDS } from '../../../report/words/verdict.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { historyPath } from '../paths.ts'
import { DESK_WORDS as WORDS } from '../words.ts'
import { Head } from './head.tsx'
import { type Selection, visitOf } from './selection.ts'

interface TableProps {
  call: AuthorityPageCall
  document: Prescreen
  agencies: readonly PrescreenAgency[]
  /** By which the heads of columns lead on. */
  selection: Selection
}

/** The agencies as a table; on a telephone each row becomes a card. */
export function AgencyTable({ call, document, agencies, selection }: TableProps) {
  const heads = [
    'code',
    'name',
    'status',
    'score',
    'backed',
    'blocking',
    'missing',
    'until',
    'change',
    'visit',
  ] as const
  return (
    <table class="stack">
      <thead>
        <tr>
          {heads.map((id) => (
            <Head call={call} selection={selection} id={id} label={WORDS[id]} />
          ))}
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <Row call={call} document={document} agency={agency} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ call, document, agency }: Omit<TableProps, 'agencies' | 'selection'> & { agency: PrescreenAgency }) {
  const { lang, tools } = call
  const { code, name, status, score, grade, blocking, missing, validUntil, change, backed } = agency
  const visit = visitOf(document, code)
  const title = (id: string) => tools.judge.ruleSet.source.rules.find((rule) => rule.id === id)?.title[lang] ?? id
  const label = grade === null ? undefined : gradeLabel(call, document, grade)
  return (
    <tr>
      <td data-label={WORDS.code[lang]}>{code}</td>
      <th scope="row" data-label={WORDS.name[lang]}>
        <a href={historyPath(code)}>{name}</a>
      </th>
      <td data-label={WORDS.status[lang]}>
        <span class={`status ${status ?? 'none'}`}>
          {status ? STATUS_WORDS[status].label[lang] : WORDS.noBundle[lang]}
        </span>
        {label && <strong class="grade">{label}</strong>}
      </td>
      <td data-label={WORDS.score[lang]} class="n">
        {score && `${showNumber(score.low, lang)}–${showNumber(score.high, lang)}`}
      </td>
      <td data-label={WORDS.backed[lang]} class="n">
        {backed !== null && `${showNumber(backed, lang)}%`}
      </td>
      <td data-label={WORDS.blocking[lang]}>
        {blocking.length > 0 && (
          <details>
            <summary>{blocking.length}</summary>
            <ul>
              {blocking.map((id) => (
                <li>
                  <a href={`/rule-book/${id}`}>{title(id)}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td data-label={WORDS.missing[lang]} class="n">
        {missing.length > 0 && missing.length}
      </td>
      <td data-label={WORDS.until[lang]}>{validUntil && showDate(validUntil, lang)}</td>
      <td data-label={WORDS.change[lang]}>{change && CHANGE_WORDS[change][lang]}</td>
      <td data-label={WORDS.visit[lang]}>{visit !== 'none' && WORDS[visit][lang]}</td>
    </tr>
  )
}

/** A grade as the programme of the document calls it. */
export function gradeLabel({ tools, lang }: AuthorityPageCall, { profile }: Prescreen, id: string): string {
  const { profiles, grades } = tools.judge.ruleSet.source
  const own = profiles.find((one) => one.id === profile.id)?.grades ?? grades
  return own.find((one) => one.id === id)?.label[lang] ?? id
}
