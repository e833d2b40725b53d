import type { TargetResult } from '../../../cohort/prescreen.ts'
import type { Target } from '../../../rules/registers.ts'
import { fill } from '../../render.ts'
import { showNumber } from '../../values.ts'
import type { DeskContext } from '../desk-context.ts'
import { exactShare, roundedShareText } from '../shares.ts'
import type { Cell, Table } from '../table/table.ts'
import { COLUMN_WORDS, TABLE_WORDS } from '../words/tables.ts'
import { allBlocks } from './block-tables.ts'

/** The one third of the law, then the targets of the programme: required, exact, rounded, reached or not. */
export function targetsTable(context: DeskContext): Table {
  const { prescreen, lang } = context
  const text = (label: string, width: number) => ({ label, kind: 'text' as const, width })
  return {
    id: 'targets',
    sheet: TABLE_WORDS.targets[lang],
    title: TABLE_WORDS.targetsTitle[lang],
    notes: [TABLE_WORDS.targetsNote[lang]],
    columns: [
      text(COLUMN_WORDS.target[lang], 56),
      text(COLUMN_WORDS.required[lang], 14),
      text(COLUMN_WORDS.counted[lang], 20),
      text(COLUMN_WORDS.exact[lang], 12),
      text(COLUMN_WORDS.rounded[lang], 10),
      text(COLUMN_WORDS.met[lang], 12),
    ],
    rows: [thirdRow(context), ...prescreen.targets.map((target) => targetRow(target, context))],
  }
}

function thirdRow({ prescreen, lang }: DeskContext): Cell[] {
  const { obliged, required, picked } = prescreen.plan.quota
  return [
    TABLE_WORDS.third[lang],
    fill(TABLE_WORDS.atLeast[lang], { required }, lang),
    fill(TABLE_WORDS.ofObliged[lang], { picked, obliged }, lang),
    showNumber(picked, lang),
    null,
    reached(picked >= required, lang),
  ]
}

function targetRow(target: TargetResult, context: DeskContext): Cell[] {
  const { lang } = context
  const { label, value, required, strict, met } = target
  const stated = statedTarget(target, context)
  const isShare = stated?.measure.endsWith('Share') === true
  const shown = isShare ? `${showNumber(Math.round(required * 10_000) / 100, lang)}%` : showNumber(required, lang)
  return [
    label[lang],
    fill((strict ? TABLE_WORDS.moreThan : TABLE_WORDS.atLeast)[lang], { required: shown }, lang),
    stated?.measure === 'declaredShare' ? counted(stated, context) : null,
    isShare ? exactShare(value, lang, required) : showNumber(value, lang),
    isShare ? roundedShareText(value) : null,
    reached(met, lang),
  ]
}

/** What the figure of a result is counted by stands in the profile alone. */
function statedTarget({ id }: TargetResult, { prescreen, ruleSet }: DeskContext): Target | undefined {
  const profile = ruleSet.profiles.find((one) => one.id === prescreen.profile.id)
  return profile?.targets?.find((one) => one.id === id)
}

/** `307/322`. */
function counted({ blocks }: Target, { prescreen, lang }: DeskContext): string {
  const own = prescreen.blocks.filter(({ block }) => blocks === undefined || blocks.includes(block))
  const { declared, total } = allBlocks(own)
  return fill(TABLE_WORDS.of[lang], { part: declared, whole: total }, lang)
}

const reached = (met: boolean, lang: DeskContext['lang']) => (met ? TABLE_WORDS.reached : TABLE_WORDS.notReached)[lang]
