/** Where the pages of an agency are. */
export const AGENCY_PATH = '/agency'
export const UPLOAD_PATH = '/agency/upload'
export const MANIFEST_PATH = '/agency/manifest'
export const CALENDAR_PATH = '/agency/calendar.ics'

/** The page that waits for an upload's verdict. */
export const uploadPath = (id: string): `/${string}` => `/agency/uploads/${id}`
/** A verdict's page. */
export const verdictPath = (id: string): `/${string}` => `/agency/verdicts/${id}`
