import type { Language } from '../../../base/localized.ts'
import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'
import type { Outcome } from '../../../rules/outcome.ts'
import { showDate, showNumber } from '../../values.ts'
import { OUTCOME_WORDS } from '../../words/outcomes.ts'
import { STATUS_WORDS } from '../../words/verdict.ts'
import { CHANGE_WORDS } from '../words/ids.ts'
import type { TextContext } from './prescreen-text.ts'
import { HEAD_WORDS } from './words.ts'

/** A table of the agencies: code, score with the share that papers back, how long it stays so, change, status and name. */
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

function score({ score: range, backed }: PrescreenAgency, lang: Language): string {
  if (range === null) return '–'
  const [low, high] = [showNumber(range.low, lang), showNumber(range.high, lang)]
  const papers = backed === null ? '' : ` (${showNumber(backed, lang)}%)`
  return `${low === high ? low : `${low}–${high}`}${papers}`
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

/**
 * Who joined, left, got better or worse, and by which rules: with last year's verdicts every rule that came out otherwise;
 * else `+` is mended since last year, `-` is new this year, among blocking failures and missing evidence.
 */
export function changeLines(
  { agencies }: Prescreen,
  { previous, ruleChanges, lang }: TextContext,
  title: (rule: string) => string,
): string[] {
  if (previous === undefined) return []
  const before = new Map(previous.agencies.map((one) => [one.code, one]))
  return agencies.flatMap((one) => {
    const own = ruleChanges?.get(one.code)
    if (one.change === null || (one.change === 'same' && (own ?? []).length === 0)) return []
    const line = `${one.code} ${one.name}: ${CHANGE_WORDS[one.change][lang]}`
    if (one.change === 'left') return [line]
    const rules = own?.map(({ rule, from, to }) => `- ${title(rule)}: ${outcome(from, lang)} → ${outcome(to, lang)}`)
    return [line, ...(rules ?? ruleLines(one, before.get(one.code), title))]
  })
}

const outcome = (id: Outcome | null, lang: Language) =>
  id === null ? HEAD_WORDS.notEvaluated[lang] : OUTCOME_WORDS[id].label[lang]

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
