import { raw } from 'hono/html'
import { dayInVietnam } from '../core/days.ts'
import type { Language, Localized } from '../core/errors.ts'
import { MANIFEST_PATH } from '../core/paths.ts'
import { gradesOf, scoreText, standingText } from '../render/head.ts'
import { scoreBar } from '../render/html/context.ts'
import { policyOfPage, SCRIPT, withScript } from '../render/html/styles.ts'
import { html } from '../render/markup.ts'
import { fill, Renderer } from '../render/renderer.ts'
import { showDate } from '../render/values.ts'
import { OUTCOME_WORDS } from '../render/words.ts'
import type { Outcome } from '../rules/answer.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { erasedText } from '../service/documents.ts'
import { type Change, changesBetween } from '../service/entry.ts'
import { partsOfVerdictId, uploadAskedOn } from '../service/keys.ts'
import { SCANS_READ } from '../service/rejudge.ts'
import type { AgencyHistory, ReadVerdict } from '../service/service.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { formPlan } from './agency/form-plan.ts'
import { DRAFT_WORDS, instantText, TO_THE_SECOND } from './agency/words.ts'
import { withPaperLinks } from './evidence.tsx'
import { textHeaders } from './headers.ts'
import { inSite, show, withWays } from './layout.tsx'
import { Problem, type WayOn } from './problems.ts'
import { withDecided } from './province/review.tsx'
import type { SignedInCall } from './route.ts'
import { VERDICT_PAGE_WORDS } from './words.ts'

/**
 * The page of a verdict as it is stored, with the ways into the site above it.
 * @param code of the agency
 * @param ways whither, the first one back
 */
export async function storedPage(
  call: SignedInCall,
  code: string,
  read: ReadVerdict,
  ways: readonly WayOn[],
): Promise<Response> {
  const { context, tools, lang } = call
  const again = await waitingOf(call, code, read)
  // The page itself asks how far it has come.
  if (context.req.header('Accept') === 'application/json') {
    const headers = { 'Cache-Control': 'no-store', Vary: 'Accept' }
    return context.json({ waiting: again?.text ?? null }, 200, headers)
  }
  const stored = await tools.service.verdictPage(read, lang)
  // The stored page allows itself nothing but its own style sheet; so do we, and where it waits, the script that asks.
  const own = policyOfPage(stored)
  const shown = await withDecided(withPaperLinks(stored, read.verdict, context.req.path, lang), call, code, read)
  const linked = call.caller.kind === 'agency' ? withFormLinks(shown, call) : shown
  const page = withWays(again ? withScript(linked) : linked, ways, context.req.path, lang, again)
  const within = inSite(page, `${own}${again ? SCRIPT : ''}`, call)
  const policy = { 'Content-Security-Policy': `${within.policy}; frame-ancestors 'none'`, Vary: 'Accept' }
  return context.body(within.page, 200, { ...textHeaders('text/html', lang), ...policy })
}

/** Where a page leaves room for the way to the form; text of a dossier cannot be it, since it is escaped. */
const TO_FORM = /<span class="to-form" data-rule="([a-z0-9-]+)" data-field="([^"]*)"><\/span>/g

/** The page with a link from each thing to do to its field in the form: where the finding is, else where its rule rests. */
function withFormLinks(page: string, { tools, lang }: SignedInCall): string {
  const { source: ruleSet } = tools.judge.ruleSet
  const sections = formPlan({ ruleSet, day: dayInVietnam(tools.clock().toISOString()), lang })
  const sectionOf = (rule: string) => sections.find(({ rules }) => rules.some(({ id }) => id === rule))
  return page.replace(TO_FORM, (_, rule: string, field: string) => {
    const at = sectionOf(rule)?.at
    const pointer = field !== '' ? field : at && `/${at.join('/')}`
    if (pointer === undefined) return ''
    const href = `${MANIFEST_PATH}#${encodeURI(pointer.replaceAll('&amp;', '&'))}`
    return html`<span class="to-form"><a href="${href}">${VERDICT_PAGE_WORDS.toForm[lang]}</a></span>`.text
  })
}

