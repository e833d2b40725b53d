import { type Language, withValues } from '../core/errors.ts'
import { AGENCY_PATH, DESK_PATH, HOME_PATH, RULE_BOOK_PATH, ruleBookPath, SIGN_IN_PATH } from '../core/paths.ts'
import { EFFORT_WORDS } from '../render/format-words.ts'
import { Renderer } from '../render/renderer.ts'
import { historyLines, judgedLines } from '../render/rules/history.ts'
import { sourceDays } from '../render/rules/pages.ts'
import { messageLines } from '../render/rules/rule-page.ts'
import { type Line, PAGE_WORDS, span } from '../render/rules/words.ts'
import { SEVERITY_WORDS } from '../render/words.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { RuleSource } from '../rules/rule-source.ts'
import { RULES_BACK as BACK } from './api/words.ts'
import { show } from './layout.tsx'
import { Problem } from './problems.ts'
import type { Page, PageCall } from './route.ts'
import { RULE_LIST_WORDS, RULE_TEXT_WORDS, RULES_TEXTS, WELCOME_WORDS } from './words.ts'

/** As much of a search as is looked for. */
const MOST_SEARCHED = 100

/** The rules by group, or those that a search finds. */
function ruleList(call: PageCall): Response | Promise<Response> {
  const { context, tools, lang } = call
  const ruleSet = tools.judge.ruleSet.source
  const search = (context.req.query('q') ?? '').trim().slice(0, MOST_SEARCHED)
  const rules = findRules(ruleSet, search, lang)
  const told = { id: ruleSet.id, version: ruleSet.version, count: String(ruleSet.rules.length) }
  return show(
    call,
    { title: ruleSet.title[lang] },
    <>
      <p class="lead">{RULE_LIST_WORDS.lead[lang]}</p>
      <p class="muted small">{filled(RULE_LIST_WORDS.version[lang], told)}</p>
      <search>
        <form class="search" action={RULE_BOOK_PATH}>
          <div class="field">
            <label for="q">{RULE_LIST_WORDS.search[lang]}</label>
            <input id="q" name="q" type="search" value={search} maxlength={MOST_SEARCHED} />
          </div>
          <button type="submit">{RULE_LIST_WORDS.find[lang]}</button>
        </form>
      </search>
      {search !== '' && (
        <p role="status">
          {filled(RULE_LIST_WORDS.found[lang], { count: String(rules.length), search })}{' '}
          <a href={RULE_BOOK_PATH}>{RULE_LIST_WORDS.all[lang]}</a>
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
function Tags({ rule: { severity, weight, effort }, lang }: { rule: RuleSource; lang: Language }) {
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

/** The rules, for anybody to read. */
export const RULE_PAGES: readonly Page[] = [
  { method: 'GET', path: RULE_BOOK_PATH, access: 'open', handle: async (call) => ruleList(call) },
  { method: 'GET', path: ruleBookPath('{id}'), access: 'open', handle: async (call) => rulePage(call) },
]

/**
 * One rule, readable: law, interpretation, how it is judged, what is said of it, remedy, history.
 * @throws Problem when there is no such rule
 */
function rulePage(call: PageCall): Response | Promise<Response> {
  const { context, tools, lang } = call
  const ruleSet = tools.judge.ruleSet.source
  const id = context.req.param('id') ?? ''
  const rule = ruleSet.rules.find((one) => one.id === id || one.aliases?.includes(id))
  if (rule === undefined) throw noSuchRule(id)
  const word = (name: keyof typeof PAGE_WORDS) => PAGE_WORDS[name][lang]
  const group = ruleSet.groups.find((one) => one.id === rule.group)
  const above = (
    <>
      <a href={RULE_BOOK_PATH}>{BACK[lang]}</a> › {group?.title[lang]}
    </>
  )
  return show(
    call,
    { title: rule.title[lang], above },
    <>
      <Tags rule={rule} lang={lang} />
      <p class="muted small">
        <code>{[rule.id, ...(rule.aliases ?? [])].join(', ')}</code>
      </p>
      <h2>{word('basis')}</h2>
      <Basis rule={rule} ruleSet={ruleSet} lang={lang} />
      {rule.interpretation && (
        <>
          <h2>{word('interpretation')}</h2>
          <p>
            <Rich text={rule.interpretation[lang].trim()} />
          </p>
        </>
      )}
      {rule.versions.map((version) => (
        <section class="steps">
          <h2>
            {word('judged')} <span class="muted small">({span(version, lang)})</span>
          </h2>
          <Lines lines={judgedLines(rule, version, ruleSet, lang)} />
        </section>
      ))}
      {rule.quarantines && <p>{word('quarantines')}</p>}
      <h2>{word('remedy')}</h2>
      <p>
        <Rich text={rule.remedy[lang].trim()} />
      </p>
      <Messages rule={rule} ruleSet={ruleSet} lang={lang} />
      <h2>{word('history')}</h2>
      <Lines lines={historyLines(rule, ruleSet, lang)} />
    </>,
  )
}

function noSuchRule(id: string): Problem {
  const shown = id.slice(0, 80)
  return new Problem({ status: 404, title: RULES_TEXTS.noSuchRule }, withValues(RULES_TEXTS.ruleSetInUse, { shown }), {
    ways: [{ href: RULE_BOOK_PATH, label: RULES_TEXTS.listRules }],
  })
}

/** The articles that a rule rests on, each opening what the text is called and since when it is in force. */
function Basis({ rule, ruleSet, lang }: { rule: RuleSource; ruleSet: RuleSet; lang: Language }) {
  const names = new Renderer(ruleSet, lang).basis(rule.id)
  return (
    <ul>
      {rule.basis.map(({ source }, at) => {
        const found = ruleSet.sources.find(({ id }) => id === source)
        return (
          <li>
            {names[at]}
            {found && (
              <p class="muted small">
                {found.title[lang]} ({sourceDays(found, lang)}){found.note && `. ${found.note[lang]}`}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What a verdict says of a rule, by outcome. */
function Messages({ rule, ruleSet, lang }: { rule: RuleSource; ruleSet: RuleSet; lang: Language }) {
  const lines = messageLines(rule, ruleSet, lang)
  if (lines.length === 0) return null
  return (
    <>
      <h2>{RULE_TEXT_WORDS.title[lang]}</h2>
      <p class="muted small">{RULE_TEXT_WORDS.note[lang]}</p>
      <Lines lines={lines} />
    </>
  )
}

/** A line of a rule as it is written for reading: `**strong**` and code between backticks. */
function Rich({ text }: { text: string }) {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .map((part) =>
      part.startsWith('**') ? (
        <strong>{part.slice(2, -2)}</strong>
      ) : part.startsWith('`') ? (
        <code>{part.slice(1, -1)}</code>
      ) : (
        part
      ),
    )
}

/** Lines with what stands under them. */
function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ text, inside = [] }) => (
        <li>
          <Rich text={text} />
          {inside.length > 0 && <Lines lines={inside} />}
        </li>
      ))}
    </ul>
  )
}

/** The front page: whoever is signed in is led to their own. */
export const HOME_PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: HOME_PATH,
    access: 'open',
    async handle(call) {
      if (call.caller === undefined) return welcome(call)
      return call.context.redirect(call.caller.kind === 'agency' ? AGENCY_PATH : DESK_PATH)
    },
  },
]

/** The front page for whoever is not signed in: what the service is for, and the way in. */
function welcome(call: PageCall): Response | Promise<Response> {
  const { lang } = call
  return show(
    call,
    { title: WELCOME_WORDS.title[lang] },
    <>
      <p class="lead">{WELCOME_WORDS.lead[lang]}</p>
      <p class="ways">
        <a class="button" href={SIGN_IN_PATH}>
          {WELCOME_WORDS.signIn[lang]}
        </a>
        <a href={RULE_BOOK_PATH}>{WELCOME_WORDS.rules[lang]}</a>
      </p>
      <div class="columns">
        <section>
          <h2>{WELCOME_WORDS.agency[lang]}</h2>
          <p>{WELCOME_WORDS.agencyText[lang]}</p>
        </section>
        <section>
          <h2>{WELCOME_WORDS.authority[lang]}</h2>
          <p>{WELCOME_WORDS.authorityText[lang]}</p>
        </section>
      </div>
    </>,
  )
}
