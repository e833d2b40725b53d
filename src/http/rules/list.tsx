import type { Language } from '../../core/errors.ts'
import { RULE_BOOK_PATH, ruleBookPath } from '../../core/paths.ts'
import { Renderer } from '../../render/renderer.ts'
import { PAGE_WORDS } from '../../render/rules/words.ts'
import { EFFORT_WORDS, SEVERITY_WORDS } from '../../render/words.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RuleSource } from '../../rules/rule-source.ts'
import { show } from '../layout.tsx'
import type { PageCall } from '../route.ts'
import { RULE_LIST_WORDS as WORDS } from '../words.ts'

/** As much of a search as is looked for. */
const MOST_SEARCHED = 100

/** The rules by group, or those that a search finds. */
export function ruleList(call: PageCall): Response | Promise<Response> {
  const { context, tools, lang } = call
  const ruleSet = tools.judge.ruleSet.source
  const search = (context.req.query('q') ?? '').trim().slice(0, MOST_SEARCHED)
  const rules = findRules(ruleSet, search, lang)
  const told = { id: ruleSet.id, version: ruleSet.version, count: String(ruleSet.rules.length) }
  return show(
    call,
    { title: ruleSet.title[lang] },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p class="muted small">{filled(WORDS.version[lang], told)}</p>
      <search>
        <form class="search" action={RULE_BOOK_PATH}>
          <div class="field">
            <label for="q">{WORDS.search[lang]}</label>
            <input id="q" name="q" type="search" value={search} maxlength={MOST_SEARCHED} />
          </div>
          <button type="submit">{WORDS.find[lang]}</button>
        </form>
      </search>
      {search !== '' && (
        <p role="status">
          {filled(WORDS.found[lang], { count: String(rules.length), search })}{' '}
          <a href={RULE_BOOK_PATH}>{WORDS.all[lang]}</a>
        </p>
      )}
      {ruleSet.groups.map((group) => (
        <Group group={group} rules={rules.filter((rule) => rule.group === group.id)} lang={lang} />
      ))}
    </>,
  )
}

interface GroupProps {
  group: RuleSet['groups'][number]
  rules: readonly RuleSource[]
  lang: Language
}

function Group({ group: { id, title }, rules, lang }: GroupProps) {
  if (rules.length === 0) return null
  const weight = rules.reduce((sum, rule) => sum + rule.weight, 0)
  return (
    <section aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>
        {title[lang]} <span class="muted small">{`(${PAGE_WORDS.weight[lang]} ${weight})`}</span>
      </h2>
      <ul class="rule-list">
        {rules.map((rule) => (
          <li>
            <a href={ruleBookPath(rule.id)}>{rule.title[lang]}</a>
            <Tags rule={rule} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In one pass, so that what a person searched for stays as it is. */
const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/** A text without tone marks, as people who search type it: `Công bố` is `cong bo`. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()

/** The rules that say every word of a search: in their id, title, law, interpretation or remedy. */
function findRules(ruleSet: RuleSet, search: string, lang: Language): RuleSource[] {
  const words = bare(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  const renderer = new Renderer(ruleSet, lang)
  return ruleSet.rules.filter(({ id, aliases = [], title, interpretation, remedy }) => {
    const texts = [id, ...aliases, title[lang], ...renderer.basis(id), interpretation?.[lang] ?? '', remedy[lang]]
    const said = bare(texts.join(' '))
    return words.every((word) => said.includes(word))
  })
}

/** How much a rule weighs, how grave it is and what it takes to meet it. */
export function Tags({ rule: { severity, weight, effort }, lang }: { rule: RuleSource; lang: Language }) {
  return (
    <p class="tags">
      <span class={severity}>{SEVERITY_WORDS[severity][lang]}</span>
      <span>
        {PAGE_WORDS.weight[lang]} {weight}
      </span>
      <span>{EFFORT_WORDS[effort][lang]}</span>
    </p>
  )
}
