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
import type { AgencyPageCall, Page } from '../route.ts'
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
import { inviteUpload, plainForm, uploadPage } from './upload.tsx'
import { bundleFile, calendarFile, comparePage, verdictJson, verdictPage } from './verdict.ts'
import { uploadState, waitingPage } from './waiting.tsx'

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
  { ...get, path: `${verdictPath('{id}')}/json`, audit: 'verdict-read', handle: verdictJson },
  { ...get, path: `${verdictPath('{id}')}/ho-so.zip`, audit: 'bundle-downloaded', handle: bundleFile },
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
