/** A path of a page, for those that answer there and for the scripts that ask or link there. Where a function takes a name in braces (`{id}`), the path is that of the route. */
type Path = `/${string}`

/** The first page: what this is, for whoever comes. */
export const HOME_PATH = '/'

/** Where the pages of an agency are. */
export const AGENCY_PATH = '/agency'
export const UPLOAD_PATH = '/agency/upload'
export const MANIFEST_PATH = '/agency/manifest'
export const CALENDAR_PATH = '/agency/calendar.ics'

/** What the scripts of an agency's pages ask: a token, a form to upload by, and what is wrong with a manifest, */
export const TOKEN_PATH = '/agency/token'
export const UPLOADS_PATH = '/agency/uploads'
export const MANIFEST_CHECK_PATH = '/agency/manifest/check'
/** a manifest as a workbook, and a workbook as a manifest. */
export const MANIFEST_WORKBOOK_PATH = '/agency/manifest/workbook'
export const MANIFEST_OPENED_PATH = '/agency/manifest/opened'

/** an agency's draft: the form as it was saved last, its papers, what is read in them, the last dossier, sending, erasing. */
export const DRAFT_PATH = '/agency/draft'
export const DRAFT_PAPERS_PATH = '/agency/draft/papers'
export const DRAFT_READ_PATH = '/agency/draft/read'
export const DRAFT_LAST_PATH = '/agency/draft/last-dossier'
export const DRAFT_SEND_PATH = '/agency/draft/send'
export const DRAFT_ERASE_PATH = '/agency/draft/erase'
/** Who changed what of the form, and when. */
export const DRAFT_HISTORY_PATH = '/agency/draft/history'

/** The page that waits for an upload's verdict. */
export const uploadPath = (id: string): Path => `${UPLOADS_PATH}/${id}`
/** A verdict's page. */
export const verdictPath = (id: string): Path => `${AGENCY_PATH}/verdicts/${id}`

/** Where the authority's pages are. */
export const DESK_PATH = '/desk'
export const DRAW_UP_PATH = '/desk/draw-up'
export const PREVIEW_PATH = '/desk/rule-preview'

type Year = number | '{year}'
/** The agencies of a year. */
export const yearPath = (year: Year): Path => `${DESK_PATH}/${year}`
/** The versions of a year's pre-screening, */
export const versionsPath = (year: Year): Path => `${yearPath(year)}/versions`
/** and one of them: how far it is, or how it differs from the one that is shown. */
export const versionPath = (year: Year, id: string): Path => `${versionsPath(year)}/${id}`
/** The pre-screening that a release without versions left, among the versions. */
export const OLD_VERSION = 'old'
/** What else was made at the desk in a year: rules that were tried, letters, the plan and the report of a day. */
export const workPath = (year: Year, work: string, id: string): Path => `${versionsPath(year)}/${work}/${id}`
/** The agencies that are shown of a year, as a workbook; */
export const agenciesFilePath = (year: Year): Path => `${yearPath(year)}/agencies.xlsx`
/** views of them that are kept by name. */
export const viewsPath = (year: Year): Path => `${yearPath(year)}/views`
/** The inspection plan of a year. */
export const planPath = (year: Year): Path => `${yearPath(year)}/plan`
/** The letters of a year. */
export const lettersPath = (year: Year): Path => `${yearPath(year)}/letters`
/** The verdict that a year's pre-screening has of an agency. */
export const yearVerdictPath = (year: Year, code: string): Path => `${yearPath(year)}/verdicts/${segment(code)}`
/** The yearly report. */
export const reportPath = (year: Year): Path => `${yearPath(year)}/report`
/** The visits of a year, and the duties of the authority in it, */
export const visitsPath = (year: Year): Path => `${yearPath(year)}/visits`
/** and the sheet of one visit. */
export const visitPath = (year: Year, code: string): Path => `${visitsPath(year)}/${segment(code)}`
/** Whether a path is that of the sheet of a visit. */
export function isVisitPath(path: string): boolean {
  const [, , year = '', , code = '', ...more] = path.split('/')
  return code !== '' && more.length === 0 && path === `${visitsPath(Number(year))}/${code}`
}
/** What the scripts of the desk ask: the token of the session. */
export const DESK_TOKEN_PATH = '/desk/token'
/** What is known of one agency over the years. */
export const historyPath = (code: string): Path => `${DESK_PATH}/agencies/${segment(code)}`
/** What the authority keeps of an agency. */
export const authorityFilesPath = (code: string): Path => `${historyPath(code)}/authority`
/** A verdict of an agency. */
export const verdictAtDeskPath = (code: string, id: string): Path => `${historyPath(code)}/verdicts/${segment(id)}`

/** The points of a verdict that a person has to decide. */
export const reviewPath = (code: string, id: string): Path => `${verdictAtDeskPath(code, id)}/review`

/** The rules, for whoever wants to know by what is judged. */
export const RULE_BOOK_PATH = '/rule-book'
/** One rule. */
export const ruleBookPath = (rule: string): Path => `${RULE_BOOK_PATH}/${rule}`

/** Where people sign in, */
export const SIGN_IN_PATH = '/sign-in'
/** where the issuer sends them back to, */
export const CALLBACK_PATH = '/sign-in/callback'
/** where those are led who sign in beside a page that waits for it, */
export const SIGNED_IN_PATH = '/signed-in'
/** where they see how long they stay signed in, */
export const SESSION_PATH = '/session'
/** and where they sign out: on this device, or on all. */
export const SIGN_OUT_PATH = '/sign-out'
export const SIGN_OUT_EVERYWHERE_PATH = '/sign-out/everywhere'

/** A name in braces stands for any. */
function segment(value: string): string {
  return /^\{\w+\}$/.test(value) ? value : encodeURIComponent(value)
}
