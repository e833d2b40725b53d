import * as z from 'zod'
import { dayInVietnam } from '../../core/days.ts'
import type { Language, Localized } from '../../core/errors.ts'
import { provinceOf } from '../../core/names.ts'
import { authorityFilesPath, historyPath, reviewPath, verdictAtDeskPath } from '../../core/paths.ts'
import { DECIDED } from '../../dossier/authority-record.ts'
import type { LinePicture } from '../../dossier/reading.ts'
import { html } from '../../render/markup.ts'
import { fill, Renderer } from '../../render/renderer.ts'
import { showDate } from '../../render/values.ts'
import { OUTCOME_WORDS } from '../../render/words.ts'
import { type DatedDecision, readDecisions, standingDecision, writeDecision } from '../../service/desk-decisions.ts'
import { picturesOfBundle } from '../../service/documents.ts'
import type { ReadVerdict } from '../../service/service.ts'
import type { Finding } from '../../verdict/verdict.ts'
import { instantText } from '../agency/words.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import { noSuchPage, Problem } from '../problems.ts'
import type { AuthorityPageCall, SignedInCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { REVIEW_WORDS as WORDS } from './list-words.ts'
import { agencyOf } from './year.ts'

async function reviewed(call: AuthorityPageCall) {
  const { context, tools, province } = call
  const code = agencyOf(call)
  const read = await tools.service.readVerdict(code, context.req.param('id') ?? '')
  if (read === undefined) throw noSuchPage(context.req.path)
  const decided = await readDecisions({ province, code }, tools.desk)
  return { code, id: read.listed.id, verdict: read.verdict, decided }
}

/** The points of a verdict that only a person can decide, each with what the dossier shows, and what was decided of it. */
export async function reviewPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, tools } = call
  const { code, id, verdict, decided } = await reviewed(call)
  const pictures = await picturesOfBundle(verdict, tools.documents)
  const renderer = new Renderer(tools.judge.ruleSet.source, lang)
  const points = verdict.findings.filter(({ outcome }) => outcome === 'needsReview')
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { name: verdict.agency.name }, lang),
      above: <a href={verdictAtDeskPath(code, id)}>{WORDS.verdict[lang]}</a>,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      {points.length === 0 && <p>{WORDS.none[lang]}</p>}
      {points.map((finding) => (
        <Point call={call} finding={finding} renderer={renderer} decided={decided} pictures={pictures} />
      ))}
      {decided.some(({ made }) => made.kind !== 'replaced') && (
        <>
          <h2 id="decided">{WORDS.history[lang]}</h2>
          <ul>
            {decided.map((one) => {
              const text = historyText(one, renderer)
              return text !== undefined && <li>{text}</li>
            })}
          </ul>
        </>
      )}
      <p class="ways">
        <a href={authorityFilesPath(code)}>{WORDS.record[lang]}</a>
        <a href={historyPath(code)}>{WORDS.agency[lang]}</a>
      </p>
    </>,
  )
}

/**
 * The stored page of a verdict with what a person decided since of what it leaves to one: the agency need not wait for the
 * next verdict to see it. The authority finds the way to decide beside each such point.
 */
