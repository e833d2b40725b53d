import type { PrescreenAgency } from '../../../cohort/prescreen.ts'
import { Renderer } from '../../render.ts'
import { showDate } from '../../values.ts'
import { DUTY_WORDS, STATUS_WORDS } from '../../words/verdict.ts'
import { agenciesListed, type DeskContext, gradesInUse } from '../desk-context.ts'
import type { Cell, Column, Table } from '../table/table.ts'
import { BLOCK_WORDS, CHANGE_WORDS } from '../words/ids.ts'
import { COLUMN_WORDS, TABLE_WORDS } from '../words/tables.ts'

/** Every agency of the list with its result. */
export function agenciesTable(context: DeskContext): Table {
  const { prescreen, ruleSet, lang } = context
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
    rows: agenciesListed(prescreen).map(row),
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
export function number({ lang }: DeskContext): Column {
  return { label: COLUMN_WORDS.number[lang], kind: 'count', width: 5 }
}

function standing({ status, duty }: PrescreenAgency, { lang }: DeskContext): string {
  if (status !== null) return STATUS_WORDS[status].label[lang]
  return duty === 'ended' ? DUTY_WORDS.ended[lang] : TABLE_WORDS.noDossier[lang]
}
