import type { Visit } from '../../province/prescreen.ts'
import { html } from '../markup.ts'
import { type Cell, headingRow, type Table } from '../office.ts'
import { fill } from '../renderer.ts'
import type { DeskContext } from './context.ts'
import { deskWorkbook } from './context.ts'
import { deskPage, tableSection } from './page.ts'
import { REASON_WORDS } from './prescreen-words.ts'
import { COLUMN_WORDS, PAGE_WORDS, TABLE_WORDS } from './words.ts'

/** The inspection plan as a workbook (XLSX). */
export function planWorkbook(context: DeskContext): Promise<Uint8Array> {
  return deskWorkbook([planTable(context), reasonsTable(context)], context)
}

/** The inspection plan as a page. */
export function planPage(context: DeskContext): string {
  const { prescreen, lang } = context
  const { onSite, dossier } = prescreen.plan
  const title = fill(TABLE_WORDS.planTitle[lang], { year: prescreen.year }, lang)
  const table = { ...planTable(context), title: TABLE_WORDS.plan[lang] }
  return deskPage(
    title,
    [
      [PAGE_WORDS.onSite[lang], onSite.length],
      [PAGE_WORDS.byDossier[lang], dossier.length],
    ],
    context,
    html`${tableSection(table, lang)}${tableSection(reasonsTable(context), lang)}`,
  )
}

/**
 * The inspection plan with the five fields of T Điều 34 (agency, inspecting and coordinating unit, expected time, form,
 * cost) and the reasons of each pick; visits on site first. The cost is for a person to fill.
 */
export function planTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const { onSite, dossier, quota, seed } = prescreen.plan
  const row = rowWriter(context)
  const text = (label: string, width: number) => ({ label, kind: 'text' as const, width })
  const notes = [
    TABLE_WORDS.planNote[lang],
    fill(TABLE_WORDS.quotaNote[lang], { onSite: onSite.length, ...quota }, lang),
    fill(TABLE_WORDS.seedNote[lang], { seed: String(seed) }, lang),
  ]
  const first = headingRow({ notes }) + 1
  const cost = {
    formula: `SUM(F${first}:F${Math.max(first, first + onSite.length + dossier.length - 1)})`,
    value: null,
  }
  return {
    id: 'plan',
    sheet: TABLE_WORDS.plan[lang],
    title: fill(TABLE_WORDS.planTitle[lang], { year: prescreen.year }, lang),
    notes,
    columns: [
      { label: COLUMN_WORDS.number[lang], kind: 'count', width: 5 },
      text(COLUMN_WORDS.inspected[lang], 36),
      { ...text(COLUMN_WORDS.inspectors[lang], 34), ...(!context.authority.inspectingUnit && { toFill: true }) },
      text(COLUMN_WORDS.time[lang], 13),
      text(COLUMN_WORDS.form[lang], 17),
      { label: COLUMN_WORDS.cost[lang], kind: 'money', width: 16, toFill: true },
      text(COLUMN_WORDS.reasons[lang], 44),
    ],
    rows: [
      ...onSite.map((visit, at) => row(visit, at + 1, 'onSite')),
      ...dossier.map((visit, at) => row(visit, onSite.length + at + 1, 'dossier')),
    ],
    total: [null, TABLE_WORDS.sum[lang], null, null, null, cost, null],
  }
}

function rowWriter({ prescreen, authority, lang, personReasons }: DeskContext) {
  const names = new Map(prescreen.agencies.map(({ code, name }) => [code, name]))
  const units = [authority.inspectingUnit ?? '', ...(authority.coordinatingUnits ?? [])].filter((one) => one !== '')
  return ({ code, month, reasons }: Visit, at: number, form: 'onSite' | 'dossier'): Cell[] => {
    const written = personReasons?.get(code)
    const told = reasons.map((reason) =>
      reason === 'person' && written ? `${REASON_WORDS.person[lang]}: ${written}` : REASON_WORDS[reason][lang],
    )
    const why = told.length === 0 ? [TABLE_WORDS.byDossierOnly[lang]] : told
    return [
      at,
      `${names.get(code) ?? ''} (${code})`,
      units.length === 0 ? null : units.join('; '),
      month === undefined ? TABLE_WORDS.noMonth[lang] : monthText(month, lang),
      TABLE_WORDS[form][lang],
      null,
      why.join('\n'),
    ]
  }
}

/** How many visits each reason leads to. */
export function reasonsTable({ prescreen, lang }: DeskContext): Table {
  const { onSite } = prescreen.plan
  const counted = (Object.keys(REASON_WORDS) as (keyof typeof REASON_WORDS)[]).map((reason): [string, number] => [
    REASON_WORDS[reason][lang],
    onSite.filter(({ reasons }) => reasons.includes(reason)).length,
  ])
  return {
    id: 'reasons',
    sheet: TABLE_WORDS.reasons[lang],
    title: TABLE_WORDS.reasonsTitle[lang],
    notes: [TABLE_WORDS.reasonsNote[lang]],
    columns: [
      { label: COLUMN_WORDS.reasons[lang], kind: 'text', width: 60 },
      { label: COLUMN_WORDS.visits[lang], kind: 'count', width: 20 },
    ],
    rows: counted,
  }
}

/** `Tháng 8/2026`; months 1 and 2 with a leading zero, as Nghị định 30/2020/NĐ-CP writes them. */
function monthText(month: string, lang: DeskContext['lang']): string {
  const [year, number = ''] = month.split('-')
  const shown = lang === 'vi' && Number(number) < 3 ? number : String(Number(number))
  return lang === 'vi' ? `Tháng ${shown}/${year}` : `${shown}/${year}`
}
