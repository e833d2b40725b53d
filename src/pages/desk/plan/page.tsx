import { withPlanChanges } from '../../../cohort/plan/with-changes.ts'
import type { DatedChange } from '../../../desk/plan-changes.ts'
import { standingChanges } from '../../../desk/plan-changes.ts'
import { fill } from '../../../report/render.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { documentOf } from '../of-year.ts'
import { planPath, yearPath } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { writtenBeside } from './standing.ts'
import { Visits } from './visits.tsx'
import { PLAN_WORDS as WORDS } from './words.ts'

/** The inspection plan as it stands, where an inspector moves agencies and writes why. */
export async function planPage(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  const drawnUp = await documentOf(call)
  const written = await writtenBeside(call, drawnUp)
  const standing = standingChanges(written)
  const document = { ...drawnUp, plan: withPlanChanges(drawnUp, standing) }
  const reasons = new Map(standing.map(({ agency, reason }) => [agency, reason]))
  const { onSite, dossier, quota } = document.plan
  const lacking = quota.required - quota.picked
  const path = planPath(document.year)
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { year: String(document.year) }, lang),
      above: <a href={yearPath(document.year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{fill(WORDS.quota[lang], { ...quota }, lang)}</p>
      {lacking > 0 && <p class="note wait">{fill(WORDS.short[lang], { n: lacking }, lang)}</p>}
      <p class="ways">
        <a class="button" href={`${path}.xlsx`}>
          {WORDS.workbook[lang]}
        </a>
        <a href={`${path}/print`}>{WORDS.print[lang]}</a>
      </p>
      <h2>{fill(WORDS.onSite[lang], { n: onSite.length }, lang)}</h2>
      <Visits call={call} document={document} form="onSite" reasons={reasons} />
      <h2>{fill(WORDS.dossier[lang], { n: dossier.length }, lang)}</h2>
      <Visits call={call} document={document} form="dossier" reasons={reasons} />
      <h2 id="written">{WORDS.written[lang]}</h2>
      <Written call={call} written={written} />
    </>,
  )
}

function Written({ call: { lang }, written }: { call: AuthorityPageCall; written: readonly DatedChange[] }) {
  if (written.length === 0) return <p>{WORDS.none[lang]}</p>
  return (
    <>
      <ul>
        {written.map(({ on, change }) => (
          <li>
            {fill(
              WORDS.line[lang],
              {
                on: on.slice(0, 16).replace('T', ' '),
                code: change.agency,
                what: WORDS[change.change][lang].toLocaleLowerCase('vi'),
                reason: change.reason,
                by: change.by ?? '–',
              },
              lang,
            )}
          </li>
        ))}
      </ul>
      <p class="muted">{WORDS.again[lang]}</p>
    </>
  )
}
