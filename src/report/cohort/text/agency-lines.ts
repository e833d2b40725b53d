import type { Language } from '../../../base/localized.ts'
import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'
import { showDate, showNumber } from '../../values.ts'
import { STATUS_WORDS } from '../../words/verdict.ts'
import { CHANGE_WORDS } from '../words/ids.ts'
import type { TextContext } from './prescreen-text.ts'
import { HEAD_WORDS } from './words.ts'

/** A table of the agencies: code, score, how long it stays so, change, status and name. */
export function agencyRows({ agencies }: Prescreen, lang: Language): string[][] {
  return agencies
    .filter(({ change }) => change !== 'left')
    .map((one) => [
      one.code,
      score(one, lang),
      validUntil(one, lang),
      changed(one, lang),
      `${status(one, lang)} · ${one.name}`,
    ])
}

function score({ score: range }: PrescreenAgency, lang: Language): string {
  if (range === null) return '–'
  const [low, high] = [showNumber(range.low, lang), showNumber(range.high, lang)]
  return low === high ? low : `${low}–${high}`
}

function validUntil({ validUntil: day }: PrescreenAgency, lang: Language): string {
  return day === null ? '' : showDate(day, lang)
}

function changed({ change }: PrescreenAgency, lang: Language): string {
  return change === null ? '' : CHANGE_WORDS[change][lang]
}

function status({ status: id }: PrescreenAgency, lang: Language): string {
  return id === null ? HEAD_WORDS.noBundle[lang] : STATUS_WORDS[id].label[lang]
}

/** Who joined, left, got better or worse, and by which rules: `+` is mended since last year, `-` is new this year. */
export function changeLines(
  { agencies }: Prescreen,
  { previous, lang }: TextContext,
  title: (rule: string) => string,
): string[] {
  if (previous === undefined) return []
  const before = new Map(previous.agencies.map((one) => [one.code, one]))
  return agencies.flatMap((one) => {
    if (one.change === null || one.change === 'same') return []
    const line = `${one.code} ${one.name}: ${CHANGE_WORDS[one.change][lang]}`
    return [line, ...(one.change === 'left' ? [] : ruleLines(one, before.get(one.code), title))]
  })
}

function ruleLines(
  now: PrescreenAgency,
  before: PrescreenAgency | undefined,
  title: (rule: string) => string,
): string[] {
  if (before === undefined || now.status === null) return []
  const [open, wasOpen] = [now, before].map(({ blocking, missing }) => new Set([...blocking, ...missing]))
  const mended = [...(wasOpen ?? [])].filter((rule) => !open?.has(rule)).map((rule) => `+ ${title(rule)}`)
  const fresh = [...(open ?? [])].filter((rule) => !wasOpen?.has(rule)).map((rule) => `- ${title(rule)}`)
  return [...mended, ...fresh]
}
