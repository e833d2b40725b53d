import type * as z from 'zod'
import { dayInVietnam } from '../../core/days.ts'
import type { Localized } from '../../core/errors.ts'
import { planPath } from '../../core/paths.ts'
import { VISIT_LIMITS, visitSheet } from '../../dossier/visit.ts'
import { VISIT_WORDS as WORDS } from '../../render/province/visit-words.ts'
import { fill } from '../../render/renderer.ts'
import type { DayOffRegisters } from '../../rules/facts/days-off.ts'
import { findProfile } from '../../rules/rule-set.ts'
import { keepVisitPaper, lastVisit, readVisitPaper, saveVisit, type VisitVersion } from '../../service/visits.ts'
import { noSuchPage, Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { ownSession } from '../sign-in/session.ts'
import { DESK_WORDS } from './words.ts'
import { agencyOf, documentOf, standingDocument } from './year.ts'

/** What the script of a visit's sheet asks for: the sheet as it stands, saving it, its photos and papers. */

export const todayOf = ({ tools }: AuthorityPageCall) => dayInVietnam(tools.clock().toISOString())

/** By which days off a last day moves here. */
export const daysOffOf = ({ tools: { judge } }: AuthorityPageCall): DayOffRegisters => ({
  ruleSet: judge.ruleSet.source,
  profile: findProfile(judge.ruleSet, judge.profileId),
})

/** What the scripts of the desk ask after signing in again: the token of the session, and whose it is. */
export async function deskToken({ context, csrf, province }: AuthorityPageCall): Promise<Response> {
  return context.json({ csrf, agency: province })
}

/** A visit that the address names: its agency, year and name. */
export interface Visit {
  code: string
  year: number
  name: string
  last: VisitVersion | undefined
}

/**
 * The visit in the address.
 * @throws Problem where the plan has no such visit and nobody ever wrote of one
 */
export async function visitOf(call: AuthorityPageCall): Promise<Visit> {
  const { tools } = call
  const code = agencyOf(call)
  const document = await standingDocument(call, await documentOf(call))
  const { year, agencies, plan } = document
  const last = await lastVisit({ code, year }, tools.authorityFiles.bundles)
  if (last === undefined && !plan.onSite.some((visit) => visit.code === code)) {
    const values = { code, year: String(year) }
    throw new Problem({ status: 404, title: WORDS.notPlanned }, filled(WORDS.notPlannedText, values), {
      ways: [{ href: planPath(year), label: DESK_WORDS.plan }],
    })
  }
  return { code, year, name: agencies.find((one) => one.code === code)?.name ?? code, last }
}

export const filled = (text: Localized, values: Readonly<Record<string, unknown>>): Localized => ({
  vi: fill(text.vi, values, 'vi'),
  en: fill(text.en, values, 'en'),
})

/** The sheet as it was saved last, for its script. */
export async function sheetJson(call: AuthorityPageCall): Promise<Response> {
  const { last } = await visitOf(call)
  return call.context.json(last ?? { version: 0 }, 200, { ETag: `"${last?.version ?? 0}"` })
}

/** Saves the sheet over the version in `If-Match`; 412 with what stands now where that is another one, or is signed. */
export async function saveSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const from = Number(/^"(\d{1,8})"$/.exec(context.req.header('If-Match') ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw notUnderstood()
  const sheet = await sent(call, visitSheet)
  const { code, year, last } = await visitOf(call)
  const by = ownSession({ session }).person
  const on = tools.clock().toISOString()
  const saved = await saveVisit({ code, year }, { from, sheet, by, on }, tools.authorityFiles.bundles)
  if ('conflict' in saved) return context.json(saved.conflict ?? { version: 0 }, 412)
  if ('saved' in saved) {
    const { version } = saved.saved
    if (isSameSitting(last, by, on)) context.set('isRecorded', true)
    return context.json({ version, on, by }, 200, { ETag: `"${version}"` })
  }
  throw new Problem({ status: 422, title: WORDS.bad }, 'lacking' in saved ? WORDS.lacking : WORDS.tooLarge)
}

/** A form that saves itself does so every few seconds: one person at one sheet without a longer break is recorded once. */
const SITTING_MS = 30 * 60_000

/** Whether a save goes on with what the same person saved last, which is recorded; the sheet's versions tell the rest. */
function isSameSitting(last: VisitVersion | undefined, by: string, on: string): boolean {
  if (last === undefined || last.by !== by || dayInVietnam(last.on) !== dayInVietnam(on)) return false
  const isSaved = Object.values(last.written).some((part) => part.on === last.on)
  return isSaved && Date.parse(on) - Date.parse(last.on) < SITTING_MS
}

const notUnderstood = (cause?: unknown) =>
  new Problem({ status: 422, title: WORDS.notUnderstood }, WORDS.notUnderstoodText, { cause })

async function sent<T>({ context }: AuthorityPageCall, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  throw notUnderstood(parsed.error)
}

/** Keeps a photo or a paper that a script sends as it is: what it is, its bytes say. */
export async function keepPaper(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { code, year } = await visitOf(call)
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const kept = await keepVisitPaper({ code, year }, bytes, tools.authorityFiles.bundles)
  if ('kept' in kept) {
    context.set('audited', { sha256: kept.kept })
    return context.json({ sha256: kept.kept })
  }
  const { refused } = kept
  const most = refused === 'size' ? VISIT_LIMITS.paperBytes / 1024 ** 2 : VISIT_LIMITS.papers
  throw new Problem({ status: 422, title: WORDS.bad }, filled(WORDS[`paper.${refused}`], { most }))
}

/** A photo or a paper that was kept. */
export async function paperFile(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { code, year } = await visitOf(call)
  const hash = context.req.param('hash') ?? ''
  const found = /^[0-9a-f]{64}$/.test(hash)
    ? await readVisitPaper({ code, year }, hash, tools.authorityFiles.bundles)
    : undefined
  if (found === undefined) throw noSuchPage(context.req.path)
  return context.body(new Uint8Array(found.bytes), 200, {
    'Content-Type': found.type,
    'Content-Disposition': 'inline',
    // A PDF may hold what it likes: nothing of it runs here.
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  })
}