/**
 * The bundle that a verdict is of, as it was judged.
 * @throws Problem when it is not there any more
 */
export async function bundleAnswer({ context, tools }: SignedInCall, code: string, { listed }: ReadVerdict) {
  const bytes = await tools.service.drafting.bundleOf(listed)
  if (bytes === undefined) throw new Problem({ status: 404, title: DRAFT_WORDS.noBundle }, DRAFT_WORDS.noBundleText)
  return context.body(Uint8Array.from(bytes), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${code}-${listed.uploadId}.zip"`,
  })
}

/** How far reading the scans has come; undefined where nothing is to come any more. */
async function waitingOf({ tools, lang }: SignedInCall, code: string, read: ReadVerdict) {
  const isReplaced = partsOfVerdictId(read.listed.id).number !== undefined
  const progress = isReplaced ? undefined : await tools.service.scanProgress(code, read)
  if (progress === undefined) return undefined
  const { scansWaiting, scansAgain, scansDone, scansOpen, scansMeans, scansMeansText } = VERDICT_PAGE_WORDS
  const text = fill(scansWaiting[lang], { ...progress }, lang)
  const script = tools.assets.island('scans')
  const means = { question: scansMeans[lang], text: scansMeansText[lang] }
  return { text, means, again: scansAgain[lang], done: scansDone[lang], open: scansOpen[lang], script }
}

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
  const earlier = read.listed.rejudged?.replaces ?? ids[ids.indexOf(read.listed.id) - 1]
  const before = earlier === undefined ? undefined : await tools.service.readVerdict(code, earlier)
  const above = <a href={up.href}>{up.label[lang]}</a>
  return show(
    call,
    { title: VERDICT_PAGE_WORDS.compareTitle[lang], above },
    <>
      {before ? (
        <Compared before={before} after={read} call={call} />
      ) : (
        <p class="lead">{VERDICT_PAGE_WORDS.first[lang]}</p>
      )}
      <p class="ways">
        <a class="button second" href={back}>
          {VERDICT_PAGE_WORDS.back[lang]}
        </a>
      </p>
    </>,
  )
}

