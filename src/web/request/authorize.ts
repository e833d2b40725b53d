import type { Context } from 'hono'
import { type Caller, mayRead, mayWrite } from '../../auth/caller.ts'
import type { Localized } from '../../base/localized.ts'
import { Problem } from '../problems/problem.ts'
import type { WebTools } from '../tools.ts'

const NO_TOKEN: Localized = {
  vi: "Đề nghị gửi kèm tiêu đề 'Authorization: Bearer <mã truy cập>' với mã do hệ thống định danh cấp.",
  en: "Send the header 'Authorization: Bearer <token>' with a token of the identity provider.",
}

const AUTHORITY_ONLY: Localized = {
  vi: 'Mã truy cập là của một cơ quan. Kết quả rà soát sơ bộ chỉ dành cho đơn vị chủ trì của tỉnh, thành phố.',
  en: "The token is an agency's. A pre-screening is for the authority of a province only.",
}

const READS_ONLY: Localized = {
  vi: 'Mã truy cập là của đơn vị chủ trì, chỉ được xem. Đề nghị để cơ quan tự nộp bộ hồ sơ bằng mã của mình.',
  en: "The token is an authority's, which may only read. Let the agency upload its bundle with its own token.",
}

/**
 * Who calls, by the bearer token of a request (RFC 6750; only in the header).
 * @throws Problem when there is none; what the verifier throws
 */
export async function callerOf(context: Context, { auth, clock }: WebTools): Promise<Caller> {
  const header = context.req.header('Authorization') ?? ''
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (token === undefined) throw new Problem('token-missing', NO_TOKEN, { headers: { 'WWW-Authenticate': 'Bearer' } })
  return auth(token, clock())
}

/** @throws Problem unless the caller may do this with the agency */
export function checkAgency(caller: Caller, access: 'read-agency' | 'write-agency', agency: string): void {
  if (access === 'read-agency' ? mayRead(caller, agency) : mayWrite(caller, agency)) return
  if (access === 'write-agency' && caller.kind === 'authority') throw new Problem('authority-reads-only', READS_ONLY)
  throw new Problem('other-agency', reach(caller, agency))
}

/**
 * The province of an authority.
 * @throws Problem when an agency calls
 */
export function provinceOf(caller: Caller): string {
  if (caller.kind === 'authority') return caller.province
  throw new Problem('authority-only', AUTHORITY_ONLY)
}

function reach(caller: Caller, agency: string): Localized {
  if (caller.kind === 'agency')
    return {
      vi: `Mã truy cập là của cơ quan ${caller.code}, không dùng được cho cơ quan ${agency}. Đề nghị kiểm tra mã cơ quan trong địa chỉ.`,
      en: `The token is that of agency ${caller.code} and cannot be used for agency ${agency}. Check the code in the address.`,
    }
  return {
    vi: `Mã truy cập là của đơn vị chủ trì ${caller.province}; cơ quan ${agency} không thuộc tỉnh, thành phố này.`,
    en: `The token is that of the authority of ${caller.province}; agency ${agency} is not of that province.`,
  }
}
