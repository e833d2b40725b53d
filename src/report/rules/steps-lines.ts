import type { Localized } from '../../base/localized.ts'
import { vocabulary } from '../../facts/vocabulary.ts'
import type { Condition } from '../../rules/condition.ts'
import type { DueDay, EvidenceSource, ForEachSource, RuleVersionSource, StepsSource } from '../../rules/rule-source.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { conditionLine } from './condition-lines.ts'
import { dayWords } from './day-words.ts'
import type { Line } from './lines.ts'
import { STEP_WORDS } from './page-words.ts'
import { label, type Speech } from './speech.ts'
import { textLine } from './text-line.ts'

type Messages = Readonly<Record<string, Localized>>

/** What one version of a rule judges and how, step by step in the order in which it is judged. */
export function versionLines(version: RuleVersionSource, speech: Speech, messages: Messages): Line[] {
  const { forEach, credit } = version
  const own = stepsLines(forEach ? { ...version, dueOn: undefined } : version, speech, messages)
  return [
    ...own,
    ...(forEach ? [listLine(forEach, version, speech, messages)] : []),
    ...(credit === undefined ? [] : [{ text: creditWords(credit, speech) }]),
  ]
}

function stepsLines(steps: StepsSource, speech: Speech, messages: Messages): Line[] {
  const { lang } = speech
  const { when, evidence = [], names = [], assert, dueOn, review, holdsUntil, corroborate } = steps
  const led = (step: keyof typeof STEP_WORDS, line: Line): Line => ({
    text: `**${STEP_WORDS[step][lang]}**: ${line.text}`.trimEnd(),
    ...(line.inside && { inside: line.inside }),
  })
  const needed = evidence.length === 0 ? [] : [evidenceLine(evidence, speech)]
  return [
    ...(when ? [led('when', conditionLine(when, speech, messages))] : []),
    ...needed,
    ...(names.length > 0 ? [led('names', { text: names.map((one) => `“${one}”`).join(', ') })] : []),
    ...(assert ? [led('assert', conditionLine(assert, speech, messages))] : []),
    ...(dueOn ? [led('dueOn', dueLine(dueOn, speech))] : []),
    ...(review ? [led('review', conditionLine(review, speech, messages))] : []),
    ...(holdsUntil ? [led('holdsUntil', dueLine(holdsUntil, speech))] : []),
    ...(corroborate ? [led('corroborate', { text: '', inside: corroborate.map((one) => textLine(one, speech)) })] : []),
  ]
}

function listLine(forEach: ForEachSource, version: RuleVersionSource, outer: Speech, messages: Messages): Line {
  const { lang } = outer
  const speech: Speech = { ...outer, list: forEach.list }
  const name = vocabulary.lists[forEach.list]?.label[lang] ?? forEach.list
  const empty = OUTCOME_WORDS[forEach.empty ?? 'notApplicable'].label[lang]
  const until = version.dueOn && dueLine(version.dueOn, outer)
  const time = until ? `, ${STEP_WORDS.emptyUntil[lang]} ${until.text}` : ''
  return {
    text: `**${STEP_WORDS.forEach[lang]}**: ${name}`,
    inside: [
      ...stepsLines(forEach, speech, messages),
      { text: `**${STEP_WORDS.empty[lang]}**: ${empty}${time}`, ...(until?.inside && { inside: until.inside }) },
    ],
  }
}

function evidenceLine(evidence: EvidenceSource, speech: Speech): Line {
  const inside = evidence.map((entry): Line => {
    const { fact, optional, when } = typeof entry === 'string' ? { fact: entry } : entry
    const text = `${label(fact, speech)}${optional ? ` ${STEP_WORDS.optional[speech.lang]}` : ''}`
    return when ? conditional(text, when, speech) : { text }
  })
  return { text: `**${STEP_WORDS.evidence[speech.lang]}**:`, inside }
}

function dueLine(due: DueDay, speech: Speech): Line {
  if (Array.isArray(due))
    return { text: STEP_WORDS.firstOf[speech.lang], inside: due.map((one) => dueLine(one, speech)) }
  if (!('on' in due)) return { text: dayWords(due, speech) }
  return conditional(dayWords(due.on, speech), due.when, speech)
}

/** What counts while a condition holds. */
function conditional(text: string, when: Condition, speech: Speech): Line {
  const { text: condition, inside } = conditionLine(when, speech)
  return { text: `${text}, ${STEP_WORDS.if[speech.lang]} ${condition}`, ...(inside && { inside }) }
}

function creditWords(credit: NonNullable<RuleVersionSource['credit']>, speech: Speech): string {
  const words = STEP_WORDS[credit === 'items' ? 'creditItems' : 'creditShare'][speech.lang]
  if (credit === 'items') return `**${STEP_WORDS.credit[speech.lang]}**: ${words}`
  return `**${STEP_WORDS.credit[speech.lang]}**: ${words} ${label(credit.of, speech)} ÷ ${label(credit.over, speech)}`
}
