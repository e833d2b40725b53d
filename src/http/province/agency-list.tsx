import type { Child } from 'hono/jsx'
import type { Localized } from '../../core/errors.ts'
import { historyPath, lettersPath, planPath, ruleBookPath } from '../../core/paths.ts'
import { type Prescreen, type PrescreenAgency, resultOf } from '../../province/prescreen.ts'
import { doubtTexts } from '../../render/province/context.ts'
import { CHANGE_WORDS, REASON_WORDS, resultLabel } from '../../render/province/prescreen-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate, showNumber } from '../../render/values.ts'
import { listed } from '../layout.tsx'
import type { AuthorityPageCall } from '../route.ts'
import { LIST_WORDS } from './list-words.ts'
import {
  type ListPage,
  ORDERS,
  orderOf,
  plannedMonths,
  reasonsOf,
  type Selection,
  visitsOf,
  withParts,
} from './selection.ts'
import { DESK_WORDS as WORDS } from './words.ts'

interface ListProps {
  call: AuthorityPageCall
  document: Prescreen
  selection: Selection
  /** What is on the page that is shown. */
  page: ListPage<PrescreenAgency>
  /** How many agencies the selection leaves, on all pages. */
  total: number
}

/** A page of the agencies as a table to choose from; on a telephone each row becomes a card. */
export async function agencyList({ call, document, selection, page, total }: ListProps): Promise<Child> {
  const { lang } = call
  const rows = await agencyRows(call, document, page.items)
  const all = withParts(lettersPath(document.year), selection, { sort: '' })
  return (
    <form method="get" action={lettersPath(document.year)}>
      <table class="stack agencies">
        <thead>
          <tr>
            {HEADS.map(({ id, label }) => (
              <Head call={call} selection={selection} id={id} label={label} />
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
      {total > 0 && (
        <fieldset class="chosen">
          <legend>{LIST_WORDS.chosen[lang]}</legend>
          <button type="submit">{LIST_WORDS.letters[lang]}</button>
          <button type="submit" class="second" formaction={`${planPath(document.year)}/chosen`}>
            {LIST_WORDS.plan[lang]}
          </button>
          <a href={all}>{fill(LIST_WORDS.lettersOfAll[lang], { n: total }, lang)}</a>
        </fieldset>
      )}
      <Pages call={call} selection={selection} page={page} />
    </form>
  )
}

/** Heads of the columns; by those that an order is of one can sort. */
const HEADS: readonly { id: string; label: Localized }[] = [
  { id: 'code', label: WORDS.code },
  { id: 'name', label: WORDS.name },
  { id: 'status', label: WORDS.status },
  { id: 'score', label: WORDS.score },
  { id: 'backed', label: LIST_WORDS.evidence },
  { id: 'blocking', label: LIST_WORDS.points },
  { id: 'until', label: WORDS.until },
  { id: 'change', label: WORDS.change },
  { id: 'visit', label: LIST_WORDS.visit },
]

/** The rows of a table of agencies. */
function agencyRows(
  call: AuthorityPageCall,
  document: Prescreen,
  agencies: readonly PrescreenAgency[],
): Promise<Child> {
  const titles = new Map(call.tools.judge.ruleSet.source.rules.map(({ id, title }) => [id, title[call.lang]]))
  const [visitOf, monthFor, reasonsFor] = [visitsOf(document), plannedMonths(document), reasonsOf(document)]
  return listed(agencies, (agency) => {
    const { code } = agency
    const visit = { form: visitOf(code), month: monthFor(code), reasons: reasonsFor(code) }
    return <Row call={call} document={document} agency={agency} visit={visit} titles={titles} />
  })
}

interface RowProps {
  call: AuthorityPageCall
  document: Prescreen
  agency: PrescreenAgency
  /** What the plan has of it. */
  visit: {
    form: ReturnType<ReturnType<typeof visitsOf>>
    month: string
    reasons: ReturnType<ReturnType<typeof reasonsOf>>
  }
  /** Of the rules, by their ids. */
  titles: ReadonlyMap<string, string>
}

function Row({ call, document, agency, visit, titles }: RowProps) {
  const { lang } = call
  const { code, name, status, score, grade, validUntil, change, backed, confirmed, notJudged } = agency
  const label = grade === null ? undefined : gradeLabel(call, document, grade)
  return (
    <tr>
      <td data-label={WORDS.code[lang]}>
        <label class="choose">
          <input type="checkbox" name="code" value={code} />
          {code}
        </label>
      </td>
      <th scope="row" data-label={WORDS.name[lang]}>
        <a href={historyPath(code)}>{name}</a>
      </th>
      <td data-label={WORDS.status[lang]}>
        <span class={`status ${status ?? 'none'}`}>{resultLabel(resultOf(agency), lang)}</span>
        {notJudged && <p class="small">{notJudged[lang]}</p>}
        {label && <strong class="grade">{label}</strong>}
      </td>
      <td data-label={WORDS.score[lang]} class="n">
        {score && `${showNumber(score.low, lang)}–${showNumber(score.high, lang)}`}
      </td>
      <td data-label={LIST_WORDS.evidence[lang]} class="n">
        {backed !== null && `${showNumber(backed, lang)}%`}
        {confirmed != null && (
          <span class="muted small"> {fill(LIST_WORDS.confirmed[lang], { n: showNumber(confirmed, lang) }, lang)}</span>
        )}
      </td>
      <td data-label={LIST_WORDS.points[lang]}>
        <Points call={call} agency={agency} titles={titles} />
      </td>
      <td data-label={WORDS.until[lang]}>{validUntil && showDate(validUntil, lang)}</td>
      <td data-label={WORDS.change[lang]}>{change && CHANGE_WORDS[change][lang]}</td>
      <td data-label={LIST_WORDS.visit[lang]}>
        {visit.form !== 'none' && <Planned call={call} visit={visit} form={visit.form} />}
      </td>
    </tr>
  )
}

/** What of an agency asks for a look: essential points that fail, evidence that is missing, what only the authority is told. */
function Points({ call: { lang }, agency, titles }: Pick<RowProps, 'call' | 'agency' | 'titles'>) {
  const { blocking, missing } = agency
  const doubts = doubtTexts(agency, lang)
  if (blocking.length + missing.length + doubts.length === 0) return null
  const counts = { blocking: blocking.length, missing: missing.length, doubts: doubts.length }
  const said = (['blocking', 'missing', 'doubts'] as const).filter((kind) => counts[kind] > 0)
  return (
    <details>
      <summary>{said.map((kind) => fill(LIST_WORDS[kind][lang], { n: counts[kind] }, lang)).join(' · ')}</summary>
      <ul>
        {[...blocking, ...missing].map((id) => (
          <li>
            <a href={ruleBookPath(id)}>{titles.get(id) ?? id}</a>
          </li>
        ))}
        {doubts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </details>
  )
}

function Planned({
  call: { lang },
  visit: { month, reasons },
  form,
}: Pick<RowProps, 'call' | 'visit'> & { form: 'onSite' | 'dossier' }) {
  const when = /^\d{4}-/.test(month) ? ` ${month.split('-').reverse().join('/')}` : ''
  if (reasons.length === 0) return <>{`${WORDS[form][lang]}${when}`}</>
  return (
    <details>
      <summary>{`${WORDS[form][lang]}${when}`}</summary>
      <ul>
        {reasons.map((reason) => (
          <li>{REASON_WORDS[reason][lang]}</li>
        ))}
      </ul>
    </details>
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
      <a href={`${withParts(context.req.path, selection, { sort: next })}#agencies`}>
        {label[lang]}
        {sorted && <span aria-hidden="true">{down ? ' ▼' : ' ▲'}</span>}
      </a>
    </th>
  )
}

const flipped = (sort: string) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`)

interface PagesProps {
  call: AuthorityPageCall
  selection: Selection
  page: Omit<ListPage<unknown>, 'items'>
  /** Further parts of the address. */
  more?: string
  /** The heading above the list, by its id. */
  heading?: string
}

/** The ways to the other pages of a list; nothing where there is one. */
export function Pages({
  call: { lang, context },
  selection,
  page: { number, of },
  more = '',
  heading = 'agencies',
}: PagesProps) {
  if (of === 1) return null
  const to = (page: number) => {
    const address = withParts(context.req.path, selection, {}, page)
    return `${address}${more === '' ? '' : `${address.includes('?') ? '&' : '?'}${more}`}#${heading}`
  }
  const near = Array.from({ length: of }, (_, at) => at + 1).filter(
    (one) => one === 1 || one === of || Math.abs(one - number) <= 2,
  )
  return (
    <nav class="pages" aria-label={LIST_WORDS.pages[lang]}>
      {number > 1 && (
        <a href={to(number - 1)} rel="prev">
          {LIST_WORDS.before[lang]}
        </a>
      )}
      {near.map((one) => (
        <a href={to(one)} aria-current={one === number ? 'page' : undefined}>
          {one}
        </a>
      ))}
      {number < of && (
        <a href={to(number + 1)} rel="next">
          {LIST_WORDS.after[lang]}
        </a>
      )}
    </nav>
  )
}
