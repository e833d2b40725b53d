import { agencyCode, isOfProvince } from '../../core/names.ts'
import type { Actor } from '../../service/audit.ts'

/** On whose behalf a request comes: an agency, or the authority of a province (đơn vị chủ trì). */
export type Caller = { kind: 'agency'; code: string } | { kind: 'authority'; province: string }

/** Names of the claims that say who calls; a token carries exactly one of the two. */
export interface ClaimNames {
  /** Holds the code of an agency, such as `H61.12`. */
  agency: string
  /** Holds the code of the province whose authority calls, such as `H61`. */
  authority: string
}

/** Who calls, by the claims of a valid token; undefined when they name nobody, or two. */
export function readCaller(claims: Readonly<Record<string, unknown>>, names: ClaimNames): Caller | undefined {
  const [agency, authority] = [claims[names.agency], claims[names.authority]]
  if ((agency === undefined) === (authority === undefined)) return undefined
  const code = typeof agency === 'string' ? toAgencyCode(agency) : undefined
  if (code !== undefined) return { kind: 'agency', code }
  const province = typeof authority === 'string' ? toProvinceCode(authority) : undefined
  return province === undefined ? undefined : { kind: 'authority', province }
}

/** May the caller read what belongs to an agency? Itself, or an agency of its province. */
export function mayRead(caller: Caller, agency: string): boolean {
  return caller.kind === 'agency' ? caller.code === agency : isOfProvince(agency, caller.province)
}

/** May the caller write in an agency's name? The agency alone. */
export function mayWrite(caller: Caller, agency: string): boolean {
  return caller.kind === 'agency' && caller.code === agency
}

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

/** Kinds of tokens, as their header names them. */
export const TOKEN_TYPES = ['at+jwt', 'JWT'] as const
export type TokenType = (typeof TOKEN_TYPES)[number]

/** What holds of tokens unless said otherwise. */
export const TOKEN_DEFAULTS = {
  claims: { agency: 'agency', authority: 'authority' },
  tokenType: 'at+jwt',
  toleranceSeconds: 60,
} as const

/** Who acts, for the record: on whose behalf, and what the identity provider calls the person, where that is known. */
export const actorOf = (caller: Caller, person: string | undefined): Actor => ({
  ...caller,
  ...(person !== undefined && { person }),
})