export async function withDecided(
  page: string,
  { tools, lang, caller }: SignedInCall,
  code: string,
  { verdict, listed }: ReadVerdict,
): Promise<string> {
  const open = verdict.findings.filter(({ outcome }) => outcome === 'needsReview')
  if (open.length === 0) return page
  // What was decided before has its say in the verdict, or has lapsed.
  const since = listed.rejudged?.on ?? ('year' in listed ? verdict.asOf : listed.uploadedOn)
  const all = await readDecisions({ province: provinceOf(code), code }, tools.desk)
  const decided = all.filter(({ on }) => on > since)
  const renderer = new Renderer(tools.judge.ruleSet.source, lang)
  return open.reduce((text, finding) => {
    const { rule, items } = finding
    const at = text.indexOf('</h3>', text.indexOf(`id="rule-${rule}"`)) + '</h3>'.length
    if (!text.includes(`id="rule-${rule}"`) || at < '</h3>'.length) return text
    const told = [undefined, ...(items?.shown ?? [])].flatMap((item) => {
      const decision = standingDecision(decided, rule, item?.key)
      if (decision === undefined) return []
      const values = {
        ...decision,
        outcome: outcomeText(decision.outcome, lang),
        on: showDate(decision.on, lang),
      }
      const of = item === undefined ? '' : `${renderer.item(finding, item)}: `
      return [html`<p class="note decided">${of}${fill(WORDS.decidedSince[lang], values, lang)}</p>`]
    })
    const label = WORDS[told.length > 0 ? 'decidedHere' : 'decide'][lang]
    const href = `${reviewPath(code, listed.id)}#rule-${rule}`
    const way = caller.kind === 'authority' ? html`<p class="small"><a href="${href}">${label}</a></p>` : ''
    return text.slice(0, at) + html`${told}${way}`.text + text.slice(at)
  }, page)
}

interface PointProps {
  call: AuthorityPageCall
  finding: Finding
  renderer: Renderer
  decided: readonly DatedDecision[]
  /** Of what a person has to compare. */
  pictures: readonly LinePicture[]
}

