import {
  AGENCY_PATH,
  CALENDAR_PATH,
  DRAFT_ERASE_PATH,
  DRAFT_HISTORY_PATH,
  DRAFT_LAST_PATH,
  DRAFT_PAPERS_PATH,
  DRAFT_PATH,
  DRAFT_READ_PATH,
  DRAFT_SEND_PATH,
  MANIFEST_CHECK_PATH,
  MANIFEST_OPENED_PATH,
  MANIFEST_PATH,
  MANIFEST_WORKBOOK_PATH,
  TOKEN_PATH,
  UPLOAD_PATH,
  UPLOADS_PATH,
  uploadPath,
  verdictPath,
} from '../../core/paths.ts'
import { verdictIcs } from '../../render/ics.ts'
import { fill } from '../../render/renderer.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { paperPage } from '../evidence.tsx'
import { textHeaders } from '../headers.ts'
import { Problem } from '../problems.ts'
import type { AgencyPageCall, Page } from '../route.ts'
import { bundleAnswer, comparedPage, storedPage } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS, VERDICT_PAGE_WORDS as WORDS } from '../words.ts'
import { builderPage, checkManifest, emptyWorkbook, filledWorkbook, openedManifest } from './builder.tsx'
import {
  askForPapers,
  beginFromLast,
  draftHistoryPage,
  eraseDraft,
  lastForm,
  readPapers,
  saveForm,
  sendDraft,
} from './draft.tsx'
import { agencyHome } from './home.tsx'
import { paperForHead, sharePage } from './share.tsx'
import { inviteUpload, plainForm, uploadPage, uploadState, waitingPage } from './upload.tsx'
import { HOME_WORDS } from './words.ts'

/** The token of the session, and whose it is, for a page that was opened in an earlier session. */
async function sessionToken({ context, csrf, agency }: AgencyPageCall): Promise<Response> {
  return context.json({ csrf, agency })
}

const access = 'agency'
const get = { method: 'GET', access } as const
const post = { method: 'POST', access } as const

/** What an agency works with. */
export const AGENCY_PAGES: readonly Page[] = [
  { ...get, path: AGENCY_PATH, handle: agencyHome },
  { ...get, path: TOKEN_PATH, handle: sessionToken },
  { ...get, path: CALENDAR_PATH, handle: calendarFile },
  { ...get, path: UPLOAD_PATH, handle: uploadPage },
  { ...get, path: `${UPLOAD_PATH}/form`, audit: 'upload-asked', handle: plainForm },
  {
    ...post,
    path: UPLOADS_PATH,
    audit: 'upload-asked',
    handle: async (call: AgencyPageCall) => call.context.json(await inviteUpload(call)),
  },
  { ...get, path: uploadPath('{id}'), handle: waitingPage },
  { ...get, path: `${uploadPath('{id}')}/state`, handle: uploadState },
  { ...get, path: verdictPath('{id}'), audit: 'verdict-read', handle: verdictPage },
  {
    ...get,
    path: `${verdictPath('{id}')}/bao-cao.docx`,
    audit: 'verdict-read',
    handle: async (call: AgencyPageCall) => paperForHead(call, await verdictOf(call)),
  },
  {
    ...get,
    path: `${verdictPath('{id}')}/share`,
    audit: 'verdict-read',
    handle: async (call: AgencyPageCall) => sharePage(call, await verdictOf(call)),
  },
  { ...get, path: `${verdictPath('{id}')}/json`, audit: 'verdict-read', handle: verdictJson },
  { ...get, path: `${verdictPath('{id}')}/ho-so.zip`, audit: 'bundle-downloaded', handle: bundleFile },
  { ...get, path: `${verdictPath('{id}')}/papers/{rule}/{paper}`, audit: 'paper-seen', handle: paperOfVerdict },
  { ...get, path: `${verdictPath('{id}')}/compare`, audit: 'verdict-read', handle: comparePage },
  { ...get, path: MANIFEST_PATH, handle: builderPage },
  { ...post, path: MANIFEST_CHECK_PATH, handle: checkManifest },
  { ...post, path: MANIFEST_WORKBOOK_PATH, handle: filledWorkbook },
  { ...post, path: MANIFEST_OPENED_PATH, handle: openedManifest },
  { ...get, path: DRAFT_PATH, handle: lastForm },
  { ...post, path: DRAFT_PATH, handle: saveForm },
  { ...post, path: DRAFT_PAPERS_PATH, handle: askForPapers },
  { ...post, path: DRAFT_READ_PATH, handle: readPapers },
  { ...post, path: DRAFT_LAST_PATH, handle: beginFromLast },
  { ...post, path: DRAFT_SEND_PATH, audit: 'dossier-sent', handle: sendDraft },
  { ...post, path: DRAFT_ERASE_PATH, audit: 'draft-erased', handle: eraseDraft },
  { ...get, path: DRAFT_HISTORY_PATH, handle: draftHistoryPage },
  { ...get, path: `${MANIFEST_PATH}/ho-so.xlsx`, handle: emptyWorkbook },
]

