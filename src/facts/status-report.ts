import { day } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'

/** The report on how the QMS is carried out (Thông tư 26/2014/TT-BKHCN Điều 35 khoản 2, Điều 36). */
export const statusReportFacts: Facts = {
  'statusReport.signedOn': fact(
    'day',
    'ngày ký báo cáo tình hình thực hiện',
    'day the status report was signed',
    ({ manifest }) => day(manifest.statusReport?.signedOn),
    () => '/statusReport/signedOn',
  ),
  'statusReport.number': fact(
    'text',
    'số, ký hiệu báo cáo tình hình thực hiện',
    'number of the status report',
    ({ manifest }) => manifest.statusReport?.number,
    () => '/statusReport/number',
  ),
  'statusReport.covers': fact(
    'texts',
    'các nội dung của báo cáo tình hình thực hiện',
    'contents of the status report',
    ({ manifest }) => manifest.statusReport?.covers,
    () => '/statusReport/covers',
  ),
  'statusReport.receivedOn': fact(
    'day',
    'ngày nhận báo cáo tình hình thực hiện',
    'day the status report was received',
    ({ manifest }) => day(manifest.statusReport?.receivedOn),
    () => '/statusReport/receivedOn',
  ),
  'statusReport.requestedBy': fact(
    'day',
    'thời hạn đề nghị báo cáo',
    'day by which the report was asked for',
    ({ manifest }) => day(manifest.statusReport?.requestedBy),
    () => '/statusReport/requestedBy',
  ),
  'statusReport.file': fact(
    'file',
    'báo cáo tình hình thực hiện',
    'status report',
    (scope) => usableFile(scope, scope.manifest.statusReport?.file),
    () => '/statusReport/file',
  ),
}
