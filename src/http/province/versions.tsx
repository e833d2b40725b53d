import type { Child } from 'hono/jsx'
import type { Language } from '../../core/errors.ts'
import { DRAW_UP_PATH, versionPath, versionsPath, yearPath } from '../../core/paths.ts'
import { RESULTS } from '../../province/prescreen.ts'
import { resultLabel } from '../../render/province/prescreen-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate } from '../../render/values.ts'
import { versionProgress } from '../../service/draw-up.ts'
import { isUploadId, uploadAskedOn } from '../../service/keys.ts'
import {
  cancelVersion,
  listVersions,
  type OfVersion,
  readEnd,
  readVersion,
  shownVersion,
  showVersion,
  type VersionEnd,
  type VersionRequest,
} from '../../service/prescreen-versions.ts'
import { readDocument, readShown } from '../../service/published.ts'
import { instantText } from '../agency/words.ts'
import { listed, PageData, show } from '../layout.tsx'
import { noSuchPage } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { Difference, NotJudged, UseForm } from './version-difference.tsx'
import { DESK_WORDS, VERSION_WORDS as WORDS } from './words.ts'

/** Who makes or chooses a version, as records call them. */
export const personOf = ({ session, province }: AuthorityPageCall): string => session?.person ?? province

/** The version that an address names. @throws Problem when it names none */
async function versionOf(call: AuthorityPageCall): Promise<{ of: OfVersion; request: VersionRequest }> {
  const { context, tools, province } = call
  const { year = '', id = '' } = context.req.param()
  const of = { province, year: Number(year), id }
  const isVersion = /^2\d{3}$/.test(year) && isUploadId(id)
  const request = isVersion ? await readVersion(of, tools.desk) : undefined
  if (request === undefined) throw noSuchPage(context.req.path)
  return { of, request }
}

