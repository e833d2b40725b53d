/** Where the pages of an agency are. */
export const AGENCY_PATH = '/agency'
export const UPLOAD_PATH = '/agency/upload'
export const MANIFEST_PATH = '/agency/manifest'
export const CALENDAR_PATH = '/agency/calendar.ics'

/** The page that waits for an upload's verdict. */
export const uploadPath = (id: string): `/${string}` => `/agency/uploads/${id}`
/** A verdict's page. */
export const verdictPath = (id: string): `/${string}` => `/agency/verdicts/${id}`

/** Where the authority's pages are. */
export const DESK_PATH = '/desk'
export const DRAW_UP_PATH = '/desk/draw-up'
export const PREVIEW_PATH = '/desk/rule-preview'

/** The agencies of a year. */
export const yearPath = (year: number): `/${string}` => `/desk/${year}`
/** The inspection plan of a year. */
export const planPath = (year: number): `/${string}` => `/desk/${year}/plan`
/** The letters of a year. */
export const lettersPath = (year: number): `/${string}` => `/desk/${year}/letters`
/** The yearly report. */
export const reportPath = (year: number): `/${string}` => `/desk/${year}/report`
/** What is known of one agency over the years. */
export const historyPath = (code: string): `/${string}` => `/desk/agencies/${encodeURIComponent(code)}`
/** A verdict of an agency. */
export const verdictAtDeskPath = (code: string, id: string): `/${string}` =>
  `${historyPath(code)}/verdicts/${encodeURIComponent(id)}`

/** Where the issuer sends people back to, */
export const CALLBACK_PATH = '/sign-in/callback'
/** and where those are led who sign in beside a page that waits for it. */
export const SIGNED_IN_PATH = '/signed-in'
