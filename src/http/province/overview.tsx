import {
  agenciesFilePath,
  DRAW_UP_PATH,
  lettersPath,
  PREVIEW_PATH,
  planPath,
  reportPath,
  versionsPath,
  viewsPath,
  visitsPath,
  yearPath,
} from '../../core/paths.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { VISIT_WORDS } from '../../render/province/visit-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate } from '../../render/values.ts'
import { type DeskView, dropView, keepView, readViews } from '../../service/desk-views.ts'
import { signedVisits } from '../../service/visits.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { agencyList } from './agency-list.tsx'
import { Filters, StatusChips } from './choices.tsx'
import { DrawUpForm } from './draw-up.tsx'
import { EMPTY_WORDS, LIST_WORDS } from './list-words.ts'
import { Picture } from './picture.tsx'
import { pageOf, type Selection, selected, selectionOf, withParts } from './selection.ts'
import { DRAW_UP_WORDS, VERSION_WORDS, DESK_WORDS as WORDS } from './words.ts'
import { documentOf, publishedYears, standingDocument } from './year.ts'

/** Leads to the last year there is a pre-screening of; where there is none, says what to do first. */
export async function toLastYear(call: AuthorityPageCall): Promise<Response> {
  const [year] = await publishedYears(call)
  return year === undefined ? emptyDesk(call) : call.context.redirect(yearPath(year))
}

/** The desk before anything was drawn up: the steps, and the form of the first one. */
async function emptyDesk(call: AuthorityPageCall): Promise<Response> {
  const { lang, province } = call
  return show(
    call,
    { title: fill(EMPTY_WORDS.title[lang], { province }, lang) },
    <>
      <p class="lead">{EMPTY_WORDS.lead[lang]}</p>
      <ol>
        {[EMPTY_WORDS.register, EMPTY_WORDS.drawn, EMPTY_WORDS.after].map((step) => (
          <li>{step[lang]}</li>
        ))}
      </ol>
      <h2>{DRAW_UP_WORDS.title[lang]}</h2>
      <DrawUpForm call={call} />
    </>,
  )
}

/** The picture of a year, and below it the agencies, to filter, sort, search and choose from. */
export async function overviewPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, context } = call
  const document = await standingDocument(call, await documentOf(call))
  const { year } = document
  const selection = selectionOf((name) => context.req.query(name))
  const agencies = selected(document, selection)
  const page = pageOf(agencies, context.req.query('page'))
  const counts = { shown: agencies.length, total: document.agencies.length }
  const list = await agencyList({ call, document, selection, page, total: agencies.length })
  const views = await readViews(call.province, call.tools.desk)
  const signed = await signedVisits({ province: call.province, year }, call.tools.authorityFiles.bundles)
  return show(
    call,
    { title: fill(WORDS.title[lang], { year: String(year) }, lang), wide: true },
    <>
      <p class="lead">{drawnUp(call, document)}</p>
      <Ways call={call} year={year} years={await publishedYears(call)} />
      <Picture call={call} document={document} selection={selection} signed={signed} />
      <h2 id="agencies">{WORDS.agencies[lang]}</h2>
      <Views call={call} year={year} views={views} selection={selection} />
      <StatusChips call={call} document={document} selection={selection} />
      <Filters call={call} selection={selection} blocks={blocksIn(call, document)} />
      <p class="muted" role="status">
        {fill(WORDS.shown[lang], counts, lang)}{' '}
        <a href={withParts(agenciesFilePath(year), selection, {})}>{LIST_WORDS.workbook[lang]}</a>
      </p>
      {list}
    </>,
  )
}

function blocksIn({ tools }: AuthorityPageCall, document: Prescreen) {
  return tools.judge.ruleSet.source.blocks
    .filter(({ id }) => document.blocks.some(({ block }) => block === id))
    .map(({ id, label }) => [id, label] as const)
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

interface ViewsProps {
  call: AuthorityPageCall
  year: number
  views: readonly DeskView[]
  selection: Selection
}

/** The views that were kept by name, and the form that keeps the one that is shown. */
function Views({ call: { lang, csrf, context }, year, views, selection }: ViewsProps) {
  const query = withParts('', selection, {}).slice(1)
  const shown = views.find((view) => view.query === query)
  if (views.length === 0 && query === '') return null
  return (
    <div class="views">
      {views.length > 0 && (
        <nav class="ways" aria-label={LIST_WORDS.views[lang]}>
          <span>{LIST_WORDS.views[lang]}:</span>
          {views.map((view) => (
            <a href={`${context.req.path}?${view.query}#agencies`} aria-current={view === shown ? 'true' : undefined}>
              {view.name}
            </a>
          ))}
        </nav>
      )}
      {query !== '' && (
        <form method="post" action={viewsPath(year)} class="keep">
          <input type="hidden" name={TOKEN_FIELD} value={csrf} />
          <input type="hidden" name="query" value={query} />
          {shown ? (
            <>
              <input type="hidden" name="drop" value={shown.name} />
              <button type="submit" class="quiet">
                {fill(LIST_WORDS.dropView[lang], { name: shown.name }, lang)}
              </button>
            </>
          ) : (
            <>
              <label for="view-name">{LIST_WORDS.viewName[lang]}</label>
              <input id="view-name" name="name" required maxlength={60} />
              <button type="submit" class="second">
                {LIST_WORDS.keepView[lang]}
              </button>
            </>
          )}
        </form>
      )}
    </div>
  )
}

/**
 * Keeps a view by its name, or lets one go, and shows the list as it was.
 * @throws Problem when it has no name
 */
export async function writeView(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { name, query, drop } = await readForm(context)
  const path = yearPath(Number(/^2\d{3}$/.exec(context.req.param('year') ?? '')?.[0] ?? Number.NaN))
  const said = new URLSearchParams(typeof query === 'string' ? query : '')
  // Whatever the address said: only what the list knows is kept.
  const to = withParts(
    path,
    selectionOf((part) => said.get(part) ?? undefined),
    {},
  )
  if (typeof drop === 'string') await dropView(province, drop, tools.desk)
  else if (typeof name === 'string' && name.trim() !== '' && to !== path)
    await keepView(province, { name: name.trim().slice(0, 60), query: to.slice(path.length + 1) }, tools.desk)
  else
    throw new Problem({ status: 422, title: LIST_WORDS.noView }, LIST_WORDS.noViewText, {
      ways: [{ href: to, label: WORDS.back }],
    })
  return context.redirect(`${to}#agencies`, 303)
}
