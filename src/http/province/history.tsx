import type { Language } from '../../core/errors.ts'
import {
  authorityFilesPath,
  DESK_PATH,
  historyPath,
  lettersPath,
  verdictAtDeskPath,
  yearPath,
  yearVerdictPath,
} from '../../core/paths.ts'
import { type Prescreen, type PrescreenAgency, resultOf } from '../../province/prescreen.ts'
import { policyOfPage } from '../../render/html/styles.ts'
import { resultLabel } from '../../render/province/prescreen-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate, showNumber } from '../../render/values.ts'
import { STATUS_WORDS } from '../../render/words.ts'
import { publishedVerdict, readShown } from '../../service/published.ts'
import type { ListedVerdict } from '../../service/service.ts'
import { LETTER_TEXTS } from '../../service/words.ts'
import { show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { attemptText, ErasedNotes, RejudgedNote } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS } from '../words.ts'
import { Pages } from './agency-list.tsx'
import { printed } from './downloads.ts'
import { pageOf, selectionOf } from './selection.ts'
import { DESK_WORDS, KEPT_WORDS, HISTORY_WORDS as WORDS } from './words.ts'
import { agencyOf, prescreenOf, publishedYears } from './year.ts'

/** Everything the service knows of one agency: its verdicts over the years, drawn and listed, and what the pre-screening has of it. */
export async function historyPage(call: AuthorityPageCall): Promise<Response> {
  const { tools, lang } = call
  const code = agencyOf(call)
  const { verdicts, latest, erased } = await tools.service.agencyHistory(code)
  const page = pageOf(verdicts.toReversed(), call.context.req.query('page'))
  const screened = await screenedLast(call, code)
  const name = latest?.verdict.agency.name ?? screened?.agency.name
  const title = name === undefined ? code : `${name} (${code})`
  const kept = (
    <>
      {screened && <Screened call={call} {...screened} />}
      <p class="ways">
        <a href={authorityFilesPath(code)}>{KEPT_WORDS.link[lang]}</a>
      </p>
    </>
  )
  return show(
    call,
    { title, above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    verdicts.length === 0 ? (
      <>
        <p class="lead">{WORDS.nothing[lang]}</p>
        {kept}
        <ErasedNotes erased={erased} lang={lang} />
      </>
    ) : (
      <>
        <ScoreLine verdicts={verdicts} lang={lang} />
        <h2 id="verdicts">{WORDS.verdicts[lang]}</h2>
        <Verdicts call={call} code={code} verdicts={page.items} first={verdicts[0]?.id} />
        <Pages call={call} selection={selectionOf(() => undefined)} page={page} heading="verdicts" />
        {kept}
        <ErasedNotes erased={erased} lang={lang} />
      </>
    ),
  )
}

/** What the last pre-screening that is shown has of an agency. */
async function screenedLast(call: AuthorityPageCall, code: string) {
  const { tools, province } = call
  const [year] = await publishedYears(call)
  const shown =
    year === undefined ? undefined : await readShown({ province, year }, tools.desk, tools.signer, tools.workers)
  const agency = shown?.document.agencies.find((one) => one.code === code)
  return shown && agency && { document: shown.document, agency }
}

/** The agency's line in the last pre-screening, with the way to the verdict that it rests on. */
function Screened({
  call: { lang },
  document: { year, asOf },
  agency,
}: {
  call: AuthorityPageCall
  document: Prescreen
  agency: PrescreenAgency
}) {
  const { code, score, bundle, status } = agency
  return (
    <>
      <h2>{fill(WORDS.screened[lang], { year: String(year) }, lang)}</h2>
      <p>
        <span class={`status ${status ?? 'none'}`}>{resultLabel(resultOf(agency), lang)}</span>
        {score && <> · {`${showNumber(score.low, lang)}–${showNumber(score.high, lang)}`}</>}
        {` · ${showDate(asOf, lang)}`}
      </p>
      {bundle !== null && (
        <p class="ways">
          <a href={yearVerdictPath(year, code)}>{WORDS.findings[lang]}</a>
          <a href={`${lettersPath(year)}?${new URLSearchParams({ code })}`}>{DESK_WORDS.letters[lang]}</a>
        </p>
      )}
    </>
  )
}

/**
 * The verdict that the pre-screening of a year rests on, whoever published it: with its findings, as any other.
 * @throws Problem when there is none
 */
export async function yearVerdictPage(call: AuthorityPageCall): Promise<Response> {
  const { tools, lang, province } = call
  const code = agencyOf(call)
  const prescreen = await prescreenOf(call)
  const { year } = prescreen.document
  const verdict = await publishedVerdict(province, prescreen, code, tools.desk, tools.signer)
  if (verdict === undefined)
    throw new Problem({ status: 404, title: WORDS.noVerdict }, LETTER_TEXTS.unpublished, {
      ways: [{ href: historyPath(code), label: WORDS.back }],
    })
  const page = await tools.workers.run('page', { verdict, lang, facts: undefined })
  // The same dossier, where it was handed in here: with its papers. Another was judged where the command was run.
  const { sha256 } = verdict.bundle
  const handedIn = (await tools.service.listVerdicts(code)).findLast(({ bundleSha256 }) => bundleSha256 === sha256)
  return printed(call, page, policyOfPage(page), [
    { href: historyPath(code), label: WORDS.back },
    handedIn === undefined
      ? { href: historyPath(code), label: WORDS.noPapers }
      : { href: verdictAtDeskPath(code, handedIn.id), label: WORDS.papers },
    { href: `${yearPath(year)}`, label: DESK_WORDS.agencies },
    { href: `${lettersPath(year)}?${new URLSearchParams({ code })}`, label: DESK_WORDS.letters },
  ])
}

interface VerdictsProps {
  call: AuthorityPageCall
  code: string
  verdicts: readonly ListedVerdict[]
  /** Id of the very first one, before which there is none to compare with. */
  first: string | undefined
}

function Verdicts({ call: { lang }, code, verdicts, first }: VerdictsProps) {
  const heads = [
    WORDS.on,
    WORDS.from,
    DESK_WORDS.status,
    DESK_WORDS.score,
    DESK_WORDS.backed,
    DESK_WORDS.until,
    VERDICT_PAGE_WORDS.links,
  ]
  return (
    <table class="stack">
      <thead>
        <tr>
          {heads.map((words) => (
            <th scope="col">{words[lang]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {verdicts.map((one) => (
          <tr>
            <th scope="row" data-label={WORDS.on[lang]}>
              <a href={verdictAtDeskPath(code, one.id)}>{showDate(one.asOf, lang)}</a>
            </th>
            <td data-label={WORDS.from[lang]}>
              {attemptText(one, lang)}
              {one.provisional && <span class="small muted"> ({VERDICT_PAGE_WORDS.provisional[lang]})</span>}
              {one.rejudged && (
                <RejudgedNote
                  rejudged={one.rejudged}
                  href={verdictAtDeskPath(code, one.rejudged.replaces)}
                  lang={lang}
                />
              )}
            </td>
            <td data-label={DESK_WORDS.status[lang]}>
              <span class={`status ${one.status}`}>{STATUS_WORDS[one.status].label[lang]}</span>
            </td>
            <td data-label={DESK_WORDS.score[lang]} class="n">
              {one.score && `${showNumber(one.score.low, lang)}–${showNumber(one.score.high, lang)}`}
            </td>
            <td data-label={DESK_WORDS.backed[lang]} class="n">
              {one.backed != null && `${showNumber(one.backed, lang)}%`}
            </td>
            <td data-label={DESK_WORDS.until[lang]}>{one.validUntil && showDate(one.validUntil, lang)}</td>
            <td>
              {one.id !== first && (
                <a href={`${verdictAtDeskPath(code, one.id)}/compare`}>{VERDICT_PAGE_WORDS.compare[lang]}</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const WIDTH = 640
const HEIGHT = 180
const LEFT = 52
const BOTTOM = 36
const TOP = 22
const y = (points: number) => HEIGHT - BOTTOM - (points / 100) * (HEIGHT - BOTTOM - TOP)

/** The score of every verdict, the oldest at the left; nothing where fewer than two have one. */
function ScoreLine({ verdicts, lang }: { verdicts: readonly ListedVerdict[]; lang: Language }) {
  const points = verdicts.flatMap(({ asOf, score }) => (score ? [{ asOf, low: score.low }] : []))
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 2) return null
  const step = (WIDTH - LEFT - 20) / (points.length - 1)
  const placed = points.map((point, at) => ({ ...point, x: LEFT + 10 + at * step, y: y(point.low) }))
  const values = {
    n: points.length,
    first: showNumber(first.low, lang),
    firstOn: showDate(first.asOf, lang),
    last: showNumber(last.low, lang),
    lastOn: showDate(last.asOf, lang),
  }
  const text = fill(WORDS.scoresText[lang], values, lang)
  return (
    <>
      <h2 id="scores">{WORDS.scores[lang]}</h2>
      <p>{text}</p>
      <figure class="chart">
        <svg role="img" aria-labelledby="scores" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
          <title>{text}</title>
          {[0, 25, 50, 75, 100].map((value) => (
            <>
              <line class="grid" x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 6} y={y(value) + 4} text-anchor="end">
                {value}
              </text>
            </>
          ))}
          <polyline class="line" points={placed.map((point) => `${point.x},${point.y}`).join(' ')} />
          {placed.map((point) => (
            <circle class="dot" cx={point.x} cy={point.y} r="4.5">
              <title>{`${showDate(point.asOf, lang)}: ${showNumber(point.low, lang)}`}</title>
            </circle>
          ))}
          {[placed[0], placed.at(-1)].map((point, at) => (
            <text x={point?.x} y={HEIGHT - 6} text-anchor={at === 0 ? 'start' : 'end'}>
              {showDate(point?.asOf ?? '', lang)}
            </text>
          ))}
        </svg>
      </figure>
    </>
  )
}
