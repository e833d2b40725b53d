import type { Child } from 'hono/jsx'
import * as z from 'zod'
import type { Language } from '../../core/errors.ts'
import { digest } from '../../core/json.ts'
import { historyPath, planPath, visitsPath, yearPath } from '../../core/paths.ts'
import { withPlanChanges } from '../../province/inspection-plan.ts'
import type { Prescreen, PrescreenAgency, Visit } from '../../province/prescreen.ts'
import { REASON_WORDS } from '../../render/province/prescreen-words.ts'
import { VISIT_WORDS } from '../../render/province/visit-words.ts'
import { fill } from '../../render/renderer.ts'
import { showNumber } from '../../render/values.ts'
import {
  type DatedChange,
  isPlanFull,
  standingChanges,
  type WrittenChange,
  writePlanChange,
} from '../../service/plan-changes.ts'
import { listed, show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { DESK_WORDS, PLAN_WORDS as WORDS } from './words.ts'
import { documentOf, writtenBeside } from './year.ts'

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
  const lines = await writtenLines(call, written)
  const rows = {
    onSite: await visitRows({ call, document, form: 'onSite', reasons }),
    dossier: await visitRows({ call, document, form: 'dossier', reasons }),
  }
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
        <a href={visitsPath(document.year)}>{VISIT_WORDS.link[lang]}</a>
      </p>
      <h2>{fill(WORDS.onSite[lang], { n: onSite.length }, lang)}</h2>
      <Visits call={call} rows={rows.onSite} />
      <h2>{fill(WORDS.dossier[lang], { n: dossier.length }, lang)}</h2>
      <Visits call={call} rows={rows.dossier} />
      <h2 id="written">{WORDS.written[lang]}</h2>
      {written.length === 0 ? (
        <p>{WORDS.none[lang]}</p>
      ) : (
        <>
          <ul>{lines}</ul>
          <p class="muted">{WORDS.again[lang]}</p>
        </>
      )}
    </>,
  )
}

/** Everything that was written beside the plan, a line each. */
function writtenLines({ lang }: AuthorityPageCall, written: readonly DatedChange[]): Promise<Child> {
  return listed(written, ({ on, change }) => {
    const values = {
      on: on.slice(0, 16).replace('T', ' '),
      code: change.agency,
      what: WORDS[change.change][lang].toLocaleLowerCase('vi'),
      reason: change.reason,
      by: change.by ?? '–',
    }
    return <li>{fill(WORDS.line[lang], values, lang)}</li>
  })
}

/** One of the two lists of the plan, with why each agency is in it and what may be decided of it. */
function Visits({ call: { lang }, rows }: { call: AuthorityPageCall; rows: Child }) {
  return (
    <table class="stack">
      <thead>
        <tr>
          {[DESK_WORDS.name, DESK_WORDS.score, DESK_WORDS.backed, WORDS.month, WORDS.reasons].map((words) => (
            <th scope="col">{words[lang]}</th>
          ))}
          <th scope="col" class="screen">
            {WORDS.change[lang]}
          </th>
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  )
}

interface VisitsProps {
  call: AuthorityPageCall
  document: Prescreen
  form: 'onSite' | 'dossier'
  /** Written reasons by agency. */
  reasons: ReadonlyMap<string, string>
}

function visitRows({ call, document, form, reasons }: VisitsProps): Promise<Child> {
  const { lang } = call
  const agencies = new Map(document.agencies.map((agency) => [agency.code, agency]))
  return listed(document.plan[form], (visit) => (
    <tr>
      <th scope="row" data-label={DESK_WORDS.name[lang]}>
        <a href={historyPath(visit.code)}>{agencies.get(visit.code)?.name ?? visit.code}</a>{' '}
        <span class="muted">{visit.code}</span>
      </th>
      <Figures agency={agencies.get(visit.code)} lang={lang} />
      <td data-label={WORDS.month[lang]}>{visit.month?.split('-').reverse().join('/')}</td>
      <td data-label={WORDS.reasons[lang]}>
        <Reasons call={call} visit={visit} written={reasons.get(visit.code)} />
      </td>
      <td class="screen">
        <ChangeForm call={call} visit={visit} year={document.year} kinds={kindsFor(form, reasons.has(visit.code))} />
      </td>
    </tr>
  ))
}

/** The agency's score, and what of it papers back. */
function Figures({ agency, lang }: { agency: PrescreenAgency | undefined; lang: Language }) {
  const { score = null, backed = null } = agency ?? {}
  return (
    <>
      <td data-label={DESK_WORDS.score[lang]} class="n">
        {score && `${showNumber(score.low, lang)}–${showNumber(score.high, lang)}`}
      </td>
      <td data-label={DESK_WORDS.backed[lang]} class="n">
        {backed !== null && `${showNumber(backed, lang)}%`}
      </td>
    </>
  )
}

function Reasons({
  call: { lang },
  visit,
  written,
}: {
  call: AuthorityPageCall
  visit: Visit
  written?: string | undefined
}) {
  if (visit.reasons.length === 0) return <>{WORDS.noReason[lang]}</>
  return (
    <ol class="reasons">
      {visit.reasons.map((reason) => (
        <li>
          {reason === 'person' && written ? `${REASON_WORDS.person[lang]}: ${written}` : REASON_WORDS[reason][lang]}
        </li>
      ))}
    </ol>
  )
}

function kindsFor(form: 'onSite' | 'dossier', isWritten: boolean) {
  const own = form === 'onSite' ? (['drop', 'move'] as const) : (['add', 'move'] as const)
  return isWritten ? ([...own, 'undo'] as const) : own
}

