import type { Page } from '../page.ts'
import { historyPage } from './agency/page.tsx'
import { compareAtDesk, verdictAtDesk } from './agency/verdict.ts'
import { planFile, planToPrint, reportFile, reportToPrint } from './downloads/files.ts'
import { allLetters, letterFile } from './downloads/letter-files.ts'
import { lettersPage } from './downloads/letters.tsx'
import { drawUpForm } from './draw-up/form.tsx'
import { drawUpRun } from './draw-up/run.ts'
import { overviewPage, toLastYear } from './overview/page.tsx'
import { DRAW_UP_PATH, PREVIEW_PATH } from './paths.ts'
import { planPage } from './plan/page.tsx'
import { writeChange } from './plan/write-change.ts'
import { previewForm } from './preview/form.tsx'
import { previewResult } from './preview/result.tsx'

const authority = { access: 'authority' } as const
const get = { ...authority, method: 'GET' } as const
const post = { ...authority, method: 'POST' } as const

/** The pages of the authority of a province. */
export const DESK_PAGES: readonly Page[] = [
  { ...get, path: '/desk', handle: toLastYear },
  { ...get, path: DRAW_UP_PATH, handle: drawUpForm },
  { ...post, path: DRAW_UP_PATH, handle: drawUpRun },
  { ...get, path: PREVIEW_PATH, handle: previewForm },
  { ...post, path: PREVIEW_PATH, handle: previewResult },
  { ...get, path: '/desk/agencies/{code}', handle: historyPage },
  { ...get, path: '/desk/agencies/{code}/verdicts/{id}', handle: verdictAtDesk },
  { ...get, path: '/desk/agencies/{code}/verdicts/{id}/compare', handle: compareAtDesk },
  { ...get, path: '/desk/{year}', handle: overviewPage },
  { ...get, path: '/desk/{year}/plan', handle: planPage },
  { ...post, path: '/desk/{year}/plan', handle: writeChange },
  { ...get, path: '/desk/{year}/plan.xlsx', handle: planFile },
  { ...get, path: '/desk/{year}/plan/print', handle: planToPrint },
  { ...get, path: '/desk/{year}/report', handle: reportToPrint },
  { ...get, path: '/desk/{year}/report.xlsx', handle: reportFile },
  { ...get, path: '/desk/{year}/letters', handle: lettersPage },
  { ...get, path: '/desk/{year}/letters.zip', handle: allLetters },
  { ...get, path: '/desk/{year}/letters/{code}', handle: letterFile },
]
