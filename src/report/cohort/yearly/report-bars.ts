import type { Markup } from '../../html/markup.ts'
import { fill, Renderer } from '../../render.ts'
import { showNumber } from '../../values.ts'
import { type DeskContext, gradesInUse } from '../desk-context.ts'
import { barChart } from '../page/bars.ts'
import { exactShare } from '../shares.ts'
import { BLOCK_WORDS } from '../words/ids.ts'
import { PAGE_WORDS } from '../words/pages.ts'
import { TABLE_WORDS } from '../words/tables.ts'
import { allBlocks, ungraded } from './block-tables.ts'

/** The rest stands in the table below the drawing. */
const SHORTFALLS_DRAWN = 12

/** Share declared by block. */
export function shareBars({ prescreen, lang }: DeskContext): Markup {
  return barChart(
    PAGE_WORDS.shareChart[lang],
    prescreen.blocks.map(({ block, share }) => ({
      label: BLOCK_WORDS[block][lang],
      length: share,
      figure: exactShare(share, lang),
    })),
  )
}

/** Agencies by grade, those without one last; bars are shares of the dossiers handed in. */
export function gradeBars(context: DeskContext): Markup | null {
  const { prescreen, lang } = context
  const all = allBlocks(prescreen.blocks)
  if (all.submitted === 0) return null
  const counts = [
    ...gradesInUse(context).map(({ id, label }) => ({ label: label[lang], count: all.grades[id] ?? 0 })),
    { label: TABLE_WORDS.ungraded[lang], count: ungraded(all) },
  ]
  return barChart(
    PAGE_WORDS.gradeChart[lang],
    counts.map(({ label, count }) => ({ label, length: count / all.submitted, figure: showNumber(count, lang) })),
  )
}

/** The most frequent shortfalls; bars are shares of the dossiers handed in. */
export function shortfallBars({ prescreen, ruleSet, lang }: DeskContext): Markup | null {
  const { submitted } = allBlocks(prescreen.blocks)
  const { shortfalls } = prescreen
  if (shortfalls.length === 0 || submitted === 0) return null
  const renderer = new Renderer(ruleSet, lang)
  const drawn = shortfalls.slice(0, SHORTFALLS_DRAWN)
  const cut = fill(PAGE_WORDS.shown[lang], { shown: drawn.length, total: shortfalls.length }, lang)
  return barChart(
    `${PAGE_WORDS.shortfallChart[lang]}${drawn.length < shortfalls.length ? ` (${cut})` : ''}`,
    drawn.map(({ rule, agencies }) => ({
      label: renderer.title(rule),
      length: Math.min(1, agencies / submitted),
      figure: showNumber(agencies, lang),
    })),
    'long',
  )
}
