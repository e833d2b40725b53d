import type { PrescreenAgency, Reason } from '../../province/prescreen.ts'
import type { Cell, Column, Table } from '../office.ts'
import { Renderer } from '../renderer.ts'
import { showDate } from '../values.ts'
import { DUTY_WORDS, STATUS_WORDS } from '../words.ts'
import { agenciesListed, type DeskContext, deskWorkbook, gradesInUse, roundedShare } from './context.ts'
import { CHANGE_WORDS, PRESCREEN_WORDS, PROBLEM_WORDS, REASON_WORDS, resultLabel } from './prescreen-words.ts'
import { BLOCK_WORDS, COLUMN_WORDS, TABLE_WORDS } from './words.ts'
import { allBlocks } from './yearly-blocks.ts'

/** Agencies chosen at the desk, in their order: with what the yearly report tells of each, and what the plan has of it. */
export function chosenAgenciesTable(context: DeskContext): Table {
  const { prescreen, lang, personReasons } = context
  const { agencies, plan, asOf } = prescreen
  const table = agenciesTable(context, agencies)
  const visits = new Map(
    (['dossier', 'onSite'] as const).flatMap((form) =>
      plan[form].map((visit) => [visit.code, { ...visit, form }] as const),
    ),
  )
  const reasonText = (code: string, reason: Reason) =>
    (reason === 'person' && personReasons?.get(code)) || REASON_WORDS[reason][lang]
  const more = ({ code, confirmed }: PrescreenAgency): Cell[] => {
    const visit = visits.get(code)
    return [
      confirmed ?? null,
      visit === undefined ? null : PRESCREEN_WORDS[visit.form][lang],
      visit?.month?.split('-').reverse().join('/') ?? null,
      visit?.reasons.map((reason) => reasonText(code, reason)).join('\n') ?? null,
    ]
  }
  return {
    ...table,
    notes: [`${PRESCREEN_WORDS.asOf[lang]}: ${showDate(asOf, lang)}`],
    columns: [
      ...table.columns,
      { label: COLUMN_WORDS.confirmed[lang], kind: 'points', width: 10 },
      { label: COLUMN_WORDS.form[lang], kind: 'text', width: 18 },
      { label: COLUMN_WORDS.month[lang], kind: 'text', width: 9 },
      { label: COLUMN_WORDS.reasons[lang], kind: 'text', width: 40 },
    ],
    rows: table.rows.map((row, at) => [...row, ...(agencies[at] ? more(agencies[at]) : [])]),
  }
}

/** The agencies chosen at the desk as a workbook (XLSX). */
export function agenciesWorkbook(context: DeskContext): Promise<Uint8Array> {
  return deskWorkbook([chosenAgenciesTable(context)], context)
}

/** Every agency of the list with its result, or those that were chosen. */
export function agenciesTable(
  context: DeskContext,
  agencies: readonly PrescreenAgency[] = agenciesListed(context.prescreen),
): Table {
  const { ruleSet, lang } = context
  const renderer = new Renderer(ruleSet, lang)
  const grades = gradesInUse(context)
  const row = (agency: PrescreenAgency, at: number): Cell[] => [
    at + 1,
    agency.code,
    agency.name,
    BLOCK_WORDS[agency.block][lang],
    standing(agency, context),
    grades.find(({ id }) => id === agency.grade)?.label[lang] ?? null,
    agency.score?.low ?? null,
    agency.score?.high ?? null,
    agency.backed,
    agency.blocking.map((rule) => renderer.title(rule)).join('\n'),
    agency.bundle === null ? null : agency.missing.length,
    agency.validUntil === null ? null : showDate(agency.validUntil, lang),
    agency.change === null ? null : CHANGE_WORDS[agency.change][lang],
  ]
  return {
    id: 'agencies',
    sheet: TABLE_WORDS.agencies[lang],
    title: TABLE_WORDS.agenciesTitle[lang],
    notes: [],
    columns: [
      number(context),
      { label: COLUMN_WORDS.code[lang], kind: 'text', width: 13 },
      { label: COLUMN_WORDS.agency[lang], kind: 'text', width: 36 },
      { label: COLUMN_WORDS.block[lang], kind: 'text', width: 16 },
      { label: COLUMN_WORDS.status[lang], kind: 'text', width: 16 },
      { label: COLUMN_WORDS.grade[lang], kind: 'text', width: 10 },
      { label: COLUMN_WORDS.low[lang], kind: 'points', width: 8 },
      { label: COLUMN_WORDS.high[lang], kind: 'points', width: 9 },
      { label: COLUMN_WORDS.backed[lang], kind: 'points', width: 10 },
      { label: COLUMN_WORDS.blocking[lang], kind: 'text', width: 36 },
      { label: COLUMN_WORDS.missing[lang], kind: 'count', width: 10 },
      { label: COLUMN_WORDS.validUntil[lang], kind: 'text', width: 11 },
      { label: COLUMN_WORDS.change[lang], kind: 'text', width: 11 },
    ],
    rows: agencies.map(row),
  }
}

