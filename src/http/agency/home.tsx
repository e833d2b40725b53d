import type { Language } from '../../core/errors.ts'
import { CALENDAR_PATH, MANIFEST_PATH, UPLOAD_PATH, uploadPath, verdictPath } from '../../core/paths.ts'
import { headTexts, scoreText, standingText } from '../../render/head.ts'
import { type Deadline, deadlinesOf } from '../../render/ics.ts'
import { fill, Renderer } from '../../render/renderer.ts'
import { showDate, showNumber } from '../../render/values.ts'
import { REPORT_WORDS, STATUS_WORDS } from '../../render/words.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { RefusalEntry } from '../../service/entry.ts'
import type { ListedVerdict, ReadVerdict } from '../../service/service.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { show } from '../layout.tsx'
import type { AgencyPageCall } from '../route.ts'
import { attemptText, ErasedNotes, RejudgedNote } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS } from '../words.ts'
import { dayOf, HOME_WORDS, instantText } from './words.ts'

/** An agency's first page: how it stands and until when, what falls due, what was handed in, and the two things to do. */
export async function agencyHome(call: AgencyPageCall): Promise<Response> {
  const { tools, agency, lang } = call
  const { latest, uploads, erased, verdicts } = await tools.service.agencyHistory(agency)
  const refused = uploads.filter((one) => one.kind === 'refusal')
  const last = uploads.at(-1)
  const told = last?.kind === 'refusal' && <LastRefused last={last} lang={lang} />
  if (latest === undefined)
    return show(
      call,
      { title: fill(HOME_WORDS.nothing[lang], { code: agency }, lang) },
      <>
        <p class="lead">{HOME_WORDS.nothingText[lang]}</p>
        {told}
        <Ways call={call} />
        <RefusedList refused={refused} lang={lang} />
        <ErasedNotes erased={erased} lang={lang} />
      </>,
    )
  const { source: ruleSet } = tools.judge.ruleSet
  const { verdict } = latest
  const deadlines = deadlinesOf(verdict, new Renderer(ruleSet, lang))
  return show(
    call,
    { title: verdict.agency.name, above: agency },
    <>
      <Ways call={call} />
      {told}
      <Standing latest={latest} call={call} />
      <h2>{HOME_WORDS.due[lang]}</h2>
      <DueList deadlines={deadlines} today={dayOf(tools)} lang={lang} />
      <h2>{HOME_WORDS.past[lang]}</h2>
      <PastList verdicts={verdicts.toReversed()} naming={{ latest: verdict, ruleSet, lang }} />
      <RefusedList refused={refused} lang={lang} />
      <ErasedNotes erased={erased} lang={lang} />
    </>,
  )
}

function Ways({ call: { lang } }: { call: AgencyPageCall }) {
  return (
    <p class="ways">
      <a class="button" href={UPLOAD_PATH}>
        {HOME_WORDS.upload[lang]}
      </a>
      <a class="button second" href={MANIFEST_PATH}>
        {HOME_WORDS.build[lang]}
      </a>
    </p>
  )
}

function Standing({ latest, call }: { latest: ReadVerdict; call: AgencyPageCall }) {
  const { tools, lang } = call
  const { verdict, listed } = latest
  const { status, score, asOf } = verdict
  const { grade, kept } = headTexts(verdict, tools.judge.ruleSet.source, lang)
  return (
    <section class={`answer ${status}`} aria-labelledby="latest">
      <h2 id="latest">{HOME_WORDS.latest[lang]}</h2>
      <p class="status">{[STATUS_WORDS[status].label[lang], grade].filter((part) => part !== null).join(', ')}</p>
      <p>{STATUS_WORDS[status].sentence[lang]}</p>
      <p>
        {score !== null && `${fill(HOME_WORDS.points[lang], { points: scoreText(score, lang) }, lang)} `}
        {fill(HOME_WORDS.asOf[lang], { asOf }, lang)} {kept}
      </p>
      <p>
        <a href={verdictPath(listed.id)}>{HOME_WORDS.open[lang]}</a>
      </p>
    </section>
  )
}

/** As many as a person takes in at a glance; the calendar holds all. */
const DUE_SHOWN = 8

/**
 * The days an agency must not miss, the nearest first.
 * @param today `YYYY-MM-DD`; what lies before it is marked
 */
