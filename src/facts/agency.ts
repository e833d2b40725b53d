import { type Facts, fact } from './define.ts'

/** The agency and the year it is assessed for. */
export const agencyFacts: Facts = {
  'agency.block': fact(
    'text',
    'khối cơ quan',
    'block of the agency',
    ({ manifest }) => manifest.agency.block,
    () => '/agency/block',
  ),
  assessmentYear: fact(
    'number',
    'năm đánh giá',
    'assessment year',
    ({ manifest }) => manifest.assessmentYear,
    () => '/assessmentYear',
  ),
}