/** A verdict of the agency. */
async function verdictPage(call: AgencyPageCall): Promise<Response> {
  const read = await verdictOf(call)
  const here = verdictPath(read.listed.id)
  const ways = [
    { href: AGENCY_PATH, label: WORDS.home },
    { href: `${here}/compare`, label: WORDS.compare },
    { href: CALENDAR_PATH, label: WORDS.calendar },
    { href: `${here}/bao-cao.docx`, label: WORDS.paper },
    { href: `${here}/share`, label: WORDS.share },
    { href: `${here}/ho-so.zip`, label: WORDS.bundle },
    { href: `${here}/json`, label: WORDS.json },
    { href: UPLOAD_PATH, label: WORDS.upload },
  ]
  return storedPage(call, call.agency, read, ways)
}

/** The bundle of a verdict. */
async function bundleFile(call: AgencyPageCall): Promise<Response> {
  return bundleAnswer(call, call.agency, await verdictOf(call))
}

/** A paper that a finding of a verdict rests on. */
async function paperOfVerdict(call: AgencyPageCall): Promise<Response> {
  const read = await verdictOf(call)
  return paperPage(call, call.agency, read, verdictPath(read.listed.id))
}

/** The verdict as the API hands it out. */
async function verdictJson(call: AgencyPageCall): Promise<Response> {
  return call.context.json((await verdictOf(call)).verdict)
}

/** A verdict of the agency beside the one before. */
async function comparePage(call: AgencyPageCall): Promise<Response> {
  const read = await verdictOf(call)
  return comparedPage(call, {
    code: call.agency,
    read,
    up: { href: AGENCY_PATH, label: WORDS.home },
    back: verdictPath(read.listed.id),
  })
}

/**
 * The days of the latest verdict as a calendar.
 * @throws Problem when there is no verdict yet
 */
async function calendarFile({ context, tools, agency, lang }: AgencyPageCall): Promise<Response> {
  const latest = await tools.service.latestVerdict(agency)
  if (latest === undefined)
    throw new Problem({ status: 404, title: VERDICT_PAGE_WORDS.none }, HOME_WORDS.nothingText, {
      ways: [{ href: AGENCY_PATH, label: VERDICT_PAGE_WORDS.home }],
    })
  const text = verdictIcs(latest.verdict, { ruleSet: tools.judge.ruleSet.source, lang })
  return context.body(text, 200, {
    ...textHeaders('text/calendar', lang),
    'Content-Disposition': `attachment; filename="${agency}.ics"`,
  })
}

/**
 * The agency's verdict that an address names.
 * @throws Problem when the agency has none of that id
 */
async function verdictOf({ context, tools, agency }: AgencyPageCall): Promise<ReadVerdict> {
  const id = context.req.param('id') ?? ''
  const read = await tools.service.readVerdict(agency, id)
  if (read !== undefined) return read
  const values = { code: agency, id: id.slice(0, 60) }
  throw new Problem(
    { status: 404, title: WORDS.none },
    { vi: fill(WORDS.noneText.vi, values, 'vi'), en: fill(WORDS.noneText.en, values, 'en') },
    { ways: [{ href: AGENCY_PATH, label: WORDS.home }] },
  )
}