function DueList({ deadlines, today, lang }: { deadlines: readonly Deadline[]; today: string; lang: Language }) {
  if (deadlines.length === 0) return <p>{HOME_WORDS.noDue[lang]}</p>
  const shown = deadlines.slice(0, DUE_SHOWN)
  const more = { shown: shown.length, total: deadlines.length }
  return (
    <>
      <ul class="due">
        {shown.map(({ on, summary }) => (
          <li class={on < today ? 'over' : undefined}>
            <time datetime={on}>{showDate(on, lang)}</time>
            <span>
              {summary}
              {on < today && <strong> ({HOME_WORDS.overdue[lang]})</strong>}
            </span>
          </li>
        ))}
      </ul>
      {deadlines.length > DUE_SHOWN && <p class="small muted">{fill(HOME_WORDS.moreDue[lang], more, lang)}</p>}
      <p>
        <a href={CALENDAR_PATH}>{HOME_WORDS.calendar[lang]}</a>
      </p>
    </>
  )
}

/** By which the grades of a list of verdicts are named. */
interface Naming {
  latest: Verdict
  ruleSet: RuleSet
  lang: Language
}

/** Every verdict of an agency, the newest first, each compared with the one before. */
function PastList({ verdicts, naming }: { verdicts: readonly ListedVerdict[]; naming: Naming }) {
  const { lang } = naming
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{HOME_WORDS.day[lang]}</th>
          <th scope="col">{HOME_WORDS.result[lang]}</th>
          <th scope="col">{HOME_WORDS.score[lang]}</th>
          <th scope="col">{REPORT_WORDS.backedLabel[lang]}</th>
          <th scope="col">{HOME_WORDS.links[lang]}</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((one, at) => (
          <Row one={one} hasEarlier={at < verdicts.length - 1} naming={naming} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, hasEarlier, naming }: { one: ListedVerdict; hasEarlier: boolean; naming: Naming }) {
  const { latest, ruleSet, lang } = naming
  return (
    <tr>
      <td>
        <a href={verdictPath(one.id)}>{showDate(one.asOf, lang)}</a>
        <span class="small muted"> ({attemptText(one, lang)})</span>
        {one.provisional && <span class="small muted"> ({VERDICT_PAGE_WORDS.provisional[lang]})</span>}
        {one.rejudged && <RejudgedNote rejudged={one.rejudged} href={verdictPath(one.rejudged.replaces)} lang={lang} />}
      </td>
      <td data-label={HOME_WORDS.result[lang]}>{standingText(one, latest, ruleSet, lang)}</td>
      <td data-label={HOME_WORDS.score[lang]}>{scoreText(one.score, lang)}</td>
      <td data-label={REPORT_WORDS.backedLabel[lang]}>{one.backed != null && `${showNumber(one.backed, lang)}%`}</td>
      <td>{hasEarlier && <a href={`${verdictPath(one.id)}/compare`}>{HOME_WORDS.compare[lang]}</a>}</td>
    </tr>
  )
}

/** As many as one looks through. */
const REFUSED_SHOWN = 10

/** Bundles that could not be taken in, the last one first, each with the way to its reasons; nothing where there is none. */
function RefusedList({ refused, lang }: { refused: readonly RefusalEntry[]; lang: Language }) {
  if (refused.length === 0) return null
  const shown = refused.toReversed().slice(0, REFUSED_SHOWN)
  const more = { shown: shown.length, total: refused.length }
  return (
    <>
      <h2>{HOME_WORDS.refused[lang]}</h2>
      <ul>
        {shown.map(({ uploadId, uploadedOn }) => (
          <li>
            <a href={uploadPath(uploadId)}>
              {fill(HOME_WORDS.refusedOn[lang], { time: instantText(uploadedOn, lang) }, lang)}
            </a>
          </li>
        ))}
      </ul>
      {refused.length > REFUSED_SHOWN && <p class="small muted">{fill(HOME_WORDS.moreRefused[lang], more, lang)}</p>}
    </>
  )
}

/** Says that what was handed in last was not taken in, and that an earlier result stands. */
function LastRefused({ last, lang }: { last: RefusalEntry; lang: Language }) {
  return (
    <div class="fault">
      <p>{fill(HOME_WORDS.lastRefused[lang], { time: instantText(last.uploadedOn, lang) }, lang)}</p>
      <p>
        <a href={uploadPath(last.uploadId)}>{HOME_WORDS.why[lang]}</a>
      </p>
    </div>
  )
}
