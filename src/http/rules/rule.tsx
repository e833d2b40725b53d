import type { Localized } from '../../core/errors.ts'
import { RULE_BOOK_PATH, ruleBookPath } from '../../core/paths.ts'
import { historyLines, judgedLines } from '../../render/rules/history.ts'
import { PAGE_WORDS, span } from '../../render/rules/words.ts'
import { show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { Page, PageCall } from '../route.ts'
import { ruleList, Tags } from './list.tsx'
import { Basis, Lines, Messages, Rich } from './text.tsx'

/** The rules, for anybody to read. */
export const RULE_PAGES: readonly Page[] = [
  { method: 'GET', path: RULE_BOOK_PATH, access: 'open', handle: async (call) => ruleList(call) },
  { method: 'GET', path: ruleBookPath('{id}'), access: 'open', handle: async (call) => rulePage(call) },
]

const BACK: Localized = { vi: 'Quy tắc đánh giá', en: 'Rules' }

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
  return new Problem(
    { status: 404, title: { vi: 'Không có quy tắc này', en: 'There is no such rule' } },
    {
      vi: `Bộ quy tắc đang dùng không có quy tắc mã “${shown}”. Đề nghị tìm trong danh sách quy tắc.`,
      en: `The rule set in use has no rule “${shown}”. Look for it in the list of rules.`,
    },
    { ways: [{ href: RULE_BOOK_PATH, label: { vi: 'Đến danh sách quy tắc', en: 'To the list of rules' } }] },
  )
}
