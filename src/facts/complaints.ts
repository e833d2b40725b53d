import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'

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
