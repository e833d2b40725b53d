import type { Child } from 'hono/jsx'
import { toDay } from '../../core/days.ts'
import type { Language } from '../../core/errors.ts'
import { visitPath, yearPath } from '../../core/paths.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { isCounted } from '../../province/targets.ts'
import { correctionDue } from '../../province/visit-points.ts'
import type { Cell } from '../../render/office.ts'
import { exactShare } from '../../render/province/context.ts'
import { VISIT_WORDS as WORDS } from '../../render/province/visit-words.ts'
import { tasksTable } from '../../render/province/yearly-blocks.ts'
import { fill } from '../../render/renderer.ts'
import { showNumber } from '../../render/values.ts'
import type { DayOffRegisters } from '../../rules/facts/days-off.ts'
import { readShown } from '../../service/published.ts'
import { type VisitVersion, visitsOf } from '../../service/visits.ts'
import { listed, show } from '../layout.tsx'
import type { AuthorityPageCall } from '../route.ts'
import { daysOffOf, todayOf } from './visit-sheet.ts'
import { DESK_WORDS } from './words.ts'
import { documentOf, standingDocument } from './year.ts'

/** The visits of a year: planned, being written, signed, left, and what is overdue of corrections. */
export async function visitsPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, tools } = call
  const document = await standingDocument(call, await documentOf(call))
  const { year, plan } = document
  const begun = await visitsOf(
    plan.onSite.map(({ code }) => code),
    year,
    tools.authorityFiles.bundles,
  )
  const signed = [...begun.values()].filter((one) => one.signed !== undefined).length
  const counts = {
    planned: plan.onSite.length,
    signed,
    begun: begun.size - signed,
    left: plan.onSite.length - begun.size,
  }
  const rows = await visitRows(call, document, begun)
  const previous = (
    await readShown({ province: call.province, year: year - 1 }, tools.desk, tools.signer, tools.workers)
  )?.document
  return show(
    call,
    {
      title: fill(WORDS.list[lang], { year: String(year) }, lang),
      above: <a href={yearPath(year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{fill(WORDS.quotas[lang], counts, lang)}</p>
      {plan.onSite.length === 0 ? (
        <p>{WORDS.nobody[lang]}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              {[DESK_WORDS.name, WORDS.month, WORDS.state, WORDS.open].map((words) => (
                <th scope="col">{words[lang]}</th>
              ))}
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      )}
      <h2>{WORDS.duties[lang]}</h2>
      <p>{WORDS.dutiesLead[lang]}</p>
      <Duties call={call} document={document} begun={begun} />
      <Tasks call={call} document={document} />
      <Blocks call={call} document={document} previous={previous} />
    </>,
  )
}

function visitRows(
  call: AuthorityPageCall,
  { year, plan, agencies }: Prescreen,
  begun: ReadonlyMap<string, VisitVersion>,
): Promise<Child> {
  const { lang } = call
  const today = todayOf(call)
  const daysOff = daysOffOf(call)
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  return listed(plan.onSite, ({ code, month }) => (
    <tr>
      <th scope="row" data-label={DESK_WORDS.name[lang]}>
        {names.get(code) ?? code} <span class="muted">{code}</span>
      </th>
      <td data-label={WORDS.month[lang]}>{month?.split('-').reverse().join('/')}</td>
      <td data-label={WORDS.state[lang]}>{stateText(begun.get(code), { today, daysOff }, lang)}</td>
      <td data-label={WORDS.open[lang]}>
        <a href={visitPath(year, code)} aria-label={`${WORDS.open[lang]}: ${names.get(code) ?? code}`}>
          {WORDS.open[lang]}
        </a>
      </td>
    </tr>
  ))
}

/** Today, and by which days off a last day moves. */
interface By {
  today: string
  daysOff: DayOffRegisters
}

function stateText(visit: VisitVersion | undefined, by: By, lang: Language): string {
  if (visit === undefined) return WORDS['state.none'][lang]
  const { signed, sheet } = visit
  const items = Object.values(sheet.items)
  if (signed === undefined) {
    const done = items.filter(({ verdict }) => verdict !== undefined).length
    return fill(WORDS['state.begun'][lang], { done }, lang)
  }
  const due = correctionDue(signed.on, by.daysOff)
  const told = fill(WORDS['state.signed'][lang], { on: signed.on }, lang)
  return isLate(visit, by) ? `${told}. ${fill(WORDS['state.late'][lang], { on: due }, lang)}` : told
}

/** Whether something is to be corrected, and the report of it is overdue. */
function isLate({ signed, sheet, correction }: VisitVersion, { today, daysOff }: By): boolean {
  if (signed === undefined || correction !== undefined || correctionDue(signed.on, daysOff) >= today) return false
  return Object.values(sheet.items).some(({ verdict }) => verdict === 'notMet')
}

interface OfYearProps {
  call: AuthorityPageCall
  document: Prescreen
}

/** The authority's own duties of the year (T Điều 33–38, 42, Q Điều 12): when, on what ground, how far. */
function Duties({ call, document, begun }: OfYearProps & { begun: ReadonlyMap<string, VisitVersion> }) {
  const { lang, tools } = call
  const { year, agencies, plan } = document
  const today = todayOf(call)
  const obliged = agencies.filter((one) => one.change !== 'left' && isCounted(one))
  const counted = new Set(obliged.map(({ code }) => code))
  const signed = [...begun].filter(([code, one]) => counted.has(code) && one.signed !== undefined).length
  const late = [...begun.values()].filter((one) => isLate(one, { today, daysOff: daysOffOf(call) })).length
  const sent = obliged.filter(({ bundle }) => bundle !== null).length
  const { planDecision } = tools.authority ?? {}
  const rows: [when: string, what: keyof typeof WORDS, how: string][] = [
    [WORDS.firstMonths[lang], 'duty.plan', planDecision ?? WORDS['duty.planUnknown'][lang]],
    [`${year}`, 'duty.dossier', fill(WORDS['duty.sent'][lang], { sent, total: obliged.length }, lang)],
    [
      `${year}`,
      'duty.onSite',
      fill(
        WORDS['duty.third'][lang],
        {
          required: plan.quota.required,
          picked: plan.quota.picked,
          signed,
          left: Math.max(0, plan.quota.required - signed),
        },
        lang,
      ),
    ],
    [WORDS.twoMonths[lang], 'duty.correction', fill(WORDS['duty.late'][lang], { late }, lang)],
    [`11/${year}`, 'duty.summary', dueText(`${year}-11-30`, today, lang)],
    [`12/${year}`, 'duty.report', dueText(`${year}-12-31`, today, lang)],
  ]
  return (
    <table class="stack">
      <thead>
        <tr>
          {[WORDS.when, WORDS.duty, WORDS.howFar].map((words) => (
            <th scope="col">{words[lang]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([when, what, how]) => (
          <tr>
            <td data-label={WORDS.when[lang]}>{when}</td>
            <th scope="row" data-label={WORDS.duty[lang]}>
              {WORDS[what][lang]}
            </th>
            <td data-label={WORDS.howFar[lang]}>{how}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function dueText(day: string, today: string, lang: Language): string {
  const days = toDay(day) - toDay(today)
  return days < 0 ? fill(WORDS.past[lang], { day }, lang) : fill(WORDS.daysLeft[lang], { day, days }, lang)
}

/** The year's tasks that the programme sets, beside what the authority says was done of each. */
function Tasks({ call, document }: OfYearProps) {
  const { lang, tools } = call
  const { source } = tools.judge.ruleSet
  const table = tasksTable({ prescreen: document, ruleSet: source, authority: tools.authority ?? {}, lang })
  if (table.rows.length === 0) return null
  return (
    <>
      <h2>{table.title}</h2>
      <table class="stack">
        <thead>
          <tr>
            {table.columns.map(({ label }) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((cell, at) => (
                <td data-label={table.columns[at]?.label}>{cellText(cell, lang)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function cellText(cell: Cell, lang: Language): string {
  const value = typeof cell === 'object' ? (cell?.value ?? null) : cell
  return value === null ? '' : typeof value === 'number' ? showNumber(value, lang) : value
}

/** Declared and met by block, this year and the year before. */
function Blocks({ call, document, previous }: OfYearProps & { previous: Prescreen | undefined }) {
  const { lang, tools } = call
  const before = new Map((previous?.blocks ?? []).map((one) => [one.block, one]))
  const label = (id: string) => tools.judge.ruleSet.source.blocks.find((one) => one.id === id)?.label[lang] ?? id
  const share = (of: number, over: number) => (over === 0 ? '' : ` (${exactShare(of / over, lang)})`)
  const figures = (one: Prescreen['blocks'][number] | undefined, of: 'declared' | 'met') => {
    if (one === undefined) return WORDS.noYear[lang]
    const count = of === 'declared' ? one.declared : one.statuses.met
    return `${count}/${one.total}${share(count, one.total)}`
  }
  const heads = [
    DESK_WORDS.block[lang],
    `${WORDS.declared[lang]} ${document.year - 1}`,
    `${WORDS.declared[lang]} ${document.year}`,
    `${WORDS.met[lang]} ${document.year - 1}`,
    `${WORDS.met[lang]} ${document.year}`,
  ]
  return (
    <>
      <h2>{WORDS.blocks[lang]}</h2>
      <table class="stack">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {document.blocks.map((one) => (
            <tr>
              <th scope="row" data-label={heads[0]}>
                {label(one.block)}
              </th>
              <td data-label={heads[1]}>{figures(before.get(one.block), 'declared')}</td>
              <td data-label={heads[2]}>{figures(one, 'declared')}</td>
              <td data-label={heads[3]}>{figures(before.get(one.block), 'met')}</td>
              <td data-label={heads[4]}>{figures(one, 'met')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
