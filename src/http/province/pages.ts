import { DRAW_UP_PATH, PREVIEW_PATH } from '../paths.ts'
import type { Page } from '../route.ts'
import { planFile, planToPrint, reportFile, reportToPrint } from './downloads.ts'
import { drawUpForm, drawUpRun } from './draw-up.tsx'
import { historyPage } from './history.tsx'
import { allLetters, letterFile, lettersPage } from './letters.tsx'
import { overviewPage, toLastYear } from './overview.tsx'
import { planPage, writeChange } from './plan.tsx'
import { previewForm, previewResult } from './preview.tsx'
import { compareAtDesk, verdictAtDesk } from './verdict.ts'

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
