import type { Clock } from '../base/clock.ts'
import { day, latest } from './days.ts'
import { type Facts, fact } from './define.ts'
import type { Scope } from './scope.ts'

/** Of the certificates valid on the day, the one issued last. A certificate without an end stays valid. */
function latestValid(scope: Scope, clock: Clock) {
  return latest(
    scope.manifest.certificates ?? [],
    ({ issuedOn, validTo }) => (clock.within(day(issuedOn), day(validTo)) ? day(issuedOn) : undefined),
    clock,
  )
}

const of = (scope: Scope, clock: Clock) => scope.derive(latestValid, clock)
const at = (key: string) => (scope: Scope, clock: Clock) => {
  const found = of(scope, clock)
  return found && `/certificates/${found.index}${key}`
}

/** Certificates issued to the agency by certification bodies (QĐ 19/2014 Điều 4, đoạn cuối). */
export const certificateFacts: Facts = {
  'validCertificate.issuedOn': fact(
    'day',
    'ngày cấp giấy chứng nhận còn hiệu lực',
    'day the valid certificate was issued',
    (s, c) => of(s, c)?.on,
    at(''),
  ),
  'validCertificate.issuer': fact(
    'text',
    'tổ chức cấp giấy chứng nhận',
    'issuer of the certificate',
    (s, c) => of(s, c)?.act.issuer,
    at('/issuer'),
  ),
}
