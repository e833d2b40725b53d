import { AGENCY_PAGES } from './agency/pages.ts'
import { DESK_PAGES } from './desk/pages.ts'
import { HOME_PAGES } from './home/pages.tsx'
import type { Page } from './page.ts'
import { RULE_PAGES } from './rules/pages.ts'
import { SIGN_IN_PAGES } from './sign-in/pages.tsx'

/** Every page but those of the issuer for trying out; the tests of rights go by this list. */
export const PAGES: readonly Page[] = [...HOME_PAGES, ...SIGN_IN_PAGES, ...AGENCY_PAGES, ...DESK_PAGES, ...RULE_PAGES]
