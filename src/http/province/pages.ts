import {
  agenciesFilePath,
  authorityFilesPath,
  DESK_PATH,
  DESK_TOKEN_PATH,
  DRAW_UP_PATH,
  historyPath,
  lettersPath,
  PREVIEW_PATH,
  planPath,
  reportPath,
  reviewPath,
  verdictAtDeskPath,
  versionPath,
  versionsPath,
  viewsPath,
  visitPath,
  visitsPath,
  workPath,
  yearPath,
  yearVerdictPath,
} from '../../core/paths.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { paperPage } from '../evidence.tsx'
import { noSuchPage } from '../problems.ts'
import type { AuthorityPageCall, Page } from '../route.ts'
import { bundleAnswer, comparedPage, storedPage } from '../verdict-page.tsx'
import { VERDICT_PAGE_WORDS as WORDS } from '../words.ts'
import { authorityFilesPage, storeCatalogue, storeRecord } from './authority-files.tsx'
import { agenciesFile, planFile, planToPrint, reportFile, reportToPrint } from './downloads.ts'
import { drawUpForm, drawUpRun } from './draw-up.tsx'
import { visitsPage } from './duties.tsx'
import { historyPage, yearVerdictPage } from './history.tsx'
import { letterFile, lettersPage } from './letters.tsx'
import { REVIEW_WORDS } from './list-words.ts'
import { askLetters, askPaper, lettersFile, madePage, madeWorkbook } from './made.tsx'
import { overviewPage, toLastYear, writeView } from './overview.tsx'
import { chosenForm, planPage, writeChange } from './plan.tsx'
import { askPreview, previewForm } from './preview.tsx'
import { decidePoint, reviewPage } from './review.tsx'
import { cancelMaking, useVersion, versionPage, versionState } from './version.tsx'
import { versionsPage } from './versions.tsx'
import { correctSheet, eraseSheet, reopenSheet, signSheet } from './visit-closing.tsx'
import { deskToken, keepPaper, paperFile, saveSheet, sheetJson } from './visit-sheet.ts'
import { minutesPage, visitPage, visitPaperFile } from './visits.tsx'
import { DESK_WORDS, HISTORY_WORDS } from './words.ts'
import { agencyOf } from './year.ts'

const authority = { access: 'authority' } as const
const get = { ...authority, method: 'GET' } as const
const post = { ...authority, method: 'POST' } as const

const visit = visitPath('{year}', '{code}')