/** All versions of a year: who made each, when, from what, what it came to, and which one is in use. */
export async function versionsPage(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province, lang } = call
  const said = context.req.param('year') ?? ''
  if (!/^2\d{3}$/.test(said)) throw noSuchPage(context.req.path)
  const of = { province, year: Number(said) }
  const shown = await shownVersion(of, tools.desk)
  const versions = await listVersions(of, tools.desk)
  const ends = await Promise.all(versions.map(({ id }) => readEnd({ ...of, id }, tools.desk)))
  const rows = await listed(versions, (version, at) => {
    const end = ends[at]
    const path = versionPath(of.year, version.id)
    return (
      <tr>
        <th scope="row" data-label={WORDS.asked[lang]}>
          <a href={path}>{instantText(version.on, lang)}</a>
        </th>
        <td data-label={WORDS.by[lang]}>
          {version.by}
          <span class="small muted"> ({WORDS[version.from][lang]})</span>
        </td>
        <td data-label={WORDS.from[lang]}>{basisText(call, version)}</td>
        <td data-label={WORDS.came[lang]}>{endText(end, lang)}</td>
        <td>
          {shown?.id === version.id ? (
            <strong>{WORDS.inUse[lang]}</strong>
          ) : (
            end?.kind === 'finished' && <UseForm call={call} path={path} label={WORDS.back[lang]} second />
          )}
        </td>
      </tr>
    )
  })
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { year: said }, lang),
      above: <a href={yearPath(of.year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      {versions.length === 0 ? (
        <p>{WORDS.none[lang]}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              {[WORDS.asked, WORDS.by, WORDS.from, WORDS.came].map((words) => (
                <th scope="col">{words[lang]}</th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      )}
      <p class="ways">
        <a class="button" href={DRAW_UP_PATH}>
          {DESK_WORDS.drawUp[lang]}
        </a>
      </p>
    </>,
  )
}

function basisText(
  { tools, lang }: AuthorityPageCall,
  { registered, asOf, profileId, ruleSet }: VersionRequest,
): string {
  const profile = tools.judge.ruleSet.source.profiles.find(({ id }) => id === profileId)?.title[lang] ?? profileId
  const values = { registered, asOf: showDate(asOf, lang), profile, rules: ruleSet.version }
  return fill(WORDS.basis[lang], values, lang)
}

/** What making a version came to, in a line. */
function endText(end: VersionEnd | undefined, lang: Language): string {
  if (end === undefined) return WORDS.making[lang]
  if (end.kind === 'cancelled') return WORDS.cancelled[lang]
  if (end.kind === 'failed') return fill(WORDS.failed[lang], { why: end.why[lang] }, lang)
  return RESULTS.filter((id) => (end.results[id] ?? 0) > 0)
    .map((id) => `${end.results[id]} ${resultLabel(id, lang).toLocaleLowerCase(lang)}`)
    .join(' · ')
}

/** One version: how far it is while it is made; then what it came to, and how it differs from the one in use. */
export async function versionPage(call: AuthorityPageCall): Promise<Response> {
  const { tools, lang } = call
  const { of, request } = await versionOf(call)
  const end = await readEnd(of, tools.desk)
  const page = {
    title: fill(WORDS.one[lang], { on: instantText(request.on, lang) }, lang),
    above: <a href={versionsPath(of.year)}>{WORDS.versions[lang]}</a>,
  }
  if (end === undefined) return makingPage(call, of, page)
  const basis = <p class="muted">{basisText(call, request)}</p>
  if (end.kind !== 'finished')
    return show(
      call,
      page,
      <>
        {basis}
        <p class="note wait">{endText(end, lang)}</p>
        <p class="ways">
          <a class="button" href={DRAW_UP_PATH}>
            {DESK_WORDS.drawUp[lang]}
          </a>
        </p>
      </>,
    )
  const document = await readDocument(of, tools.desk, tools.signer)
  if (document === undefined) throw noSuchPage(call.context.req.path)
  const shown = await readShown(of, tools.desk, tools.signer)
  return show(
    call,
    { ...page, wide: true },
    <>
      {basis}
      <p class="lead">{endText(end, lang)}</p>
      <NotJudged document={document} lang={lang} />
      {shown?.id === of.id ? (
        <p class="ways">
          <strong>{WORDS.inUse[lang]}</strong>
          <a class="button" href={yearPath(of.year)}>
            {DESK_WORDS.agencies[lang]}
          </a>
        </p>
      ) : (
        <Difference call={call} of={of} now={shown?.document} next={document} />
      )}
    </>,
  )
}

async function makingPage(call: AuthorityPageCall, of: OfVersion, page: { title: string; above: Child }) {
  const { lang, csrf } = call
  const path = versionPath(of.year, of.id)
  const { done, total, text } = await stateOf(call, of)
  return show(
    call,
    { ...page, islands: ['waiting'], againSeconds: AGAIN_SECONDS },
    <>
      <progress id="waiting-progress" max={Math.max(total, 1)} value={done} aria-label={WORDS.making[lang]} />
      <p class="lead" role="status" id="waiting-text">
        {text}
      </p>
      <p>{WORDS.stays[lang]}</p>
      <form method="post" action={`${path}/cancelled`}>
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <p class="ways">
          <button type="submit" class="second">
            {WORDS.cancel[lang]}
          </button>
        </p>
      </form>
      <PageData id="waiting-settings" value={{ state: `${path}/state` }} />
    </>,
  )
}

const AGAIN_SECONDS = 5

/** How far a version is, for the page and for its script. */
async function stateOf({ tools, lang }: AuthorityPageCall, of: OfVersion) {
  const progress = await versionProgress(of, tools.desk)
  if (progress === undefined) return { done: 0, total: 0, text: WORDS.waiting[lang] }
  const { done, total } = progress
  const spent = tools.clock().getTime() - Date.parse(uploadAskedOn(of.id))
  const left = done === 0 ? undefined : Math.ceil(((spent / done) * (total - done)) / 1000)
  const time = left === undefined ? '' : ` ${fill(WORDS.left[lang], { time: durationText(left, lang) }, lang)}`
  return { done, total, text: `${fill(WORDS.progress[lang], { done, total }, lang)}${time}` }
}

const durationText = (seconds: number, lang: Language): string =>
  seconds < 90
    ? fill(WORDS.seconds[lang], { n: seconds }, lang)
    : fill(WORDS.minutes[lang], { n: Math.round(seconds / 60) }, lang)

/** The same for the page's script: it asks until the version is made. */
export async function versionState(call: AuthorityPageCall): Promise<Response> {
  const { of } = await versionOf(call)
  const isMade = (await readEnd(of, call.tools.desk)) !== undefined
  return call.context.json(isMade ? { state: 'made' } : { state: 'waiting', ...(await stateOf(call, of)) })
}

/** Asks for a version not to be made any further. */
export async function cancelMaking(call: AuthorityPageCall): Promise<Response> {
  const { of } = await versionOf(call)
  await cancelVersion(of, { on: call.tools.clock().toISOString(), by: personOf(call) }, call.tools.desk)
  return call.context.redirect(versionPath(of.year, of.id), 303)
}

/**
 * Uses a version from now on: a new one, or an earlier one again.
 * @throws Problem where it is not made
 */
export async function useVersion(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { of } = await versionOf(call)
  if ((await readEnd(of, tools.desk))?.kind !== 'finished') throw noSuchPage(context.req.path)
  const on = tools.clock().toISOString()
  // A double click shows it once.
  if ((await shownVersion(of, tools.desk))?.id !== of.id)
    await showVersion(of, { on, by: personOf(call), id: of.id }, tools.random(), tools.desk)
  context.set('audited', { year: of.year, version: of.id })
  return context.redirect(yearPath(of.year), 303)
}
