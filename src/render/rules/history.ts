import type { Language, Localized } from '../../core/errors.ts'
import type { Condition } from '../../rules/condition.ts'
import { vocabulary } from '../../rules/facts/vocabulary.ts'
import { datedProfile, type Override, type RuleSet } from '../../rules/rule-set.ts'
import type {
  DueDay,
  EvidenceSource,
  ForEachSource,
  RuleSource,
  RuleVersionSource,
  StepsSource,
} from '../../rules/rule-source.ts'
import { fill } from '../renderer.ts'
import { ASSURANCE_WORDS, OUTCOME_WORDS, SEVERITY_WORDS } from '../words.ts'
import { label, literal, paramName, paramValue, type Speech, speechOf } from './condition-words.ts'
import { conditionLine, dayWords, textLine } from './conditions.ts'
import { type Line, PAGE_WORDS, STEP_WORDS, span } from './words.ts'

type Version = RuleSource['versions'][number]

/** What one version of a rule judges and how, as lines. */
export function judgedLines(rule: RuleSource, version: Version, ruleSet: RuleSet, lang: Language): Line[] {
  return versionLines(version, speechOf(version, ruleSet, lang), rule.messages)
}

/** When the versions of a rule stand, with their parameters, and which profiles depart from it. */
export function historyLines(rule: RuleSource, ruleSet: RuleSet, lang: Language): Line[] {
  return [
    ...rule.versions.map((version) => ({ text: versionWords(version, ruleSet, lang) })),
    ...ruleSet.profiles.flatMap((profile) => overrideLines(rule, profile, ruleSet, lang)),
  ]
}

function versionWords(version: Version, ruleSet: RuleSet, lang: Language): string {
  const values = paramWords(version.params ?? {}, speechOf(version, ruleSet, lang))
  const told = [span(version, lang), ...(values === '' ? [] : [`${PAGE_WORDS.values[lang]}: ${values}`])].join('; ')
  return version.note ? `${told}. ${version.note[lang]}` : `${told}.`
}

function paramWords(params: NonNullable<Version['params']>, speech: Speech): string {
  return Object.entries(params)
    .map(([name, value]) => `${paramName(name, speech.lang)} = ${literal(value, speech)}`)
    .join('; ')
}

function overrideLines(
  rule: RuleSource,
  profile: RuleSet['profiles'][number],
  ruleSet: RuleSet,
  lang: Language,
): Line[] {
  const ids = [rule.id, ...(rule.aliases ?? [])]
  const overrides = (datedProfile(profile).overrides ?? []).filter((one) => ids.includes(one.rule))
  return overrides.map((one) => {
    const when = span(one, lang)
    const name = `${PAGE_WORDS.profile[lang]} \`${profile.id}\`${when === '' ? '' : ` (${when})`}`
    const told = `${overrideWords(one, ruleSet, lang)}. ${PAGE_WORDS.reason[lang]}: ${one.reason[lang]} (${one.decision})`
    return { text: `${name}: ${told}` }
  })
}

function overrideWords(override: Override, ruleSet: RuleSet, lang: Language): string {
  const { params, severity, weight, off, leastAssurance } = override
  return [
    ...(off ? [PAGE_WORDS.off[lang]] : []),
    ...(severity ? [SEVERITY_WORDS[severity][lang]] : []),
    ...(weight === undefined ? [] : [`${PAGE_WORDS.weight[lang]} ${weight}`]),
    ...(params ? [paramWords(params, speechOf({}, ruleSet, lang))] : []),
    ...(leastAssurance ? [`${PAGE_WORDS.leastAssurance[lang]}: ${ASSURANCE_WORDS[leastAssurance][lang]}`] : []),
  ].join('; ')
}

type Messages = Readonly<Record<string, Localized>>

/** What one version of a rule judges and how, step by step in the order in which it is judged. */
export function versionLines(version: RuleVersionSource, speech: Speech, messages: Messages): Line[] {
  const { forEach, credit } = version
  const own = stepsLines(forEach ? { ...version, dueOn: undefined } : version, speech, messages)
  const { grace } = version
  return [
    ...own,
    ...(grace ? [headed(STEP_WORDS.grace, dueLine({ when: grace.when, on: grace.through }, speech), speech)] : []),
    ...(forEach ? [listLine(forEach, version, speech, messages)] : []),
    ...(credit === undefined ? [] : [{ text: creditWords(credit, speech) }]),
  ]
}

/** A line under the name of its step. */
const headed = (step: Localized, line: Line, { lang }: Speech): Line => ({
  text: `**${step[lang]}**: ${line.text}`.trimEnd(),
  ...(line.inside && { inside: line.inside }),
})

function stepsLines(steps: StepsSource, speech: Speech, messages: Messages): Line[] {
  const { when, evidence = [], names = [], assert, dueOn, review, holdsUntil, corroborate, recommend = [] } = steps
  const led = (step: keyof typeof STEP_WORDS, line: Line): Line => headed(STEP_WORDS[step], line, speech)
  const needed = evidence.length === 0 ? [] : [evidenceLine(evidence, speech)]
  return [
    ...(when ? [led('when', conditionLine(when, speech, messages))] : []),
    ...needed,
    ...(names.length > 0 ? [led('names', { text: names.map((one) => `“${one}”`).join(', ') })] : []),
    ...(assert ? [led('assert', conditionLine(assert, speech, messages))] : []),
    ...(dueOn ? [led('dueOn', dueLine(dueOn, speech))] : []),
    ...(review ? [led('review', conditionLine(review, speech, messages))] : []),
    ...(holdsUntil ? [led('holdsUntil', dueLine(holdsUntil, speech))] : []),
    ...recommend.map((one) => led('recommend', conditionLine(one.when, speech, messages))),
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
      ...noneLines(forEach, speech, messages),
      ...toleranceLines(forEach, speech, messages),
    ],
  }
}

function noneLines({ emptyWhen }: ForEachSource, speech: Speech, messages: Messages): Line[] {
  if (!emptyWhen) return []
  const outcome = OUTCOME_WORDS[emptyWhen.is].label[speech.lang]
  const words = fill(STEP_WORDS.emptyWhen[speech.lang], { outcome }, speech.lang)
  return [{ text: words, inside: [conditionLine(emptyWhen.when, speech, messages)] }]
}

function toleranceLines({ tolerate }: ForEachSource, speech: Speech, messages: Messages): Line[] {
  if (!tolerate) return []
  const values = { share: paramValue(tolerate.share.param, speech), whole: label(tolerate.of, speech) }
  const words = fill(STEP_WORDS.tolerate[speech.lang], values, speech.lang)
  return [{ text: words, inside: [conditionLine(tolerate.when, speech, messages)] }]
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
