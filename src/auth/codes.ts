import { agencyCode } from '../base/names.ts'

/** Capital letter and two digits, then groups after dots, 35 characters in all (QĐ 20/2020/QĐ-TTg, Điều 4). */
const AGENCY = /^(?=.{1,35}$)[A-Z]\d{2}(\.[A-Z0-9]+)*$/
const PROVINCE = /^[A-Z]\d{2}$/

/** An agency code in its one written form (`h61.12` and `000.00.12.H61` are `H61.12`); undefined when it is none. */
export function toAgencyCode(text: string): string | undefined {
  const code = agencyCode(text)
  return AGENCY.test(code) ? code : undefined
}

/** A province code such as `H61`, in capitals; undefined when it is none. */
export function toProvinceCode(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  return PROVINCE.test(code) ? code : undefined
}

/** Does an agency belong to a province? Its code begins with the province's, up to the end of a group. */
export function isOfProvince(agency: string, province: string): boolean {
  return agency === province || agency.startsWith(`${province}.`)
}
