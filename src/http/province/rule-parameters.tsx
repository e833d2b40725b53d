import { InputError } from '../../core/errors.ts'
import { own } from '../../core/json.ts'
import { PREVIEW_PATH } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { literal, PARAM_WORDS, speechOf } from '../../render/rules/condition-words.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { ProfileChoice } from './choices.tsx'
import { PREVIEW_WORDS as WORDS } from './words.ts'
import { askedId } from './year.ts'

type Version = RuleSource['versions'][number]
type Value = NonNullable<Version['params']>[string]

/** Parameters that a form can ask for: numbers, yes or no, and words of a closed choice. */
type Simple = Exclude<Value, readonly unknown[]>

/** Words that a parameter may be, where it is one of a few. */
const CHOICES: Readonly<Record<string, readonly string[]>> = { yearCounting: ['calendar', 'rolling'] }

/** The parameters of a rule as it is in force last. */
function parametersOf({ versions }: RuleSource): [name: string, value: Simple][] {
  const last = versions.reduce((one, other) => (other.from > one.from ? other : one))
  return Object.entries(last.params ?? {}).flatMap(([name, value]) => {
    const isChosen = typeof value === 'string' && own(CHOICES, name) !== undefined
    return typeof value === 'number' || typeof value === 'boolean' || isChosen ? [[name, value as Simple]] : []
  })
}

/** Asks which rule is to be tried otherwise; those alone that have something to set. */
export function RuleChoice({ call: { lang, tools, context } }: { call: AuthorityPageCall }) {
  const chosen = context.req.query('rule')
  const rules = tools.judge.ruleSet.source.rules.filter((rule) => parametersOf(rule).length > 0)
  return (
    <form method="get" action={PREVIEW_PATH}>
      <div class="field">
        <label for="rule">{WORDS.rule[lang]}</label>
        <select id="rule" name="rule">
          {rules.map(({ id, title }) => (
            <option value={id} selected={id === chosen}>
              {title[lang]}
            </option>
          ))}
        </select>
      </div>
      <p class="ways">
        <button type="submit" class="second">
          {WORDS.chooseRule[lang]}
        </button>
      </p>
    </form>
  )
}

/** The parameters of the rule that was chosen, each as it is now; nothing before one is chosen. */
export function ParameterForm({ call }: { call: AuthorityPageCall }) {
  const { lang, tools, context, csrf } = call
  const { source } = tools.judge.ruleSet
  const rule = source.rules.find(({ id }) => id === context.req.query('rule'))
  if (rule === undefined) return null
  return (
    <form method="post" action={PREVIEW_PATH} enctype="multipart/form-data">
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <input type="hidden" name="version" value={askedId(call)} />
      <input type="hidden" name="rule" value={rule.id} />
      <h3>{rule.title[lang]}</h3>
      {parametersOf(rule).map(([name, value]) => (
        <div class="field">
          <label for={`param-${name}`}>{capital(labelOf(name)[lang])}</label>
          <Parameter name={name} value={value} lang={lang} ruleSet={source} />
        </div>
      ))}
      <ProfileChoice call={call} />
      <p class="ways">
        <button type="submit">{WORDS.run[lang]}</button>
      </p>
    </form>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const labelOf = (name: string) => own(PARAM_WORDS, name) ?? WORDS.parameter

interface ParameterProps {
  name: string
  value: Simple
  lang: 'vi' | 'en'
  ruleSet: RuleSet
}

function Parameter({ name, value, lang, ruleSet }: ParameterProps) {
  const field = { id: `param-${name}`, name: `param-${name}` }
  if (typeof value === 'number')
    return <input {...field} inputmode="decimal" required maxlength={15} value={written(value, lang)} />
  const choices = typeof value === 'boolean' ? [true, false] : (own(CHOICES, name) ?? [])
  const speech = speechOf({}, ruleSet, lang)
  return (
    <select {...field}>
      {choices.map((one) => (
        <option value={String(one)} selected={one === value}>
          {literal(one, speech)}
        </option>
      ))}
    </select>
  )
}

const written = (value: number, lang: 'vi' | 'en'): string =>
  lang === 'vi' ? String(value).replace('.', ',') : String(value)

/**
 * The rules in use, with the parameters of one set as a form says; undefined where the form names none.
 * @throws InputError saying which value is none
 */
export function rulesWithParameters(
  ruleSet: RuleSet,
  form: Readonly<Record<string, unknown>>,
): { text: string; name: string } | undefined {
  const at = ruleSet.rules.findIndex(({ id }) => id === form.rule)
  const rule = ruleSet.rules[at]
  if (rule === undefined) return undefined
  const set = Object.fromEntries(
    parametersOf(rule).map(([name, value]) => [name, parameterSaid(name, value, form[`param-${name}`])]),
  )
  const last = rule.versions.reduce((one, other) => (other.from > one.from ? other : one))
  const versions = rule.versions.map((one) => (one === last ? { ...one, params: { ...one.params, ...set } } : one))
  const text = JSON.stringify({ ...ruleSet, rules: ruleSet.rules.with(at, { ...rule, versions }) })
  return { text, name: 'rules-in-page.json' }
}

/** Most that any parameter may be: a cost in đồng. */
const MOST = 1e12

function parameterSaid(name: string, now: Simple, said: unknown): Simple {
  const text = typeof said === 'string' ? said.trim() : ''
  if (typeof now === 'boolean') return text === 'true' ? true : text === 'false' ? false : now
  if (typeof now !== 'number') return own(CHOICES, name)?.find((one) => one === text) ?? now
  const isWhole = Number.isInteger(now)
  const value = /^\d{1,13}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (Number.isFinite(value) && value <= MOST && (!isWhole || Number.isInteger(value))) return value
  const words = isWhole ? WORDS.notWhole : WORDS.notNumber
  throw new InputError({
    vi: fill(words.vi, { label: capital(labelOf(name).vi), said: text.slice(0, 40) }, 'vi'),
    en: fill(words.en, { label: capital(labelOf(name).en), said: text.slice(0, 40) }, 'en'),
  })
}
