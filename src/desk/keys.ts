import { agencyCode } from '../base/names.ts'

/** Where the pre-screening of a province's agencies for a year is kept. */
export const prescreenKey = (province: string, year: number): string => `prescreens/${province}/${year}.json`

/** Where the verdict stands that a published pre-screening rests on. */
export const prescreenVerdictKey = (province: string, year: number, code: string): string =>
  `prescreens/${province}/${year}/verdicts/${encodeURIComponent(agencyCode(code))}.json`

/** The written changes of a year's inspection plan begin so. */
export const planChangesPrefix = (province: string, year: number): string => `prescreens/${province}/${year}/changes/`
