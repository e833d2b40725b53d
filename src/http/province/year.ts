import { dayInVietnam } from '../../core/days.ts'
import { isOfProvince } from '../../core/names.ts'
import { DESK_PATH, DRAW_UP_PATH, PREVIEW_PATH, RULE_BOOK_PATH, versionPath, workPath } from '../../core/paths.ts'
import { withPlanChanges } from '../../province/inspection-plan.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { fill } from '../../render/renderer.ts'
import { isUploadId, makeUploadId, uploadAskedOn, versionsPrefix } from '../../service/keys.ts'
import { type DatedChange, readPlanChanges, standingChanges } from '../../service/plan-changes.ts'
import {
  type OfVersion,
  publishedYearsOf,
  readVersion,
  requestVersion,
  type VersionRequest,
} from '../../service/prescreen-versions.ts'
import { type ReadPrescreen, readShown } from '../../service/published.ts'
import { firstIdOfDay } from '../../service/upload-quota.ts'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { toAgencyCode } from '../sign-in/caller.ts'
import { WORK_WORDS } from './list-words.ts'
import { DESK_WORDS, HISTORY_WORDS, YEAR_TEXTS } from './words.ts'

/** The years of which the province has a published pre-screening, the last one first. */
export async function publishedYears({ tools, province }: AuthorityPageCall): Promise<number[]> {
  return publishedYearsOf(province, tools.desk)
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
    { status: 403, title: HISTORY_WORDS.foreign },
    { vi: fill(HISTORY_WORDS.foreignText.vi, values, 'vi'), en: fill(HISTORY_WORDS.foreignText.en, values, 'en') },
    { ways: [{ href: DESK_PATH, label: DESK_WORDS.back }] },
  )
}

/**
 * The pre-screening of the year in the address that is shown.
 * @throws Problem when there is none
 */
export async function documentOf(call: AuthorityPageCall): Promise<Prescreen> {
  return (await prescreenOf(call)).document
}

/** The same, with which version it is. @throws Problem when there is none */
export async function prescreenOf(call: AuthorityPageCall): Promise<ReadPrescreen> {
  const { context, tools, province } = call
  const said = context.req.param('year') ?? ''
  const year = /^\d{4}$/.test(said) ? Number(said) : undefined
  const shown =
    year === undefined ? undefined : await readShown({ province, year }, tools.desk, tools.signer, tools.workers)
  if (shown !== undefined) return shown
  throw noPrescreen(province, said.slice(0, 8))
}

/** There is no pre-screening of a year, or of any. */
function noPrescreen(province: string, year?: string): Problem {
  const said = (lang: 'vi' | 'en') => {
    const ofYear = year === undefined ? '' : fill(DESK_WORDS.ofYear[lang], { year }, lang)
    return fill(DESK_WORDS.noneText[lang], { province, year: ofYear }, lang)
  }
  return new Problem(
    { status: 404, title: DESK_WORDS.none },
    { vi: said('vi'), en: said('en') },
    {
      ways: [
        { href: DRAW_UP_PATH, label: DESK_WORDS.drawUp },
        { href: PREVIEW_PATH, label: DESK_WORDS.preview },
        { href: RULE_BOOK_PATH, label: YEAR_TEXTS.rules },
      ],
    },
  )
}

/** Everything inspectors wrote beside the plan of a document's year. */
export function writtenBeside({ tools, province }: AuthorityPageCall, { year }: Prescreen): Promise<DatedChange[]> {
  return readPlanChanges(province, year, tools.desk)
}

/** A document with the plan as it stands now: as it was drawn up, and what inspectors wrote since. */
export async function standingDocument(call: AuthorityPageCall, document: Prescreen): Promise<Prescreen> {
  const changes = standingChanges(await writtenBeside(call, document))
  return { ...document, plan: withPlanChanges(document, changes) }
}

