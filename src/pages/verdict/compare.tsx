import type { Localized } from '../../base/localized.ts'
import { standingText } from '../../report/head.ts'
import { fill, Renderer } from '../../report/render.ts'
import { OUTCOME_WORDS } from '../../report/words/outcomes.ts'
import type { Outcome } from '../../rules/outcome.ts'
import type { Change } from '../../service/entry.ts'
import type { ReadVerdict } from '../../service/service.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { show } from '../layout/show.tsx'
import type { SignedInCall } from '../page.ts'
import type { WayOn } from '../problems/page-problem.ts'
import { sortedChanges } from './changes.ts'
import { ScoreRows } from './score-rows.tsx'
import { VERDICT_PAGE_WORDS as WORDS } from './words.ts'

/** What is compared, and whither from there. */
interface Comparison {
  /** Of the agency. */
  code: string
  read: ReadVerdict
  /** Above the heading. */
  up: WayOn
  /** The page of the verdict itself. */
  back: string
}

/** A verdict beside the one before: score then and now, and what got better or worse, rule by rule. */
export async function comparedPage(call: SignedInCall, { code, read, up, back }: Comparison): Promise<Response> {
  const { tools, lang } = call
  const ids = (await tools.service.listVerdicts(code)).map(({ id }) => id)
  const earlier = ids[ids.indexOf(read.listed.id) - 1]
  const before = earlier === undefined ? undefined : await tools.service.readVerdict(code, earlier)
  const above = <a href={up.href}>{up.label[lang]}</a>
  return show(
    call,
    { title: WORDS.compareTitle[lang], above },
    <>
      {before ? (
        <Compared before={before.verdict} after={read.verdict} call={call} />
      ) : (
        <p class="lead">{WORDS.first[lang]}</p>
      )}
      <p class="ways">
        <a class="button second" href={back}>
          {WORDS.back[lang]}
        </a>
      </p>
    </>,
  )
}

function Compared({ before, after, call }: { before: Verdict; after: Verdict; call: SignedInCall }) {
  const { lang, tools } = call
  const { source: ruleSet } = tools.judge.ruleSet
  const renderer = new Renderer(ruleSet, lang)
  const { better, worse, otherwise } = sortedChanges(before, after)
  const standing = (verdict: Verdict) => standingText(verdict, verdict, ruleSet, lang)
  const values = { before: standing(before), beforeOn: before.asOf, after: standing(after), afterOn: after.asOf }
  const versions = { before: before.ruleSet.version, after: after.ruleSet.version }
  return (
    <>
      <p class="lead">{fill(WORDS.lead[lang], values, lang)}</p>
      {before.ruleSet.sha256 !== after.ruleSet.sha256 && (
        <p class="note">{fill(WORDS.otherRules[lang], versions, lang)}</p>
      )}
      <h2>{WORDS.score[lang]}</h2>
      <ScoreRows before={before} after={after} ruleSet={ruleSet} lang={lang} />
      {better.length + worse.length + otherwise.length === 0 && <p>{WORDS.same[lang]}</p>}
      <Changes title={WORDS.worse} changes={worse} kind="worse" renderer={renderer} />
      <Changes title={WORDS.better} changes={better} kind="better" renderer={renderer} />
      <Changes title={WORDS.otherwise} changes={otherwise} kind="otherwise" renderer={renderer} />
    </>
  )
}

interface ChangesProps {
  title: Localized
  changes: readonly Change[]
  kind: string
  renderer: Renderer
}

function Changes({ title, changes, kind, renderer }: ChangesProps) {
  if (changes.length === 0) return null
  const { lang } = renderer
  const word = (outcome: Outcome | null) => (outcome === null ? WORDS.notJudged : OUTCOME_WORDS[outcome].label)[lang]
  return (
    <>
      <h2>{fill(title[lang], { n: changes.length }, lang)}</h2>
      <ul class={`changes ${kind}`}>
        {changes.map(({ rule, from, to }) => (
          <li>
            <strong>{renderer.title(rule)}</strong>
            <br />
            {word(from)} → {word(to)}
          </li>
        ))}
      </ul>
    </>
  )
}
