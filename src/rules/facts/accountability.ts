import { type Facts, fact } from './fact.ts'
import { day, done, usableFile } from './scope.ts'

/** The survey of what organisations and citizens think (TCVN ISO 9001:2015, 9.1.2). */
export const satisfactionFacts: Facts = {
  'satisfaction.on': fact(
    'day',
    'ngày đo lường sự hài lòng',
    'day of the satisfaction survey',
    ({ manifest }, clock) => done(manifest.satisfaction?.on, clock),
    () => '/satisfaction/on',
  ),
  'satisfaction.responses': fact(
    'number',
    'số ý kiến trả lời',
    'responses',
    ({ manifest }) => manifest.satisfaction?.responses,
    () => '/satisfaction/responses',
  ),
  'satisfaction.share': fact(
    'number',
    'tỷ lệ ý kiến hài lòng',
    'share of satisfied answers',
    ({ manifest: { satisfaction } }) =>
      satisfaction?.satisfied === undefined || satisfaction.responses === 0
        ? undefined
        : satisfaction.satisfied / satisfaction.responses,
    () => '/satisfaction',
  ),
  'satisfaction.satisfied': fact(
    'number',
    'số ý kiến hài lòng',
    'satisfied answers',
    ({ manifest }) => manifest.satisfaction?.satisfied,
    () => '/satisfaction/satisfied',
  ),
  'satisfaction.file': fact(
    'file',
    'báo cáo kết quả đo lường sự hài lòng',
    'report of the satisfaction survey',
    (scope) => usableFile(scope, scope.manifest.satisfaction?.file),
    () => '/satisfaction/file',
  ),
}

/** Complaints about the field of application (Thông tư 26/2014 Điều 36 khoản 1 điểm e). */
export const complaintFacts: Facts = {
  'complaints.received': fact(
    'number',
    'số khiếu nại đã tiếp nhận',
    'complaints received',
    ({ manifest }) => manifest.complaints?.received,
    () => '/complaints/received',
  ),
  'complaints.resolved': fact(
    'number',
    'số khiếu nại đã giải quyết',
    'complaints resolved',
    ({ manifest }) => manifest.complaints?.resolved,
    () => '/complaints/resolved',
  ),
  'complaints.pendingInTime': fact(
    'number',
    'số khiếu nại đang giải quyết trong thời hạn',
    'complaints pending in time',
    ({ manifest: { complaints } }) => complaints && (complaints.pendingInTime ?? 0),
    () => '/complaints/pendingInTime',
  ),
  'complaints.dealtWith': fact(
    'number',
    'số khiếu nại đã giải quyết hoặc đang giải quyết trong thời hạn',
    'complaints resolved or pending in time',
    ({ manifest: { complaints } }) => complaints && complaints.resolved + (complaints.pendingInTime ?? 0),
    () => '/complaints',
  ),
  'complaints.file': fact(
    'file',
    'hồ sơ xử lý khiếu nại',
    'record of complaints',
    (scope) => usableFile(scope, scope.manifest.complaints?.file),
    () => '/complaints/file',
  ),
}

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
  'onSiteInspection.reportUnknown': fact(
    'flag',
    'cơ quan kê khai đã báo cáo khắc phục nhưng cơ quan có thẩm quyền chưa ghi nhận',
    'a corrective report is stated, and not on the record of the authority',
    ({ dossier }) => dossier.authority?.unknown.includes('/onSiteInspection/correctiveReportOn') ?? false,
  ),
  'onSiteInspection.file': fact(
    'file',
    'Biên bản kiểm tra, báo cáo khắc phục',
    'inspection record or corrective report',
    (scope) => usableFile(scope, scope.manifest.onSiteInspection?.file),
    () => '/onSiteInspection/file',
  ),
}

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
  'statusReport.notReceived': fact(
    'flag',
    'cơ quan có thẩm quyền ghi nhận không nhận được báo cáo',
    'the authority knows that no status report came',
    ({ dossier }) => dossier.authority?.unknown.includes('/statusReport') ?? false,
  ),
  'statusReport.file': fact(
    'file',
    'báo cáo tình hình thực hiện',
    'status report',
    (scope) => usableFile(scope, scope.manifest.statusReport?.file),
    () => '/statusReport/file',
  ),
}
