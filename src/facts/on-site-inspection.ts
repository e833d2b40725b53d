import { day } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'

/** The latest inspection at the agency's office (Thông tư 26/2014/TT-BKHCN Điều 37 khoản 2). */
export const onSiteInspectionFacts: Facts = {
  'onSiteInspection.recordSignedOn': fact(
    'day',
    'ngày ký Biên bản kiểm tra',
    'day the inspection record was signed',
    ({ manifest }) => day(manifest.onSiteInspection?.recordSignedOn),
    () => '/onSiteInspection/recordSignedOn',
  ),
  'onSiteInspection.findings': fact(
    'number',
    'số nội dung chưa đáp ứng yêu cầu',
    'number of findings',
    ({ manifest }) => manifest.onSiteInspection?.findings,
    () => '/onSiteInspection/findings',
  ),
  'onSiteInspection.correctiveReportOn': fact(
    'day',
    'ngày báo cáo thực hiện hành động khắc phục',
    'day of the report on corrective action',
    ({ manifest }) => day(manifest.onSiteInspection?.correctiveReportOn),
    () => '/onSiteInspection/correctiveReportOn',
  ),
  'onSiteInspection.file': fact(
    'file',
    'Biên bản kiểm tra, báo cáo khắc phục',
    'inspection record or corrective report',
    (scope) => usableFile(scope, scope.manifest.onSiteInspection?.file),
    () => '/onSiteInspection/file',
  ),
}