/** One point: what the dossier shows of it, what was decided, and the form to decide it, or each of its items. */
function Point({ call, finding, renderer, decided, pictures }: PointProps) {
  const { rule, evidence, items } = finding
  const open = items?.shown.filter(({ outcome }) => outcome === 'needsReview') ?? []
  return (
    <section aria-labelledby={`rule-${rule}`}>
      <h2 id={`rule-${rule}`}>{renderer.title(rule)}</h2>
      {renderer.sentences(finding).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="small muted">{renderer.basis(rule).join('; ')}</p>
      {evidence.some(({ quote }) => quote !== undefined) && (
        <ul>
          {evidence.map(
            ({ file, page, quote }) =>
              quote !== undefined && (
                <li>
                  “{quote}” <span class="muted">{[file, page].filter((part) => part !== undefined).join(', ')}</span>
                </li>
              ),
          )}
        </ul>
      )}
      {pictures
        .filter(({ file, page }) => evidence.some((place) => place.file === file && place.page === page))
        .map(({ file, page, png, width }) => (
          <p class="small">
            {`${file}, ${page}`}
            <br />
            <img src={`data:image/png;base64,${png}`} width={width} alt={`${file}, ${page}`} />
          </p>
        ))}
      {open.length === 0 ? (
        <Decide call={call} rule={rule} decided={decided} />
      ) : (
        open.map((item) => (
          <>
            <h3>{renderer.item(finding, item)}</h3>
            <Decide call={call} rule={rule} item={item.key} decided={decided} />
          </>
        ))
      )}
    </section>
  )
}

interface DecideProps {
  call: AuthorityPageCall
  rule: string
  item?: string
  decided: readonly DatedDecision[]
}

/** The form to decide a point; where it was decided, what, by whom and why, and the form to take that back. */
function Decide({ call: { lang, csrf, context }, rule, item, decided }: DecideProps) {
  const decision = standingDecision(decided, rule, item)
  const id = (part: string) => [part, rule, item].filter((one) => one !== undefined).join('-')
  return (
    <>
      {decision && (
        <p class="note" role="status">
          {fill(
            WORDS.decided[lang],
            { ...decision, outcome: outcomeText(decision.outcome, lang), on: showDate(decision.on, lang) },
            lang,
          )}
        </p>
      )}
      <details open={decision === undefined}>
        <summary>{(decision ? WORDS.takeBack : WORDS.decide)[lang]}</summary>
        <form method="post" action={context.req.path}>
          <input type="hidden" name={TOKEN_FIELD} value={csrf} />
          <input type="hidden" name="rule" value={rule} />
          {item !== undefined && <input type="hidden" name="item" value={item} />}
          {decision ? (
            <input type="hidden" name="outcome" value="takenBack" />
          ) : (
            <div class="field">
              <label for={id('outcome')}>{WORDS.outcome[lang]}</label>
              <select id={id('outcome')} name="outcome" required>
                <option value="">{WORDS.choose[lang]}</option>
                {DECIDED.map((outcome) => (
                  <option value={outcome}>{outcomeText(outcome, lang)}</option>
                ))}
              </select>
            </div>
          )}
          <div class="field">
            <label for={id('reason')}>{WORDS.reason[lang]}</label>
            <input id={id('reason')} name="reason" required maxlength={500} />
          </div>
          <div class="field">
            <label for={id('by')}>{WORDS.by[lang]}</label>
            <input id={id('by')} name="by" required maxlength={120} autocomplete="name" />
          </div>
          <p class="ways">
            <button type="submit" class={decision && 'second'}>
              {(decision ? WORDS.takeBack : WORDS.decide)[lang]}
            </button>
          </p>
        </form>
      </details>
    </>
  )
}

const outcomeText = (outcome: (typeof DECIDED)[number], lang: Language): string => OUTCOME_WORDS[outcome].label[lang]

function historyText({ on, made }: DatedDecision, renderer: Renderer): string | undefined {
  const { lang } = renderer
  if (made.kind === 'replaced') return undefined
  const { rule, item, by, reason } = made.kind === 'decided' ? made.decision : made
  const what = made.kind === 'decided' ? outcomeText(made.decision.outcome, lang) : WORDS.takenBack[lang]
  const title = item === undefined ? renderer.title(rule) : `${renderer.title(rule)} (${item})`
  return fill(WORDS.line[lang], { on: instantText(on, lang), title, what, reason, by }, lang)
}

const text = (longest: number) => z.string().trim().min(1).max(longest)
const form = z.object({
  rule: text(80),
  item: text(200).optional(),
  outcome: z.enum([...DECIDED, 'takenBack']),
  reason: text(500),
  by: text(120),
})

/**
 * Writes what a person decided of a point into the authority's record, or takes it back.
 * @throws Problem when a part is missing, or the point is not of the verdict; nothing is written then
 */
export async function decidePoint(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const parsed = form.safeParse(await readForm(context))
  const { code, id, verdict } = await reviewed(call)
  const path = reviewPath(code, id)
  const problem = (detail: Localized) =>
    new Problem({ status: 422, title: WORDS.bad }, detail, { ways: [{ href: path, label: WORDS.again }] })
  if (!parsed.success) throw problem(WORDS.badText)
  const { rule, item, outcome, reason, by } = parsed.data
  const finding = verdict.findings.find((one) => one.rule === rule)
  if (finding?.outcome !== 'needsReview') throw problem(WORDS.badText)
  const on = tools.clock().toISOString()
  const today = dayInVietnam(on)
  const at = { rule, ...(item !== undefined && { item }) }
  const made =
    outcome === 'takenBack'
      ? ({ kind: 'takenBack', ...at, reason, by } as const)
      : ({ kind: 'decided', decision: { ...at, outcome, on: today, reason, by } } as const)
  const { bundles } = tools.authorityFiles
  const { otherKind } = await writeDecision({ province, code }, { on, made }, tools.random(), today, {
    desk: tools.desk,
    bundles,
    service: tools.service,
  })
  if (otherKind !== undefined)
    throw problem({
      vi: fill(WORDS.otherKind.vi, { name: otherKind }, 'vi'),
      en: fill(WORDS.otherKind.en, { name: otherKind }, 'en'),
    })
  context.set('audited', { rule, outcome, ...(item !== undefined && { item }) })
  return context.redirect(`${path}#rule-${rule}`, 303)
}