/** Agencies that stand in one of the two years' lists only. */
export function membersTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const changed = prescreen.agencies.filter(({ change }) => change === 'new' || change === 'left')
  return {
    id: 'members',
    sheet: TABLE_WORDS.members[lang],
    title: TABLE_WORDS.membersTitle[lang],
    notes: [TABLE_WORDS.membersNote[lang]],
    columns: [
      number(context),
      { label: COLUMN_WORDS.code[lang], kind: 'text', width: 12 },
      { label: COLUMN_WORDS.agency[lang], kind: 'text', width: 50 },
      { label: COLUMN_WORDS.block[lang], kind: 'text', width: 20 },
      { label: COLUMN_WORDS.change[lang], kind: 'text', width: 24 },
    ],
    rows: changed.map(({ code, name, block, change }, at) => [
      at + 1,
      code,
      name,
      BLOCK_WORDS[block][lang],
      change === null ? null : CHANGE_WORDS[change][lang],
    ]),
    empty: TABLE_WORDS.noMembers[lang],
  }
}

/** The column of running numbers. */
function number({ lang }: DeskContext): Column {
  return { label: COLUMN_WORDS.number[lang], kind: 'count', width: 5 }
}

function standing({ status, duty, notJudged }: PrescreenAgency, { lang }: DeskContext): string {
  if (notJudged !== undefined) return resultLabel('notJudged', lang)
  if (status !== null) return STATUS_WORDS[status].label[lang]
  return duty === 'ended' ? DUTY_WORDS.ended[lang] : TABLE_WORDS.noDossier[lang]
}

/** How often a point does not meet a requirement, lacks papers, or is recommended: three kinds that no figure mixes. */
interface Shortfall {
  rule: string
  notMet: number
  papers: number
  advised: number
}

/** The shortfalls of a pre-screening by kind, in its order. */
export function shortfallsByKind({ agencies, shortfalls }: DeskContext['prescreen']): Shortfall[] {
  const counted = agencies.filter(({ duty, change }) => duty !== 'ended' && change !== 'left')
  return shortfalls.map(({ rule, agencies: all, advised = 0 }) => {
    const papers = counted.filter(({ missing }) => missing.includes(rule)).length
    return { rule, notMet: Math.max(0, all - papers - advised), papers, advised }
  })
}

/** Points by kind: not meeting a requirement, papers to be added, recommended. */
export function shortfallsTable(context: DeskContext): Table {
  const { prescreen, ruleSet, lang } = context
  const renderer = new Renderer(ruleSet, lang)
  const { submitted } = allBlocks(prescreen.blocks)
  return {
    id: 'shortfalls',
    sheet: TABLE_WORDS.shortfalls[lang],
    title: TABLE_WORDS.shortfallsTitle[lang],
    notes: [TABLE_WORDS.shortfallsNote[lang]],
    columns: [
      number(context),
      { label: COLUMN_WORDS.point[lang], kind: 'text', width: 70 },
      { label: COLUMN_WORDS.notMet[lang], kind: 'count', width: 14 },
      { label: COLUMN_WORDS.papers[lang], kind: 'count', width: 14 },
      { label: COLUMN_WORDS.advised[lang], kind: 'count', width: 12 },
      { label: COLUMN_WORDS.ofSubmitted[lang], kind: 'share', width: 16 },
      { label: COLUMN_WORDS.rounded[lang], kind: 'rounded', width: 10 },
    ],
    rows: shortfallsByKind(prescreen).map(({ rule, notMet, papers, advised }, at) => {
      const share = submitted === 0 ? 0 : notMet / submitted
      return [at + 1, renderer.title(rule), notMet, papers, advised, share, roundedShare(share)]
    }),
    empty: TABLE_WORDS.noShortfalls[lang],
  }
}

/** What agencies report of difficulties and propose, each in its own words: nothing of it is judged. */
export function difficultiesTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const told = agenciesListed(prescreen).flatMap(({ difficulties, ...agency }) =>
    difficulties === undefined ? [] : [{ ...agency, difficulties }],
  )
  return {
    id: 'difficulties',
    sheet: TABLE_WORDS.difficulties[lang],
    title: TABLE_WORDS.difficultiesTitle[lang],
    notes: [TABLE_WORDS.difficultiesNote[lang]],
    columns: [
      number(context),
      { label: COLUMN_WORDS.agency[lang], kind: 'text', width: 36 },
      { label: COLUMN_WORDS.block[lang], kind: 'text', width: 20 },
      { label: COLUMN_WORDS.difficulties[lang], kind: 'text', width: 90 },
    ],
    rows: told.map(({ name, block, difficulties }, at) => [at + 1, name, BLOCK_WORDS[block][lang], difficulties]),
    empty: TABLE_WORDS.noDifficulties[lang],
  }
}

/** Bundles that are not in order, look-alikes among them: for the authority, never for an agency. */
export function problemsTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const names = new Map(prescreen.agencies.map(({ code, name }) => [code, name]))
  const agency = (code: string) => (names.has(code) ? `${names.get(code)} (${code})` : code)
  return {
    id: 'problems',
    sheet: TABLE_WORDS.problems[lang],
    title: TABLE_WORDS.problemsTitle[lang],
    notes: [],
    columns: [
      number(context),
      { label: COLUMN_WORDS.problem[lang], kind: 'text', width: 36 },
      { label: COLUMN_WORDS.codes[lang], kind: 'text', width: 48 },
      { label: COLUMN_WORDS.file[lang], kind: 'text', width: 30 },
      { label: COLUMN_WORDS.todo[lang], kind: 'text', width: 44 },
    ],
    rows: prescreen.problems.map(({ kind, codes, file }, at) => [
      at + 1,
      PROBLEM_WORDS[kind].label[lang],
      codes.map(agency).join('\n'),
      file ?? null,
      PROBLEM_WORDS[kind].todo[lang],
    ]),
    empty: TABLE_WORDS.noProblems[lang],
  }
}
