import type { Child } from 'hono/jsx'
import type { Language } from '../../core/errors.ts'
import { DRAW_UP_PATH, OLD_VERSION, versionsPath, yearPath } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { DESK_WORKS, isUploadId, uploadAskedOn } from '../../service/keys.ts'
import {
  cancelVersion,
  type OfVersion,
  readEnd,
  readVersion,
  shownVersion,
  showVersion,
  type VersionRequest,
} from '../../service/prescreen-versions.ts'
import { readDocument, readShown } from '../../service/published.ts'
import { workProgress } from '../../service/work.ts'
import { instantText } from '../agency/words.ts'
import { PageData, show } from '../layout.tsx'
import { noSuchPage } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { WORK_WORDS } from './list-words.ts'
import { JudgedAgain, Made } from './made.tsx'
import { Previewed } from './preview.tsx'
import { Difference, NotJudged } from './version-difference.tsx'
import { basisText, endText } from './versions.tsx'
import { DESK_WORDS, VERSION_WORDS as WORDS } from './words.ts'
import { pathOf, personOf } from './year.ts'

/** The version that an address names. @throws Problem when it names none */
async function versionOf(call: AuthorityPageCall): Promise<{ of: OfVersion; request: VersionRequest }> {
  const { context, tools, province } = call
  const { year = '', work: said, id = '' } = context.req.param()
  const work = DESK_WORKS.find((one) => one === said)
  const of = { province, year: Number(year), ...(work !== undefined && { work }), id }
  const isVersion = /^2\d{3}$/.test(year) && isUploadId(id) && work === said
  const request = isVersion ? await readVersion(of, tools.desk) : undefined
  if (request === undefined) throw noSuchPage(context.req.path)
  return { of, request }
}

/** One version: how far it is while it is made; then what it came to, and how it differs from the one in use. */
export async function versionPage(call: AuthorityPageCall): Promise<Response> {
  const { tools, lang } = call
  const { of, request } = await versionOf(call)
  const end = await readEnd(of, tools.desk)
  const on = instantText(request.on, lang)
  const title =
    of.work === undefined
      ? fill(WORDS.one[lang], { on }, lang)
      : fill(WORK_WORDS.one[lang], { work: WORK_WORDS[of.work][lang], on }, lang)
  const page = { title, above: <a href={versionsPath(of.year)}>{WORDS.versions[lang]}</a> }
  if (end === undefined) return makingPage(call, of, page)
  const basis = <p class="muted">{basisText(call, of, request)}</p>
  if (end.kind !== 'finished')
    return show(
      call,
      page,
      <>
        {basis}
        <p class="note wait">{endText(of, end, lang)}</p>
        <p class="ways">
          {of.work === undefined ? (
            <a class="button" href={DRAW_UP_PATH}>
              {DESK_WORDS.drawUp[lang]}
            </a>
          ) : (
            <a href={versionsPath(of.year)}>{WORDS.versions[lang]}</a>
          )}
        </p>
      </>,
    )
  if (of.work !== undefined)
    return show(
      call,
      { ...page, wide: of.work === 'preview' },
      <>
        {basis}
        <p class="lead">{endText(of, end, lang)}</p>
        {of.work === 'preview' && (await Previewed({ call, of }))}
        {of.work === 'rejudge' && (await JudgedAgain({ call, of }))}
        {of.work !== 'preview' && of.work !== 'rejudge' && (await Made({ call, of, end }))}
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
      <p class="lead">{endText(of, end, lang)}</p>
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
  const path = pathOf(of)
  const words = of.work === undefined ? { ...WORDS, stop: WORDS.cancel } : { ...WORDS, ...WORK_WORDS }
  const { done, total, text } = await stateOf(call, of)
  return show(
    call,
    { ...page, islands: ['waiting'], againSeconds: AGAIN_SECONDS },
    <>
      <progress id="waiting-progress" max={Math.max(total, 1)} value={done} aria-label={words.making[lang]} />
      <p class="lead" role="status" id="waiting-text">
        {text}
      </p>
      <p>{words.stays[lang]}</p>
      <form method="post" action={`${path}/cancelled`}>
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <p class="ways">
          <button type="submit" class="second">
            {words.stop[lang]}
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
  const progress = await workProgress(of, tools.desk)
  if (progress === undefined) return { done: 0, total: 0, text: WORDS.waiting[lang] }
  const { done, total } = progress
  const spent = tools.clock().getTime() - Date.parse(uploadAskedOn(of.id))
  const left = done === 0 ? undefined : Math.ceil(((spent / done) * (total - done)) / 1000)
  const time = left === undefined ? '' : ` ${fill(WORDS.left[lang], { time: durationText(left, lang) }, lang)}`
  return {
    done,
    total,
    text: `${fill((of.work === undefined ? WORDS : WORK_WORDS).progress[lang], { done, total }, lang)}${time}`,
  }
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
  return call.context.redirect(pathOf(of), 303)
}

/**
 * Uses a version from now on: a new one, or an earlier one again.
 * @throws Problem where it is not made
 */
export async function useVersion(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  if (context.req.param('id') === OLD_VERSION) return useOldVersion(call)
  const { of } = await versionOf(call)
  if (of.work !== undefined || (await readEnd(of, tools.desk))?.kind !== 'finished') throw noSuchPage(context.req.path)
  const on = tools.clock().toISOString()
  // A double click shows it once.
  if ((await shownVersion(of, tools.desk))?.id !== of.id)
    await showVersion(of, { on, by: personOf(call), id: of.id }, tools.random(), tools.desk)
  context.set('audited', { year: of.year, version: of.id })
  return context.redirect(yearPath(of.year), 303)
}

/** Goes back to what a release without versions left. @throws Problem where it left nothing that bears our signature */
async function useOldVersion(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const year = Number(/^2\d{3}$/.exec(context.req.param('year') ?? '')?.[0] ?? Number.NaN)
  const of = { province, year, id: undefined }
  if (Number.isNaN(year) || (await readDocument(of, tools.desk, tools.signer)) === undefined)
    throw noSuchPage(context.req.path)
  const on = tools.clock().toISOString()
  if ((await shownVersion(of, tools.desk))?.id !== null)
    await showVersion(of, { on, by: personOf(call), id: null }, tools.random(), tools.desk)
  context.set('audited', { year, version: OLD_VERSION })
  return context.redirect(yearPath(year), 303)
}