/** Who asks for something, or chooses it, as records call them. */
export const personOf = ({ session, province }: AuthorityPageCall): string => session?.person ?? province

/** A form that was opened longer ago asks by an id of now. */
const FORM_MS = 12 * 3_600_000

/** The id that a form asks by, so that sent twice it asks once; a new one where it says none, or one of another time. */
export function askedId({ tools }: AuthorityPageCall, said?: unknown): string {
  const now = tools.clock()
  const age =
    typeof said === 'string' && isUploadId(said) ? now.getTime() - Date.parse(uploadAskedOn(said)) : Number.NaN
  // A clock that another process reads may be a little ahead.
  if (typeof said === 'string' && age > -60_000 && age < FORM_MS) return said
  return makeUploadId(now.toISOString(), tools.random())
}

/** Where it is told how far something is that was asked for, and what came of it. */
export const pathOf = ({ year, work, id }: OfVersion): string =>
  work === undefined ? versionPath(year, id) : workPath(year, work, id)

/** What is asked for, and from what. */
interface Asked extends Pick<VersionRequest, 'profileId' | 'registered' | 'basis'> {
  /** The id that the form said. */
  version: unknown
  /** Keeps what it is made from; false where something else was kept by that id. */
  keep: (of: OfVersion) => Promise<boolean>
}

/** So long after it was first asked for, a form that is sent again is no second click: something new is wanted. */
const CLICK_MS = 60_000
/** Of each kind a province may ask for so many a day. */
const MOST_A_DAY = 50

/**
 * Asks for something to be made, which goes on beside everything else. A form that is sent twice asks once; one that somebody
 * came back to and changed asks for what it says now.
 * @returns the way to where it is told how far it is; for a program that asks for JSON, its id and that way
 * @throws Problem where too many were asked for today
 */
export async function askFor(
  call: AuthorityPageCall,
  of: Omit<OfVersion, 'id'>,
  { version, keep, ...from }: Asked,
): Promise<Response> {
  const { context, tools } = call
  const on = tools.clock().toISOString()
  const said = { ...of, id: askedId(call, version) }
  const before = await readVersion(said, tools.desk)
  const isClick = before === undefined || Date.parse(on) - Date.parse(before.on) < CLICK_MS
  if (before === undefined) await requireRoom(call, of, on)
  let own = said
  if (!isClick || !(await keep(said))) {
    await requireRoom(call, of, on)
    own = { ...of, id: makeUploadId(on, tools.random()) }
    await keep(own)
  }
  const { source, sha256 } = tools.judge.ruleSet
  const ruleSet = { id: source.id, version: source.version, sha256 }
  const asked = { schemaVersion: 1, id: own.id, on, by: personOf(call), from: 'desk', asOf: dayInVietnam(on) } as const
  await tools.makeVersion(own, () => requestVersion(own, { ...asked, ruleSet, ...from }, tools.desk))
  context.set('audited', { ...context.get('audited'), version: own.id })
  const path = pathOf(own)
  if (context.req.header('Accept')?.includes('application/json'))
    return context.json({ id: own.id, state: `${path}/state` }, 202, { Location: path })
  return context.redirect(path, 303)
}

async function requireRoom({ tools }: AuthorityPageCall, of: Omit<OfVersion, 'id'>, on: string): Promise<void> {
  const prefix = versionsPrefix(of)
  let there = 0
  const today = { after: prefix + firstIdOfDay(on), limit: MOST_A_DAY, keysOnly: true } as const
  for await (const _ of tools.desk.list(prefix, today)) there++
  if (there < MOST_A_DAY) return
  const values = { most: MOST_A_DAY }
  throw new Problem(
    { status: 429, title: WORK_WORDS.tooMany },
    { vi: fill(WORK_WORDS.tooManyText.vi, values, 'vi'), en: fill(WORK_WORDS.tooManyText.en, values, 'en') },
    { ways: [{ href: DESK_PATH, label: DESK_WORDS.back }] },
  )
}
