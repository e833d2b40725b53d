import {
  AGENCY_PATH,
  CALENDAR_PATH,
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
import { agencyHome } from './home.tsx'
import { inviteUpload, plainForm, uploadPage } from './upload.tsx'
import { calendarFile, comparePage, verdictJson, verdictPage } from './verdict.ts'
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
  { ...get, path: `${verdictPath('{id}')}/compare`, audit: 'verdict-read', handle: comparePage },
  { ...get, path: MANIFEST_PATH, handle: builderPage },
  { ...post, path: MANIFEST_CHECK_PATH, handle: checkManifest },
  { ...post, path: MANIFEST_WORKBOOK_PATH, handle: filledWorkbook },
  { ...post, path: MANIFEST_OPENED_PATH, handle: openedManifest },
  { ...get, path: `${MANIFEST_PATH}/ho-so.xlsx`, handle: emptyWorkbook },
]
