import { accepts } from 'hono/accepts'
import { withValues } from '../../core/errors.ts'
import { policyOfPage } from '../../render/html/styles.ts'
import { verdictIcs } from '../../render/ics.ts'
import { readShownBytes } from '../../service/published.ts'
import type { ListedVerdict, ReadVerdict } from '../../service/service.ts'
import { textHeaders } from '../headers.ts'
import { Problem } from '../problems.ts'
import type { AgencyCall, ApiRoute } from '../route.ts'
import { pathParameter } from './parameters.ts'
import type { ListedVerdictAnswer } from './schemas.ts'
import { VERDICTS_NOTHING_YET as NOTHING_YET, VERDICTS_TEXTS } from './words.ts'

const document = {
  status: 200,
  description: VERDICTS_TEXTS.verdictJsonOrHtml,
  content: { 'application/json': 'Verdict', 'text/html': 'text' },
} as const

/** The verdicts of an agency: all, the latest, one. */
export const VERDICT_ROUTES: readonly ApiRoute[] = [
  {
    id: 'listVerdicts',
    method: 'GET',
    path: '/agencies/{code}/verdicts',
    audit: 'agency-opened',
    access: 'read-agency',
    summary: VERDICTS_TEXTS.agencySVerdictsNewest,
    success: {
      status: 200,
      description: VERDICTS_TEXTS.listYearlyReChecks,
      content: { 'application/json': 'VerdictList' },
    },
    async handle({ context, tools, agency }: AgencyCall) {
      const verdicts = await tools.service.listVerdicts(agency)
      return context.json({ agency, verdicts: verdicts.toReversed().map((one) => listed(one, agency)) })
    },
  },
  {
    id: 'latestVerdict',
    method: 'GET',
    path: '/agencies/{code}/verdicts/latest',
    audit: 'verdict-read',
    access: 'read-agency',
    summary: VERDICTS_TEXTS.latestVerdict,
    success: document,
    problems: ['no-verdict'],
    async handle(call: AgencyCall) {
      const read = await latestOf(call)
      call.context.set('audited', { id: read.listed.id })
      call.context.header('Content-Location', place(call.agency, read.listed.id))
      return verdictAnswer(read, call)
    },
  },
  {
    id: 'verdict',
    method: 'GET',
    path: '/agencies/{code}/verdicts/{verdictId}',
    audit: 'verdict-read',
    access: 'read-agency',
    summary: VERDICTS_TEXTS.oneVerdict,
    success: document,
    problems: ['no-verdict', 'erased'],
    async handle(call: AgencyCall) {
      const id = pathParameter(call.context, 'verdictId')
      const read = await call.tools.service.readVerdict(call.agency, id)
      if (read === undefined) throw new Problem('no-verdict', noSuch(call.agency, id))
      return verdictAnswer(read, call)
    },
  },
]

async function verdictAnswer(read: ReadVerdict, { context, tools, lang }: AgencyCall): Promise<Response> {
  context.header('Vary', 'Accept, Accept-Language')
  const json = 'application/json'
  const type = accepts(context, { header: 'Accept', supports: [json, 'text/html'], default: json })
  if (type === json) return context.json(read.verdict)
  const page = await tools.service.verdictPage(read, lang)
  const policy = { 'Content-Security-Policy': `${policyOfPage(page)}; frame-ancestors 'none'` }
  return context.body(page, 200, { ...textHeaders('text/html', lang), ...policy })
}

const place = (agency: string, id: string) => `/agencies/${agency}/verdicts/${id}`

const noSuch = (agency: string, id: string) => withValues(VERDICTS_TEXTS.agencyNoVerdictSee, { agency, id })

function listed(verdict: ListedVerdict, agency: string): ListedVerdictAnswer {
  const { id, uploadedOn, asOf, bundleSha256, digest, status, grade, score, backed = null, validUntil } = verdict
  const { rejudged, provisional } = verdict
  const judged = { status, grade, score, backed, validUntil }
  const own = {
    uploadedOn,
    asOf,
    bundleSha256,
    digest,
    ...judged,
    ...(provisional && { provisional }),
    ...(rejudged && { rejudged }),
  }
  if (!('year' in verdict)) return { id, link: place(agency, id), ...own }
  const { year, since, changes } = verdict
  return { id, link: place(agency, id), ...own, recheck: { year, since, changes } }
}

/** The days that an agency must not miss. */
export const CALENDAR_ROUTES: readonly ApiRoute[] = [
  {
    id: 'calendar',
    method: 'GET',
    path: '/agencies/{code}/calendar.ics',
    access: 'read-agency',
    summary: VERDICTS_TEXTS.daysAgencyMustNot,
    success: {
      status: 200,
      description: VERDICTS_TEXTS.calendarByLatestVerdict,
      content: { 'text/calendar': 'text' },
    },
    problems: ['no-verdict'],
    async handle(call: AgencyCall) {
      const { verdict } = await latestOf(call)
      const text = verdictIcs(verdict, { ruleSet: call.tools.judge.ruleSet.source, lang: call.lang })
      return call.context.body(text, 200, textHeaders('text/calendar', call.lang))
    },
  },
]

/** @throws Problem when the agency has no verdict */
async function latestOf({ tools, agency }: AgencyCall): Promise<ReadVerdict> {
  const read = await tools.service.latestVerdict(agency)
  if (read === undefined) throw new Problem('no-verdict', NOTHING_YET)
  return read
}

const noneYet = (province: string, year: number) => withValues(VERDICTS_TEXTS.noPreScreeningFor, { year, province })

/** The pre-screening of a year, for the authority of a province. */
export const PRESCREEN_ROUTES: readonly ApiRoute[] = [
  {
    id: 'prescreen',
    method: 'GET',
    path: '/prescreens/{year}',
    audit: 'prescreen-read',
    access: 'authority',
    summary: VERDICTS_TEXTS.preScreeningProvinceS,
    success: {
      status: 200,
      description: VERDICTS_TEXTS.documentQmsVerdictPrescreen,
      content: { 'application/json': 'Prescreen' },
    },
    problems: ['no-prescreen'],
    async handle({ context, tools, province }) {
      const year = pathParameter(context, 'year')
      const document = await readShownBytes({ province, year }, tools.documents, tools.signer, tools.workers)
      if (document === undefined) throw new Problem('no-prescreen', noneYet(province, year))
      return context.body(new Uint8Array(document), 200, { 'Content-Type': 'application/json' })
    },
  },
]
