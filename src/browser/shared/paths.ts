/** Paths that the scripts of pages ask or link to; the service answers there by the same constants. */
export const TOKEN_PATH = '/agency/token'
export const UPLOADS_PATH = '/agency/uploads'
export const MANIFEST_CHECK_PATH = '/agency/manifest/check'
export const MANIFEST_WORKBOOK_PATH = '/agency/manifest/workbook'
export const MANIFEST_OPENED_PATH = '/agency/manifest/opened'

/** The rules, for whoever wants to know by what is judged. */
export const RULE_BOOK_PATH = '/rule-book'
/** One rule. */
export const ruleBookPath = (rule: string): `/${string}` => `${RULE_BOOK_PATH}/${rule}`
