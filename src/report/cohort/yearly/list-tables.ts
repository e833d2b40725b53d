import { Renderer } from '../../render.ts'
import type { DeskContext } from '../desk-context.ts'
import { roundedShare } from '../shares.ts'
import type { Table } from '../table/table.ts'
import { PROBLEM_WORDS } from '../words/ids.ts'
import { COLUMN_WORDS, TABLE_WORDS } from '../words/tables.ts'
import { number } from './agency-tables.ts'
import { allBlocks } from './block-tables.ts'

/** Points most often not met or without evidence. */
export function shortfallsTable(context: DeskContext): Table {
  const { prescreen, ruleSet, lang } = context
  const renderer = new Renderer(ruleSet, lang)
  const { submitted } = allBlocks(prescreen.blocks)
  return {
    id: 'shortfalls',
    sheet: TABLE_WORDS.shortfalls[lang],
    title: TABLE_WORDS.shortfallsTitle[lang],
    notes: [],
    columns: [
      number(context),
      { label: COLUMN_WORDS.point[lang], kind: 'text', width: 70 },
      { label: COLUMN_WORDS.agencies[lang], kind: 'count', width: 12 },
      { label: COLUMN_WORDS.ofSubmitted[lang], kind: 'share', width: 16 },
      { label: COLUMN_WORDS.rounded[lang], kind: 'rounded', width: 10 },
    ],
    rows: prescreen.shortfalls.map(({ rule, agencies }, at) => {
      const share = submitted === 0 ? 0 : agencies / submitted
      return [at + 1, renderer.title(rule), agencies, share, roundedShare(share)]
    }),
    empty: TABLE_WORDS.noShortfalls[lang],
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
