import { DRAW_UP_PATH, lettersPath, PREVIEW_PATH, planPath, reportPath, yearPath } from '../../core/paths.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { fill } from '../../render/renderer.ts'
import { showDate } from '../../render/values.ts'
import { show } from '../layout.tsx'
import type { AuthorityPageCall } from '../route.ts'
import { AgencyTable, agencyRows } from './agency-table.tsx'
import { Filters, StatusChips } from './choices.tsx'
import { type Selection, selected } from './selection.ts'
import { DESK_WORDS as WORDS } from './words.ts'
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
        <a href={DRAW_UP_PATH}>{WORDS.drawUp[lang]}</a>
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
