import type { Language, Localized } from '../../core/errors.ts'
import { DRAW_UP_PATH, OLD_VERSION, versionPath, yearPath } from '../../core/paths.ts'
import { RESULTS } from '../../province/prescreen.ts'
import { resultLabel } from '../../render/province/prescreen-words.ts'
import { fill } from '../../render/renderer.ts'
import { showDate } from '../../render/values.ts'
import { DESK_WORKS, type DeskWork, uploadAskedOn } from '../../service/keys.ts'
import {
  listVersions,
  type OfVersion,
  readEnd,
  shownVersion,
  type VersionEnd,
  type VersionRequest,
} from '../../service/prescreen-versions.ts'
import { readDocument } from '../../service/published.ts'
import { instantText } from '../agency/words.ts'
import { show } from '../layout.tsx'
import { noSuchPage } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { WORK_WORDS } from './list-words.ts'
import { AskPapers, AskRejudging } from './made.tsx'
import { UseForm } from './version-difference.tsx'
import { DESK_WORDS, VERSION_WORDS as WORDS } from './words.ts'
import { pathOf } from './year.ts'

/** All versions of a year: who made each, when, from what, what it came to, and which one is in use. */
export async function versionsPage(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province, lang } = call
  const said = context.req.param('year') ?? ''
  if (!/^2\d{3}$/.test(said)) throw noSuchPage(context.req.path)
  const of = { province, year: Number(said) }
  const shown = await shownVersion(of, tools.desk)
  const old = await readDocument({ ...of, id: undefined }, tools.desk, tools.signer, tools.workers)
  const works = await Promise.all([undefined, ...DESK_WORKS].map((work) => versionsOf(call, { ...of, work })))
  const [prescreens, ...others] = works
  const made = others.filter(({ versions }) => versions.length > 0)
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { year: said }, lang),
      above: <a href={yearPath(of.year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      {prescreens === undefined || prescreens.versions.length === 0 ? (
        <p>{WORDS.none[lang]}</p>
      ) : (
        <Versions call={call} {...prescreens} shown={shown?.id ?? undefined} />
      )}
      {old && (
        <>
          <h2>{WORDS.old[lang]}</h2>
          <p>{fill(WORDS.oldText[lang], { asOf: showDate(old.asOf, lang), agencies: old.agencies.length }, lang)}</p>
          {shown?.id === null ? (
            <p>
              <strong>{WORDS.inUse[lang]}</strong>
            </p>
          ) : (
            <UseForm call={call} path={versionPath(of.year, OLD_VERSION)} label={WORDS.back[lang]} second />
          )}
        </>
      )}
      <p class="ways">
        <a class="button" href={DRAW_UP_PATH}>
          {DESK_WORDS.drawUp[lang]}
        </a>
      </p>
      {shown && (
        <>
          <h2>{WORK_WORDS.made[lang]}</h2>
          <p>{WORK_WORDS.madeLead[lang]}</p>
          <AskPapers call={call} year={of.year} />
          <AskRejudging call={call} year={of.year} />
          {made.map((one) => (
            <>
              <h3>{one.of.work && WORK_WORDS[one.of.work][lang]}</h3>
              <Versions call={call} {...one} />
            </>
          ))}
        </>
      )}
    </>,
  )
}

interface VersionsOf {
  of: Omit<OfVersion, 'id'>
  versions: readonly VersionRequest[]
  ends: readonly (VersionEnd | undefined)[]
}

async function versionsOf({ tools }: AuthorityPageCall, of: Omit<OfVersion, 'id'>): Promise<VersionsOf> {
  const versions = await listVersions(of, tools.desk)
  const ends = await Promise.all(versions.map(({ id }) => readEnd({ ...of, id }, tools.desk)))
  return { of, versions, ends }
}

/** The versions of one work, the last one first. */
function Versions({
  call,
  of,
  versions,
  ends,
  shown,
}: VersionsOf & { call: AuthorityPageCall; shown?: string | undefined }) {
  const { lang } = call
  return (
    <table class="stack">
      <thead>
        <tr>
          {[WORDS.asked, WORDS.by, WORDS.from, WORDS.came].map((words) => (
            <th scope="col">{words[lang]}</th>
          ))}
          {of.work === undefined && <td />}
        </tr>
      </thead>
      <tbody>
        {versions.map((version, at) => {
          const [end, path] = [ends[at], pathOf({ ...of, id: version.id })]
          return (
            <tr>
              <th scope="row" data-label={WORDS.asked[lang]}>
                <a href={path}>{instantText(version.on, lang)}</a>
              </th>
              <td data-label={WORDS.by[lang]}>
                {version.by}
                <span class="small muted"> ({WORDS[version.from][lang]})</span>
              </td>
              <td data-label={WORDS.from[lang]}>{basisText(call, of, version)}</td>
              <td data-label={WORDS.came[lang]}>{endText(of, end, lang)}</td>
              {of.work === undefined && (
                <td>
                  {shown === version.id ? (
                    <strong>{WORDS.inUse[lang]}</strong>
                  ) : (
                    end?.kind === 'finished' && <UseForm call={call} path={path} label={WORDS.back[lang]} second />
                  )}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** From what something was made, in a line. */
export function basisText(
  { tools, lang }: AuthorityPageCall,
  { work }: Pick<OfVersion, 'work'>,
  { registered, asOf, profileId, ruleSet, basis }: VersionRequest,
): string {
  const profile = tools.judge.ruleSet.source.profiles.find(({ id }) => id === profileId)?.title[lang] ?? profileId
  const drawn = basis == null ? WORK_WORDS.oldBasis[lang] : instantText(uploadAskedOn(basis), lang)
  const values = { registered, asOf: showDate(asOf, lang), profile, rules: ruleSet.version, basis: drawn }
  if (work === undefined) return fill(WORDS.basis[lang], values, lang)
  return fill((work === 'preview' || work === 'rejudge' ? WORK_WORDS.noBasis : WORK_WORDS.basis)[lang], values, lang)
}

/** What making something came to, in a line. */
export function endText({ work }: Pick<OfVersion, 'work'>, end: VersionEnd | undefined, lang: Language): string {
  const said = work === undefined ? WORDS : WORK_WORDS
  if (end === undefined) return said.making[lang]
  if (end.kind === 'cancelled') return said.cancelled[lang]
  if (end.kind === 'failed') return fill(said.failed[lang], { why: end.why[lang] }, lang)
  if (work !== undefined) return fill(CAME[work][lang], end.results, lang)
  return RESULTS.filter((id) => (end.results[id] ?? 0) > 0)
    .map((id) => `${end.results[id]} ${resultLabel(id, lang).toLocaleLowerCase(lang)}`)
    .join(' · ')
}

const CAME = {
  preview: WORK_WORDS.previewCame,
  rejudge: WORK_WORDS.rejudgeCame,
  letters: WORK_WORDS.lettersCame,
  plan: WORK_WORDS.paperCame,
  report: WORK_WORDS.paperCame,
} as const satisfies Record<DeskWork, Localized>
