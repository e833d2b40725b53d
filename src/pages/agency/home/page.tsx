import { headTexts, scoreText } from '../../../report/head.ts'
import { deadlinesOf } from '../../../report/ics/dates.ts'
import { fill, Renderer } from '../../../report/render.ts'
import { STATUS_WORDS } from '../../../report/words/verdict.ts'
import type { ReadVerdict } from '../../../service/service.ts'
import { show } from '../../layout/show.tsx'
import type { AgencyPageCall } from '../../page.ts'
import { dayOf } from '../day-of.ts'
import { MANIFEST_PATH, UPLOAD_PATH, verdictPath } from '../paths.ts'
import { DueList } from './due-list.tsx'
import { PastList } from './past-list.tsx'
import { LastRefused, RefusedList } from './refused-list.tsx'
import { HOME_WORDS } from './words.ts'

/** An agency's first page: how it stands and until when, what falls due, what was handed in, and the two things to do. */
export async function agencyHome(call: AgencyPageCall): Promise<Response> {
  const { tools, agency, lang } = call
  const latest = await tools.service.latestVerdict(agency)
  const uploads = await tools.service.listUploads(agency)
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
      </>,
    )
  const { source: ruleSet } = tools.judge.ruleSet
  const { verdict } = latest
  const verdicts = (await tools.service.listVerdicts(agency)).toReversed()
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
      <PastList verdicts={verdicts} naming={{ latest: verdict, ruleSet, lang }} />
      <RefusedList refused={refused} lang={lang} />
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
