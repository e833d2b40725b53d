import { fill } from '../../../report/render.ts'
import { showDate, showNumber } from '../../../report/values.ts'
import { STATUS_WORDS } from '../../../report/words/verdict.ts'
import type { ListedVerdict } from '../../../service/service.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { VERDICT_PAGE_WORDS } from '../../verdict/words.ts'
import { DESK_PATH, verdictAtDeskPath } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { agencyOf } from './agency-of.ts'
import { ScoreLine } from './score-line.tsx'
import { HISTORY_WORDS as WORDS } from './words.ts'

/** Everything the service knows of one agency: its verdicts over the years, drawn and listed. */
export async function historyPage(call: AuthorityPageCall): Promise<Response> {
  const { tools, lang } = call
  const code = agencyOf(call)
  const verdicts = await tools.service.listVerdicts(code)
  const latest = await tools.service.latestVerdict(code)
  const title = latest === undefined ? code : `${latest.verdict.agency.name} (${code})`
  return show(
    call,
    { title, above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    verdicts.length === 0 ? (
      <p class="lead">{WORDS.nothing[lang]}</p>
    ) : (
      <>
        <ScoreLine verdicts={verdicts} lang={lang} />
        <h2>{WORDS.verdicts[lang]}</h2>
        <Verdicts call={call} code={code} verdicts={verdicts.toReversed()} />
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
  const heads = [WORDS.on, WORDS.from, DESK_WORDS.status, DESK_WORDS.score, DESK_WORDS.until, VERDICT_PAGE_WORDS.links]
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
              {'year' in one ? fill(WORDS.recheck[lang], { year: String(one.year) }, lang) : WORDS.upload[lang]}
            </td>
            <td data-label={DESK_WORDS.status[lang]}>
              <span class={`status ${one.status}`}>{STATUS_WORDS[one.status].label[lang]}</span>
            </td>
            <td data-label={DESK_WORDS.score[lang]} class="n">
              {one.score && `${showNumber(one.score.low, lang)}–${showNumber(one.score.high, lang)}`}
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