interface FormProps {
  call: AuthorityPageCall
  visit: Visit
  year: number
  /** What may be done with it. */
  kinds: readonly ('add' | 'drop' | 'move' | 'undo')[]
}

/** What a person may decide of one agency of the plan, closed until it is wanted. */
function ChangeForm({ call, visit: { code, month }, year, kinds }: FormProps) {
  const { lang, context } = call
  return (
    <details>
      <summary aria-label={fill(WORDS.what[lang], { code }, lang)}>{WORDS.change[lang]}</summary>
      <form method="post" action={context.req.path} class="change">
        <input type="hidden" name="agency" value={code} />
        <ChangeFields call={call} year={year} kinds={kinds} id={code} month={month} />
      </form>
    </details>
  )
}

interface FieldsProps {
  call: AuthorityPageCall
  year: number
  kinds: FormProps['kinds']
  /** Tells the fields of one form from those of others on the page. */
  id: string
  month?: string | undefined
}

function ChangeFields({ call: { lang, csrf }, year, kinds, id: own, month }: FieldsProps) {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const id = (part: string) => `${part}-${own}`
  return (
    <>
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <div class="field">
        <label for={id('change')}>{WORDS.change[lang]}</label>
        <select id={id('change')} name="change">
          {kinds.map((kind) => (
            <option value={kind}>{WORDS[kind][lang]}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={id('month')}>{WORDS.newMonth[lang]}</label>
        <select id={id('month')} name="month">
          {months.map((one) => (
            <option value={one} selected={one === month}>
              {one.split('-').reverse().join('/')}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={id('reason')}>{WORDS.reason[lang]}</label>
        <input id={id('reason')} name="reason" required maxlength={500} />
      </div>
      <div class="field">
        <label for={id('by')}>{WORDS.by[lang]}</label>
        <input id={id('by')} name="by" required maxlength={120} autocomplete="name" />
      </div>
      <p class="ways">
        <button type="submit">{WORDS.save[lang]}</button>
      </p>
    </>
  )
}

/** Asks what is to be done with several agencies of the plan at once. */
export async function chosenForm(call: AuthorityPageCall): Promise<Response> {
  const { context, lang } = call
  const { plan, agencies, year } = await documentOf(call)
  const asked = new Set(context.req.queries('code') ?? [])
  const planned = new Set([...plan.onSite, ...plan.dossier].map(({ code }) => code))
  const chosen = agencies.filter(({ code }) => asked.has(code) && planned.has(code)).slice(0, MOST_CHOSEN)
  const lost = asked.size - chosen.length
  return show(
    call,
    {
      title: fill(WORDS.chosen[lang], { n: chosen.length }, lang),
      above: <a href={yearPath(year)}>{DESK_WORDS.agencies[lang]}</a>,
    },
    <>
      {lost > 0 && <p class="note wait">{fill(WORDS.notPlanned[lang], { n: lost }, lang)}</p>}
      {chosen.length === 0 ? (
        <p>{WORDS.noneChosen[lang]}</p>
      ) : (
        <>
          <ul>
            {chosen.map(({ code, name }) => (
              <li>
                {name} <span class="muted">{code}</span>
              </li>
            ))}
          </ul>
          <form method="post" action={planPath(year)}>
            <input type="hidden" name="agency" value={chosen.map(({ code }) => code).join(' ')} />
            <ChangeFields call={call} year={year} kinds={['add', 'drop', 'move', 'undo']} id="chosen" />
          </form>
        </>
      )}
    </>,
  )
}

/** Agencies changed at once. */
const MOST_CHOSEN = 200

const text = (longest: number) => z.string().trim().min(1).max(longest)
/** One code, or several with spaces between them. */
const common = { agency: z.string().min(1), reason: text(500), by: text(120) }
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** The form of a change as a browser sends it. */
const form = z.discriminatedUnion('change', [
  z.object({ change: z.literal('add'), ...common, month }),
  z.object({ change: z.literal('move'), ...common, month }),
  z.object({ change: z.literal('drop'), ...common }),
  z.object({ change: z.literal('undo'), ...common }),
])

/** Whether the same was written last of the agency. */
function isWritten(change: WrittenChange, before: readonly DatedChange[]): boolean {
  const last = before.findLast((one) => one.change.agency === change.agency)
  return last !== undefined && digest(last.change) === digest(change)
}

/**
 * Writes what a person decided of an agency, or of several, beside the plan, with their reason, and shows the plan again.
 * @throws Problem when a part is missing; nothing is written then
 */
export async function writeChange(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const document = await documentOf(call)
  const { plan, year } = document
  const parsed = form.safeParse(await readForm(context))
  const codes = [...new Set(parsed.data?.agency.split(' '))].slice(0, MOST_CHOSEN)
  const planned = new Set([...plan.onSite, ...plan.dossier].map(({ code }) => code))
  const path = planPath(year)
  if (!parsed.success || codes.length === 0 || !codes.every((code) => planned.has(code)))
    throw new Problem({ status: 422, title: WORDS.bad }, WORDS.badText, { ways: [{ href: path, label: WORDS.back }] })
  if (await isPlanFull(province, year, tools.desk))
    throw new Problem({ status: 422, title: WORDS.bad }, WORDS.full, { ways: [{ href: path, label: WORDS.back }] })
  const on = tools.clock().toISOString()
  const before = await writtenBeside(call, document)
  for (const agency of codes) {
    const change: WrittenChange = { ...parsed.data, agency }
    // Sent twice, by a double click or by going back, it is written once.
    if (isWritten(change, before)) continue
    await writePlanChange({ province, year }, { on, change }, tools.random(), tools.desk)
  }
  context.set('audited', { agency: codes.join(' '), change: parsed.data.change })
  return context.redirect(`${path}#written`, 303)
}
