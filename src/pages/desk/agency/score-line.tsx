import type { Language } from '../../../base/localized.ts'
import { fill } from '../../../report/render.ts'
import { showDate, showNumber } from '../../../report/values.ts'
import type { ListedVerdict } from '../../../service/service.ts'
import { HISTORY_WORDS as WORDS } from './words.ts'

const WIDTH = 640
const HEIGHT = 180
const LEFT = 52
const BOTTOM = 36
const TOP = 22
const y = (points: number) => HEIGHT - BOTTOM - (points / 100) * (HEIGHT - BOTTOM - TOP)

/** The score of every verdict, the oldest at the left; nothing where fewer than two have one. */
export function ScoreLine({ verdicts, lang }: { verdicts: readonly ListedVerdict[]; lang: Language }) {
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
