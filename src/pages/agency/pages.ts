import type { AgencyPageCall, Page } from '../page.ts'
import { checkManifest } from './builder/check.ts'
import { emptyWorkbook, filledWorkbook, openedManifest } from './builder/files.ts'
import { builderPage } from './builder/page.tsx'
import { agencyHome } from './home/page.tsx'
import { AGENCY_PATH, CALENDAR_PATH, MANIFEST_PATH, UPLOAD_PATH, uploadPath, verdictPath } from './paths.ts'
import { sessionToken } from './token.ts'
import { inviteUpload } from './upload/invitation.ts'
import { uploadPage } from './upload/page.tsx'
import { plainForm } from './upload/plain-form.tsx'
import { uploadState, waitingPage } from './upload/waiting.tsx'
import { calendarFile } from './verdict/calendar.ts'
import { comparePage } from './verdict/compare.ts'
import { verdictJson, verdictPage } from './verdict/page.ts'

const access = 'agency'
const get = { method: 'GET', access } as const
const post = { method: 'POST', access } as const

/** What an agency works with. */
export const AGENCY_PAGES: readonly Page[] = [
  { ...get, path: AGENCY_PATH, handle: agencyHome },
  { ...get, path: '/agency/token', handle: sessionToken },
  { ...get, path: CALENDAR_PATH, handle: calendarFile },
  { ...get, path: UPLOAD_PATH, handle: uploadPage },
  { ...get, path: `${UPLOAD_PATH}/form`, handle: plainForm },
  {
    ...post,
    path: '/agency/uploads',
    handle: async (call: AgencyPageCall) => call.context.json(await inviteUpload(call)),
  },
  { ...get, path: uploadPath('{id}'), handle: waitingPage },
  { ...get, path: `${uploadPath('{id}')}/state`, handle: uploadState },
  { ...get, path: verdictPath('{id}'), handle: verdictPage },
  { ...get, path: `${verdictPath('{id}')}/json`, handle: verdictJson },
  { ...get, path: `${verdictPath('{id}')}/compare`, handle: comparePage },
  { ...get, path: MANIFEST_PATH, handle: builderPage },
  { ...post, path: `${MANIFEST_PATH}/check`, handle: checkManifest },
  { ...post, path: `${MANIFEST_PATH}/workbook`, handle: filledWorkbook },
  { ...post, path: `${MANIFEST_PATH}/opened`, handle: openedManifest },
  { ...get, path: `${MANIFEST_PATH}/ho-so.xlsx`, handle: emptyWorkbook },
]
