import type { Route } from './route.ts'
import { CALENDAR_ROUTES } from './routes/calendar.ts'
import { OPEN_ROUTES } from './routes/open.ts'
import { PRESCREEN_ROUTES } from './routes/prescreens.ts'
import { UPLOAD_ROUTES } from './routes/uploads.ts'
import { VERDICT_ROUTES } from './routes/verdicts.ts'

/** Every route of the API; the OpenAPI document and the tests of rights go by this list. */
export const ROUTES: readonly Route[] = [
  ...UPLOAD_ROUTES,
  ...VERDICT_ROUTES,
  ...CALENDAR_ROUTES,
  ...PRESCREEN_ROUTES,
  ...OPEN_ROUTES,
]
