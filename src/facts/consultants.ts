import { type Facts, fact } from './define.ts'

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