function Compared({ before: was, after: is, call }: { before: ReadVerdict; after: ReadVerdict; call: SignedInCall }) {
  const [before, after] = [was.verdict, is.verdict]
  const { lang, tools } = call
  const { source: ruleSet } = tools.judge.ruleSet
  const renderer = new Renderer(ruleSet, lang)
  const { better, worse, otherwise } = sortedChanges(before, after)
  const standing = (verdict: Verdict) => standingText(verdict, verdict, ruleSet, lang)
  const values = {
    before: standing(before),
    beforeOn: attemptText(was.listed, lang),
    after: standing(after),
    afterOn: attemptText(is.listed, lang),
  }
  const versions = { before: before.ruleSet.version, after: after.ruleSet.version }
  return (
    <>
      <p class="lead">{fill(VERDICT_PAGE_WORDS.lead[lang], values, lang)}</p>
      {before.ruleSet.sha256 !== after.ruleSet.sha256 && (
        <p class="note">{fill(VERDICT_PAGE_WORDS.otherRules[lang], versions, lang)}</p>
      )}
      <h2>{VERDICT_PAGE_WORDS.score[lang]}</h2>
      <ScoreRows before={before} after={after} ruleSet={ruleSet} lang={lang} />
      {better.length + worse.length + otherwise.length === 0 && <p>{VERDICT_PAGE_WORDS.same[lang]}</p>}
      <Changes title={VERDICT_PAGE_WORDS.worse} changes={worse} kind="worse" renderer={renderer} />
      <Changes title={VERDICT_PAGE_WORDS.better} changes={better} kind="better" renderer={renderer} />
      <Changes title={VERDICT_PAGE_WORDS.otherwise} changes={otherwise} kind="otherwise" renderer={renderer} />
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
  const word = (outcome: Outcome | null) =>
    (outcome === null ? VERDICT_PAGE_WORDS.notJudged : OUTCOME_WORDS[outcome].label)[lang]
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

/** The scores of two verdicts, one bar under the other on one scale. */
function ScoreRows({
  before,
  after,
  ruleSet,
  lang,
}: {
  before: Verdict
  after: Verdict
  ruleSet: RuleSet
  lang: Language
}) {
  return (
    <dl class="scores">
      {(
        [
          [VERDICT_PAGE_WORDS.was, before],
          [VERDICT_PAGE_WORDS.is, after],
        ] as const
      ).map(([label, verdict]) => (
        <>
          <dt>{label[lang]}</dt>
          <dd>
            {verdict.score && raw(scoreBar(verdict.score, lang, gradesOf(verdict, ruleSet)).text)}
            <strong>{scoreText(verdict.score, lang)}</strong>
          </dd>
        </>
      ))}
    </dl>
  )
}

/** Which attempt a verdict is of, so that two of one day are told apart: when it was handed in, and why it was judged again. */
export function attemptText(listed: ReadVerdict['listed'], lang: Language): string {
  const { sentAt, recheckOf, afterScans, againAt } = VERDICT_PAGE_WORDS
  const sent = fill(sentAt[lang], { time: instantText(listed.uploadedOn, lang, TO_THE_SECOND) }, lang)
  const { rejudged } = listed
  const again = rejudged?.reason === SCANS_READ ? afterScans[lang] : againAt[lang]
  return [
    'year' in listed ? fill(recheckOf[lang], { year: String(listed.year) }, lang) : sent,
    ...(rejudged === undefined ? [] : [fill(again, { time: instantText(rejudged.on, lang, TO_THE_SECOND) }, lang)]),
  ].join(', ')
}

/** Says which dossiers of an agency were erased, when and why; nothing where none was. */
export function ErasedNotes({ erased, lang }: { erased: AgencyHistory['erased']; lang: Language }) {
  if (erased.length === 0) return null
  return (
    <ul class="small muted">
      {erased.map((one) => (
        <li>
          {showDate(dayInVietnam(uploadAskedOn(one.uploadId)), lang)}: {erasedText(one)[lang]}
        </li>
      ))}
    </ul>
  )
}

/** Says beside a verdict in a list that it was judged again, why, and where what it replaces can be read. */
export function RejudgedNote({ rejudged, href, lang }: { rejudged: Rejudging; href: string; lang: Language }) {
  const { reason: given, on } = rejudged
  const reason = given === SCANS_READ ? VERDICT_PAGE_WORDS.scansRead[lang] : given
  return (
    <span class="small muted">
      {' '}
      {fill(VERDICT_PAGE_WORDS.rejudged[lang], { time: instantText(on, lang), reason }, lang)}{' '}
      <a href={href}>{VERDICT_PAGE_WORDS.replaced[lang]}</a>
    </span>
  )
}

type Rejudging = NonNullable<ReadVerdict['listed']['rejudged']>

/** Outcomes from what asks for most to what asks for nothing; the others say neither good nor ill. */
const RANK: Partial<Record<Outcome, number>> = { fail: 0, missingEvidence: 1, needsReview: 2, pass: 3 }

/** Rules that came to another outcome, sorted by what that means to the agency. */
interface SortedChanges {
  better: Change[]
  worse: Change[]
  otherwise: Change[]
}

/** What got better and what got worse from one verdict to the next, in the order of the rules. */
function sortedChanges(before: Verdict, after: Verdict): SortedChanges {
  const sorted: SortedChanges = { better: [], worse: [], otherwise: [] }
  for (const change of changesBetween(before, after)) sorted[meaningOf(change)].push(change)
  return sorted
}

function meaningOf({ from, to }: Change): keyof SortedChanges {
  const [was, is] = [from && RANK[from], to && RANK[to]]
  if (typeof was !== 'number' || typeof is !== 'number') return 'otherwise'
  return is > was ? 'better' : 'worse'
}
