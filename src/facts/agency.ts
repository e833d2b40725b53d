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
  'agency.name': fact(
    'text',
    'tên cơ quan',
    'name of the agency',
    ({ manifest }) => manifest.agency.name,
    () => '/agency/name',
  ),
  'agency.staffInScope': fact(
    'number',
    'số cán bộ, công chức trong phạm vi áp dụng',
    'staff in scope',
    ({ manifest }) => manifest.agency.staffInScope,
    () => '/agency/staffInScope',
  ),
  'agency.units': fact(
    'texts',
    'các đơn vị trong phạm vi áp dụng',
    'units in scope',
    ({ manifest }) => manifest.agency.units,
    () => '/agency/units',
  ),
  'agency.hasWebsite': fact(
    'flag',
    'trang thông tin điện tử của cơ quan',
    'whether the agency has a website',
    ({ manifest: { agency } }) => (agency.website === undefined ? undefined : agency.website !== null),
    () => '/agency/website',
  ),
  assessmentYear: fact(
    'number',
    'năm đánh giá',
    'assessment year',
    ({ manifest }) => manifest.assessmentYear,
    () => '/assessmentYear',
  ),
}
