import type { Child } from 'hono/jsx'
import type { Localized } from '../../core/errors.ts'
import {
  DRAW_UP_PATH,
  historyPath,
  lettersPath,
  PREVIEW_PATH,
  planPath,
  reportPath,
  ruleBookPath,
  versionsPath,
  visitsPath,
  yearPath,
} from '../../core/paths.ts'
import { type Prescreen, type PrescreenAgency, resultOf } from '../../province/prescreen.ts'
import { doubtTexts } from '../../render/province/context.ts'
import { CHANGE_WORDS, resultLabel } from '../../render/province/prescreen-words.ts'
import { VISIT_WORDS } from '../../render/province/visit-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate, showNumber } from '../../render/values.ts'
import { listed, show } from '../layout.tsx'
import type { AuthorityPageCall } from '../route.ts'
import { Filters, StatusChips } from './choices.tsx'
import { ORDERS, orderOf, type Selection, selected, visitsOf, withParts } from './selection.ts'
import { VERSION_WORDS, DESK_WORDS as WORDS } from './words.ts'
import { documentOf, noPrescreen, publishedYears, standingDocument } from './year.ts'

/** Leads to the last year there is a pre-screening of. */
export async function toLastYear(call: AuthorityPageCall): Promise<Response> {
  const [year] = await publishedYears(call)
  if (year === undefined) throw noPrescreen(call.province)
  return call.context.redirect(yearPath(year))
}

/** All agencies of a year, to filter, sort and search. */
export async function overviewPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, context } = call
  const document = await standingDocument(call, await documentOf(call))
  const query = (name: keyof Selection) => context.req.query(name)?.slice(0, 100) ?? ''
  const selection: Selection = {
    q: query('q'),
    block: query('block'),
    status: query('status'),
    change: query('change'),
    visit: query('visit'),
    sort: query('sort'),
  }
  const agencies = selected(document, selection)
  const { ruleSet } = call.tools.judge
  const blocks = ruleSet.source.blocks
    .filter(({ id }) => document.blocks.some(({ block }) => block === id))
    .map(({ id, label }) => [id, label] as const)
  const counts = { shown: agencies.length, total: document.agencies.length }
  const rows = await agencyRows(call, document, agencies)
  return show(
    call,
    { title: fill(WORDS.title[lang], { year: String(document.year) }, lang), wide: true },
    <>
      <p class="lead">{drawnUp(call, document)}</p>
      <Ways call={call} year={document.year} years={await publishedYears(call)} />
      <h2>{WORDS.agencies[lang]}</h2>
      <StatusChips call={call} document={document} selection={selection} />
      <Filters call={call} selection={selection} blocks={blocks} />
      <p class="muted" role="status">
        {fill(WORDS.shown[lang], counts, lang)}
      </p>
      <AgencyTable call={call} rows={rows} selection={selection} />
    </>,
  )
}

function drawnUp({ lang, tools }: AuthorityPageCall, { asOf, profile }: Prescreen): string {
  const title = tools.judge.ruleSet.source.profiles.find(({ id }) => id === profile.id)?.title[lang] ?? profile.id
  return fill(WORDS.drawnUp[lang], { asOf: showDate(asOf, lang), profile: title }, lang)
}

function Ways({ call: { lang }, year, years }: { call: AuthorityPageCall; year: number; years: readonly number[] }) {
  return (
    <>
      <nav class="ways" aria-label={WORDS.ways[lang]}>
        <a class="button" href={planPath(year)}>
          {WORDS.plan[lang]}
        </a>
        <a class="button second" href={reportPath(year)}>
          {WORDS.report[lang]}
        </a>
        <a class="button second" href={lettersPath(year)}>
          {WORDS.letters[lang]}
        </a>
        <a href={visitsPath(year)}>{VISIT_WORDS.link[lang]}</a>
        <a href={DRAW_UP_PATH}>{WORDS.drawUp[lang]}</a>
        <a href={versionsPath(year)}>{VERSION_WORDS.versions[lang]}</a>
        <a href={PREVIEW_PATH}>{WORDS.preview[lang]}</a>
      </nav>
      {years.length > 1 && (
        <nav class="ways" aria-label={WORDS.years[lang]}>
          {years.map((one) => (
            <a href={yearPath(one)} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

interface TableProps {
  call: AuthorityPageCall
  /** One an agency. */
  rows: Child
  /** By which the heads of columns lead on. */
  selection: Selection
}

/** The agencies as a table; on a telephone each row becomes a card. */
function AgencyTable({ call, rows, selection }: TableProps) {
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
function agencyRows(
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
  const { code, name, status, score, grade, blocking, missing, validUntil, change, backed, notJudged } = agency
  const doubts = doubtTexts(agency, lang)
  const label = grade === null ? undefined : gradeLabel(call, document, grade)
  return (
    <tr>
      <td data-label={WORDS.code[lang]}>{code}</td>
      <th scope="row" data-label={WORDS.name[lang]}>
        <a href={historyPath(code)}>{name}</a>
      </th>
      <td data-label={WORDS.status[lang]}>
        <span class={`status ${status ?? 'none'}`}>{resultLabel(resultOf(agency), lang)}</span>
        {notJudged && <p class="small">{notJudged[lang]}</p>}
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
