import type { Child } from 'hono/jsx'
import type { Language, Localized } from '../../core/errors.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import { BLOCK_WORDS } from '../../render/province/words.ts'
import { fill } from '../../render/renderer.ts'
import type { AuthorityPageCall } from '../route.ts'
import { PICTURE_WORDS as WORDS } from './list-words.ts'
import { bandOf, EVERYTHING, EVIDENCE_BANDS, type Selection, withParts } from './selection.ts'

interface PictureProps {
  call: AuthorityPageCall
  /** With the plan as it stands. */
  document: Prescreen
  /** What the bars filter beside: what is shown below. */
  selection: Selection
  /** Codes of agencies whose minutes of this year are signed, as it stands now. */
  signed: ReadonlySet<string>
}

/** A bar that leads to the agencies it counts. */
interface Bar {
  label: string
  count: number
  /** What of it is drawn full. */
  part?: number
  /** Said instead of the count. */
  says?: string
  /** Narrows the list to what is counted. */
  parts: Partial<Selection>
}

/** The picture of a year: how far each block is, how well papers bear results out, what lapses when, visits by month. */
export function Picture({ call, document, selection, signed }: PictureProps) {
  const { lang } = call
  const agencies = document.agencies.filter(({ change }) => change !== 'left')
  const about = { call, selection }
  const visited = visitedIn(document.year, agencies, signed)
  return (
    <section class="picture" aria-labelledby="picture">
      <h2 id="picture">{WORDS.title[lang]}</h2>
      <div class="panels">
        <Panel {...about} title={WORDS.blocks} bars={blockBars(document, agencies, lang)}>
          {WORDS.blocksKey[lang]}
        </Panel>
        <Panel {...about} title={WORDS.evidence} bars={evidenceBars(agencies, lang)} />
        <Panel {...about} title={WORDS.lapses} bars={lapseBars(document, agencies, lang)}>
          {agencies.every(({ validUntil }) => validUntil === null) && WORDS.noLapses[lang]}
        </Panel>
        <Panel {...about} title={WORDS.visits} bars={visitBars(document, visited, lang)}>
          {visitsSaid(document, visited, lang)}
        </Panel>
      </div>
    </section>
  )
}

function blockBars({ blocks }: Prescreen, agencies: readonly PrescreenAgency[], lang: Language): Bar[] {
  const isKnown = agencies.some(({ declared }) => declared !== undefined)
  return blocks
    .filter(({ total }) => total > 0)
    .flatMap(({ block, total, declared, statuses }): Bar[] => {
      const label = BLOCK_WORDS[block][lang]
      const met = statuses.met ?? 0
      return [
        {
          label: `${label}: ${WORDS.declared[lang]}`,
          ...{ count: total, part: declared, says: `${declared}/${total}` },
          parts: { block, ...(isKnown && { declared: 'yes' }) },
        },
        {
          label: `${label}: ${WORDS.met[lang]}`,
          ...{ count: total, part: met, says: `${met}/${total}` },
          parts: { block, status: 'met' },
        },
      ]
    })
}

function evidenceBars(agencies: readonly PrescreenAgency[], lang: Language): Bar[] {
  return EVIDENCE_BANDS.map((band) => ({
    label: WORDS[`band-${band}`][lang],
    count: agencies.filter((agency) => bandOf(agency) === band).length,
    parts: { evidence: band },
  }))
}

/** Months that are told one by one; what lapses later needs nothing yet. */
const MONTHS_TOLD = 12

function lapseBars({ asOf }: Prescreen, agencies: readonly PrescreenAgency[], lang: Language): Bar[] {
  const counts = new Map<string, number>()
  for (const { validUntil } of agencies) {
    const month = validUntil?.slice(0, 7)
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const months = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  return months
    .filter(([month]) => month >= asOf.slice(0, 7))
    .slice(0, MONTHS_TOLD)
    .map(([month, count]) => ({ label: monthText(month, lang), count, parts: { until: month } }))
}

function visitBars({ plan }: Prescreen, visited: ReadonlySet<string>, lang: Language): Bar[] {
  const months = new Map<string, { planned: number; done: number }>()
  for (const { code, month = '' } of plan.onSite) {
    const { planned, done } = months.get(month) ?? { planned: 0, done: 0 }
    months.set(month, { planned: planned + 1, done: done + (visited.has(code) ? 1 : 0) })
  }
  return [...months]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, { planned, done }]) => ({
      label: month === '' ? WORDS.noMonth[lang] : monthText(month, lang),
      ...{ count: planned, part: done, says: `${done}/${planned}` },
      parts: { visit: 'onSite', month: month === '' ? 'none' : month },
    }))
}

/** Codes of agencies that were visited in a year: by signed minutes, and by what the version knows of records. */
function visitedIn(
  year: number,
  agencies: readonly PrescreenAgency[],
  signed: ReadonlySet<string>,
): ReadonlySet<string> {
  const known = agencies.flatMap(({ code, visitedOn }) => (visitedOn?.startsWith(`${year}-`) ? [code] : []))
  return new Set([...signed, ...known])
}

function visitsSaid({ plan }: Prescreen, visited: ReadonlySet<string>, lang: Language): string {
  const values = { done: plan.onSite.filter(({ code }) => visited.has(code)).length, planned: plan.onSite.length }
  return fill(WORDS.visitsSaid[lang], values, lang)
}

const monthText = (month: string, lang: Language) =>
  fill(WORDS.month[lang], { month: month.slice(5), year: month.slice(0, 4) }, lang)

interface PanelProps {
  call: AuthorityPageCall
  selection: Selection
  title: Localized
  bars: readonly Bar[]
  /** What the bars mean, or what is to be said of them. */
  children?: Child
}

/** One drawing of the picture: bars on one scale. The chosen one leads back to all. */
function Panel({ call: { lang, context }, selection, title, bars, children }: PanelProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <div class="panel">
      <h3>{title[lang]}</h3>
      {children && <p class="small muted">{children}</p>}
      <ul class="bars">
        {bars.map(({ label, count, part = count, says = String(count), parts }) => {
          const isChosen = Object.entries(parts).every(([name, value]) => selection[name as keyof Selection] === value)
          const to = isChosen ? without(selection, parts) : { ...selection, ...parts }
          return (
            <li>
              <a
                href={`${withParts(context.req.path, EVERYTHING, to)}#agencies`}
                aria-current={isChosen ? 'true' : undefined}
              >
                <span>{label}</span>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="all" width={round((100 * count) / most)} height="10" />
                  <rect class="part" width={round((100 * part) / most)} height="10" />
                </svg>
                <strong>{says}</strong>
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const without = (selection: Selection, parts: Partial<Selection>): Selection => ({
  ...selection,
  ...Object.fromEntries(Object.keys(parts).map((name) => [name, ''])),
})

const round = (width: number) => String(Math.round(width * 10) / 10)
