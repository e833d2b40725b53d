import type { Language } from '../../core/errors.ts'
import { isOfProvince } from '../../core/names.ts'
import { authorityFilesPath, DESK_PATH, verdictAtDeskPath } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { showDate, showNumber } from '../../render/values.ts'
import { STATUS_WORDS } from '../../render/words.ts'
import type { ListedVerdict } from '../../service/service.ts'
import { show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { toAgencyCode } from '../sign-in/caller.ts'
import { attemptText, ErasedNotes, RejudgedNote } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS } from '../words.ts'
import { DESK_WORDS, KEPT_WORDS, HISTORY_WORDS as WORDS } from './words.ts'

/** Everything the service knows of one agency: its verdicts over the years, drawn and listed. */
export async function historyPage(call: AuthorityPageCall): Promise<Response> {
  const { tools, lang } = call
  const code = agencyOf(call)
  const verdicts = await tools.service.listVerdicts(code)
  const latest = await tools.service.latestVerdict(code)
  const erased = await tools.service.listErased(code)
  const title = latest === undefined ? code : `${latest.verdict.agency.name} (${code})`
  const kept = (
    <p class="ways">
      <a href={authorityFilesPath(code)}>{KEPT_WORDS.link[lang]}</a>
    </p>
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
        <h2>{WORDS.verdicts[lang]}</h2>
        <Verdicts call={call} code={code} verdicts={verdicts.toReversed()} />
        {kept}
        <ErasedNotes erased={erased} lang={lang} />
      </>
    ),
  )
}

interface VerdictsProps {
  call: AuthorityPageCall
  code: string
  verdicts: readonly ListedVerdict[]
}

function Verdicts({ call: { lang }, code, verdicts }: VerdictsProps) {
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
        {verdicts.map((one, at) => (
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
              {at < verdicts.length - 1 && (
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

/**
 * The agency in the address, which must be of the authority's province.
 * @throws Problem when it is not
 */
export function agencyOf({ context, province }: AuthorityPageCall): string {
  const said = context.req.param('code') ?? ''
  const code = toAgencyCode(said)
  if (code !== undefined && isOfProvince(code, province)) return code
  const values = { code: said.slice(0, 40), province }
  throw new Problem(
    { status: 403, title: WORDS.foreign },
    { vi: fill(WORDS.foreignText.vi, values, 'vi'), en: fill(WORDS.foreignText.en, values, 'en') },
    { ways: [{ href: DESK_PATH, label: DESK_WORDS.back }] },
  )
}
