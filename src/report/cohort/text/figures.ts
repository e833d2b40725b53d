import type { Language } from '../../../base/localized.ts'
import { type BlockTotals, type Prescreen, STATUSES } from '../../../cohort/prescreen.ts'
import { showNumber } from '../../values.ts'
import { STATUS_WORDS } from '../../words/verdict.ts'
import { exactShare } from '../shares.ts'
import type { TextContext } from './prescreen-text.ts'
import { HEAD_WORDS } from './words.ts'

/** A table of the blocks, with their sum where there are several. */
export function blockRows({ blocks }: Prescreen, { ruleSet, lang }: TextContext): string[][] {
  const word = (id: keyof typeof HEAD_WORDS) => HEAD_WORDS[id][lang]
  const label = (id: string) => ruleSet.source.blocks.find((one) => one.id === id)?.label[lang] ?? id
  const row = (name: string, of: readonly BlockTotals[]) => {
    const sum = (figure: (one: BlockTotals) => number) => of.reduce((total, one) => total + figure(one), 0)
    const [total, declared] = [sum((one) => one.total), sum((one) => one.declared)]
    const figures = [total, sum((one) => one.submitted), declared, sum((one) => one.declaredAgain)]
    return [
      ...figures.map((one) => showNumber(one, lang)),
      exactShare(declared / total, lang),
      [name, statuses(of, lang)].filter(Boolean).join(': '),
    ]
  }
  const heads = [word('total'), word('submitted'), word('declared'), word('again'), word('share'), word('block')]
  const rows = blocks.map((one) => row(label(one.block), [one]))
  return [heads, ...rows, ...(blocks.length > 1 ? [row(word('all'), blocks)] : [])]
}

function statuses(blocks: readonly BlockTotals[], lang: Language): string {
  return STATUSES.map((id) => ({ id, count: blocks.reduce((total, one) => total + one.statuses[id], 0) }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `${showNumber(count, lang)} ${STATUS_WORDS[id].label[lang].toLocaleLowerCase('vi')}`)
    .join(', ')
}

/** Each target: what is asked for, how far it is, whether that is enough. */
export function targetLines({ targets }: Prescreen, lang: Language): string[] {
  return targets.map(({ label, value, required, strict, met }) => {
    const share = required <= 1 && value <= 1
    const show = (figure: number) => (share ? exactShare(figure, lang, required) : showNumber(figure, lang))
    const verdict = met ? HEAD_WORDS.reached[lang] : HEAD_WORDS.open[lang]
    return `${label[lang]}: ${show(value)} (${strict ? '>' : '≥'} ${show(required)}): ${verdict}`
  })
}