/** The pages of the authority of a province. */
export const DESK_PAGES: readonly Page[] = [
  { ...get, path: DESK_PATH, handle: toLastYear },
  { ...get, path: DESK_TOKEN_PATH, handle: deskToken },
  { ...get, path: DRAW_UP_PATH, handle: drawUpForm },
  { ...post, path: DRAW_UP_PATH, audit: 'prescreen-drawn', handle: drawUpRun },
  { ...get, path: PREVIEW_PATH, handle: previewForm },
  { ...post, path: PREVIEW_PATH, audit: 'rules-previewed', handle: askPreview },
  { ...get, path: historyPath('{code}'), audit: 'agency-opened', handle: historyPage },
  { ...get, path: authorityFilesPath('{code}'), audit: 'agency-opened', handle: authorityFilesPage },
  { ...post, path: `${authorityFilesPath('{code}')}/record`, audit: 'record-written', handle: storeRecord },
  { ...post, path: `${authorityFilesPath('{code}')}/catalogue`, audit: 'catalogue-written', handle: storeCatalogue },
  { ...get, path: verdictAtDeskPath('{code}', '{id}'), audit: 'verdict-read', handle: verdictAtDesk },
  { ...get, path: `${verdictAtDeskPath('{code}', '{id}')}/compare`, audit: 'verdict-read', handle: compareAtDesk },
  { ...get, path: reviewPath('{code}', '{id}'), audit: 'verdict-read', handle: reviewPage },
  { ...post, path: reviewPath('{code}', '{id}'), audit: 'record-written', handle: decidePoint },
  {
    ...get,
    path: `${verdictAtDeskPath('{code}', '{id}')}/papers/{rule}/{paper}`,
    audit: 'paper-seen',
    handle: paperAtDesk,
  },
  {
    ...get,
    path: `${verdictAtDeskPath('{code}', '{id}')}/ho-so.zip`,
    audit: 'bundle-downloaded',
    handle: bundleAtDesk,
  },
  { ...get, path: yearPath('{year}'), audit: 'prescreen-read', handle: overviewPage },
  { ...get, path: agenciesFilePath('{year}'), audit: 'prescreen-read', handle: agenciesFile },
  { ...post, path: viewsPath('{year}'), audit: 'view-kept', handle: writeView },
  { ...get, path: yearVerdictPath('{year}', '{code}'), audit: 'verdict-read', handle: yearVerdictPage },
  { ...get, path: versionsPath('{year}'), handle: versionsPage },
  { ...get, path: versionPath('{year}', '{id}'), handle: versionPage },
  { ...get, path: `${versionPath('{year}', '{id}')}/state`, handle: versionState },
  { ...post, path: `${versionPath('{year}', '{id}')}/shown`, audit: 'prescreen-shown', handle: useVersion },
  { ...post, path: `${versionPath('{year}', '{id}')}/cancelled`, audit: 'prescreen-cancelled', handle: cancelMaking },
  { ...post, path: `${versionsPath('{year}')}/{work}`, audit: 'paper-asked', handle: askPaper },
  { ...get, path: workPath('{year}', '{work}', '{id}'), handle: versionPage },
  { ...get, path: `${workPath('{year}', '{work}', '{id}')}/state`, handle: versionState },
  {
    ...post,
    path: `${workPath('{year}', '{work}', '{id}')}/cancelled`,
    audit: 'prescreen-cancelled',
    handle: cancelMaking,
  },
  {
    ...get,
    path: `${workPath('{year}', '{work}', '{id}')}/letters.zip`,
    audit: 'letter-downloaded',
    handle: lettersFile,
  },
  { ...get, path: `${workPath('{year}', '{work}', '{id}')}/page`, handle: madePage },
  { ...get, path: `${workPath('{year}', '{work}', '{id}')}/paper.xlsx`, handle: madeWorkbook },
  { ...get, path: planPath('{year}'), handle: planPage },
  { ...post, path: planPath('{year}'), audit: 'plan-changed', handle: writeChange },
  { ...get, path: `${planPath('{year}')}/chosen`, handle: chosenForm },
  { ...get, path: `${planPath('{year}')}.xlsx`, handle: planFile },
  { ...get, path: `${planPath('{year}')}/print`, handle: planToPrint },
  { ...get, path: reportPath('{year}'), handle: reportToPrint },
  { ...get, path: `${reportPath('{year}')}.xlsx`, handle: reportFile },
  { ...get, path: lettersPath('{year}'), handle: lettersPage },
  { ...post, path: lettersPath('{year}'), audit: 'letters-asked', handle: askLetters },
  { ...get, path: `${lettersPath('{year}')}/{code}`, audit: 'letter-downloaded', handle: letterFile },
  { ...get, path: visitsPath('{year}'), handle: visitsPage },
  { ...get, path: visit, audit: 'agency-opened', handle: visitPage },
  { ...get, path: `${visit}/sheet`, audit: 'agency-opened', handle: sheetJson },
  { ...post, path: `${visit}/sheet`, audit: 'visit-saved', handle: saveSheet },
  { ...post, path: `${visit}/files`, audit: 'visit-paper-kept', handle: keepPaper },
  { ...get, path: `${visit}/files/{hash}`, audit: 'visit-paper-read', handle: paperFile },
  { ...get, path: `${visit}/minutes`, audit: 'letter-downloaded', handle: minutesPage },
  { ...get, path: `${visit}/papers/{paper}`, audit: 'letter-downloaded', handle: visitPaperFile },
  { ...post, path: `${visit}/signed`, audit: 'visit-signed', handle: signSheet },
  { ...post, path: `${visit}/reopened`, audit: 'visit-reopened', handle: reopenSheet },
  { ...post, path: `${visit}/correction`, audit: 'visit-saved', handle: correctSheet },
  { ...post, path: `${visit}/erased`, audit: 'visit-erased', handle: eraseSheet },
]

/** A verdict of an agency as it is stored. */
async function verdictAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  const isOpen = read.verdict.findings.some(({ outcome }) => outcome === 'needsReview')
  const ways = [
    { href: historyPath(code), label: HISTORY_WORDS.back },
    ...(isOpen ? [{ href: reviewPath(code, read.listed.id), label: REVIEW_WORDS.way }] : []),
    { href: DESK_PATH, label: DESK_WORDS.agencies },
    { href: `${verdictAtDeskPath(code, read.listed.id)}/compare`, label: WORDS.compare },
    { href: `${verdictAtDeskPath(code, read.listed.id)}/ho-so.zip`, label: WORDS.bundle },
  ]
  return storedPage(call, code, read, ways)
}

/** The bundle of a verdict. */
async function bundleAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  return bundleAnswer(call, code, read)
}

/** A paper that a finding of a verdict rests on. */
async function paperAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  return paperPage(call, code, read, verdictAtDeskPath(code, read.listed.id))
}

/** A verdict of an agency beside the one before. */
async function compareAtDesk(call: AuthorityPageCall): Promise<Response> {
  const { code, read } = await verdictOf(call)
  return comparedPage(call, {
    code,
    read,
    up: { href: historyPath(code), label: HISTORY_WORDS.back },
    back: verdictAtDeskPath(code, read.listed.id),
  })
}

async function verdictOf(call: AuthorityPageCall): Promise<{ code: string; read: ReadVerdict }> {
  const { context, tools } = call
  const code = agencyOf(call)
  const read = await tools.service.readVerdict(code, context.req.param('id') ?? '')
  if (read === undefined) throw noSuchPage(context.req.path)
  return { code, read }
}
