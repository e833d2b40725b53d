import type { Clock, Day } from '../../core/days.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { type Facts, fact, field, list } from './fact.ts'
import { day, latest, type Scope } from './scope.ts'

/** The consultants the agency hired (QĐ 19/2014 Điều 7); none is a statement, not a gap. */
export const consultantFacts: Facts = {
  'consultants.number': fact(
    'number',
    'số tổ chức, chuyên gia tư vấn được thuê',
    'number of consultants hired',
    ({ manifest }) => manifest.consultants?.length,
    () => '/consultants',
  ),
}

interface Item {
  consultant: NonNullable<Manifest['consultants']>[number]
  from: Day | undefined
  to: Day | undefined
  validFrom: Day | undefined
  validTo: Day | undefined
  pointer: string
}

function items({ manifest }: Scope): readonly Item[] {
  return (manifest.consultants ?? []).map((consultant, index) => ({
    consultant,
    from: day(consultant.from),
    to: day(consultant.to),
    validFrom: day(consultant.validFrom),
    validTo: day(consultant.validTo),
    pointer: `/consultants/${index}`,
  }))
}

/** The consultants the agency hired, with the time of the engagement and of their papers. */
export const consultantsList = list<Item>({
  label: { vi: 'tổ chức, chuyên gia tư vấn', en: 'consultants' },
  items,
  place: ({ pointer }) => ({ pointer }),
  fields: {
    name: field(
      'text',
      'tên tổ chức, chuyên gia tư vấn',
      'name of the consultant',
      (item: Item) => item.consultant.name,
    ),
    certificateNo: field(
      'text',
      'số Giấy xác nhận, thẻ chuyên gia',
      'number of the confirmation or expert card',
      (item) => item.consultant.certificateNo,
    ),
    validFrom: field('day', 'ngày bắt đầu hiệu lực của giấy tờ', 'day the papers begin', (item) => item.validFrom),
    validTo: field('day', 'ngày hết hiệu lực của giấy tờ', 'last day of the papers', (item) => item.validTo),
    from: field('day', 'ngày bắt đầu tư vấn', 'first day of the engagement', (item) => item.from),
    to: field('day', 'ngày kết thúc tư vấn', 'last day of the engagement', (item) => item.to),
  },
})

/** Of the certificates valid on the day, the one issued last. A certificate without an end stays valid. */
function latestValid(scope: Scope, clock: Clock) {
  return latest(
    scope.manifest.certificates ?? [],
    ({ issuedOn, validTo }) => (clock.within(day(issuedOn), day(validTo)) ? day(issuedOn) : undefined),
    clock,
  )
}

const validCertificate = (scope: Scope, clock: Clock) => scope.derive(latestValid, clock)
const certificatePlace = (key: string) => (scope: Scope, clock: Clock) => {
  const found = validCertificate(scope, clock)
  return found && `/certificates/${found.index}${key}`
}

/** Certificates issued to the agency by certification bodies (QĐ 19/2014 Điều 4, đoạn cuối). */
export const certificateFacts: Facts = {
  'validCertificate.issuedOn': fact(
    'day',
    'ngày cấp giấy chứng nhận còn hiệu lực',
    'day the valid certificate was issued',
    (s, c) => validCertificate(s, c)?.on,
    certificatePlace(''),
  ),
  'validCertificate.issuer': fact(
    'text',
    'tổ chức cấp giấy chứng nhận',
    'issuer of the certificate',
    (s, c) => validCertificate(s, c)?.act.issuer,
    certificatePlace('/issuer'),
  ),
}

/** What keeping up the QMS costs in a year, in đồng (Thông tư 116/2015/TT-BTC Điều 4 khoản 6). */
export const budgetFacts: Facts = {
  'budget.maintenance': fact(
    'number',
    'chi duy trì, cải tiến thường xuyên trong năm',
    'regular maintenance cost of the year',
    ({ manifest }) => manifest.budget?.maintenance,
    () => '/budget/maintenance',
  ),
}
