import type { Child } from 'hono/jsx'
import type { Localized } from '../../core/errors.ts'
import { historyPath, ruleBookPath } from '../../core/paths.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import { doubtTexts } from '../../render/province/notes.ts'
import { CHANGE_WORDS } from '../../render/province/prescreen-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate, showNumber } from '../../render/values.ts'
import { STATUS_WORDS } from '../../render/words.ts'
import { listed } from '../layout.tsx'
import type { AuthorityPageCall } from '../route.ts'
import { ORDERS, orderOf, type Selection, visitsOf, withParts } from './selection.ts'
import { DESK_WORDS as WORDS } from './words.ts'

interface TableProps {
  call: AuthorityPageCall
  /** One an agency. */
  rows: Child
  /** By which the heads of columns lead on. */
  selection: Selection
}

/** The agencies as a table; on a telephone each row becomes a card. */
export function AgencyTable({ call, rows, selection }: TableProps) {
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
      <tbody>{rows}</tbody>
    </table>
  )
}

/** The rows of a table of agencies. */
export function agencyRows(
  call: AuthorityPageCall,
  document: Prescreen,
  agencies: readonly PrescreenAgency[],
): Promise<Child> {
  const titles = new Map(call.tools.judge.ruleSet.source.rules.map(({ id, title }) => [id, title[call.lang]]))
  const visitOf = visitsOf(document)
  return listed(agencies, (agency) => (
    <Row call={call} document={document} agency={agency} visit={visitOf(agency.code)} titles={titles} />
  ))
}

interface RowProps {
  call: AuthorityPageCall
  document: Prescreen
  agency: PrescreenAgency
  visit: ReturnType<ReturnType<typeof visitsOf>>
  /** Of the rules, by their ids. */
  titles: ReadonlyMap<string, string>
}

function Row({ call, document, agency, visit, titles }: RowProps) {
  const { lang } = call
  const { code, name, status, score, grade, blocking, missing, validUntil, change, backed } = agency
  const doubts = doubtTexts(agency, lang)
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
        {doubts.length > 0 && (
          <details>
            <summary>{fill(WORDS.doubts[lang], { count: doubts.length }, lang)}</summary>
            <ul>
              {doubts.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </details>
        )}
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
                  <a href={ruleBookPath(id)}>{titles.get(id) ?? id}</a>
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
function gradeLabel({ tools, lang }: AuthorityPageCall, { profile }: Prescreen, id: string): string {
  const { profiles, grades } = tools.judge.ruleSet.source
  const own = profiles.find((one) => one.id === profile.id)?.grades ?? grades
  return own.find((one) => one.id === id)?.label[lang] ?? id
}

interface HeadProps {
  call: AuthorityPageCall
  selection: Selection
  id: string
  label: Localized
}

/** The head of a column; where one can sort by it, a link that does, and the other way round the second time. */
function Head({ call: { lang, context }, selection, id, label }: HeadProps) {
  const first = ORDERS.find((order) => orderOf(order).by === id)
  if (first === undefined) return <th scope="col">{label[lang]}</th>
  const { by, down } = orderOf(selection.sort)
  const next = selection.sort === first ? flipped(first) : first
  const sorted = by === id ? (down ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={sorted}>
      <a href={withParts(context.req.path, selection, { sort: next })}>
        {label[lang]}
        {sorted && <span aria-hidden="true">{down ? ' ▼' : ' ▲'}</span>}
      </a>
    </th>
  )
}

const flipped = (sort: string) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`)
