import type { Attack } from './attack.ts'
import { BUNDLES } from './attacks/bundles.ts'
import { DOCUMENT_PROCESS } from './attacks/document-process.ts'
import { FORGED_VERDICTS } from './attacks/forged-verdicts.ts'
import { FORMS } from './attacks/forms.ts'
import { NAMES_AND_KEYS } from './attacks/names-and-keys.ts'
import { PAGE_FORMS } from './attacks/page-forms.ts'
import { QUOTA } from './attacks/quota.ts'
import { SESSIONS } from './attacks/sessions.ts'

/** Every attack that is played, in this order. A new one is written in a file of `attacks/` and listed here. */
export const ATTACKS: readonly Attack[] = [
  ...FORMS,
  ...PAGE_FORMS,
  ...BUNDLES,
  ...NAMES_AND_KEYS,
  ...QUOTA,
  ...DOCUMENT_PROCESS,
  ...FORGED_VERDICTS,
  ...SESSIONS,
]
