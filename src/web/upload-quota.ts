import { Problem } from '../http/problems.ts'
import type { WebTools } from '../http/tools.ts'
import { secondsToMidnight } from '../service/upload-quota.ts'

/**
 * Turns away an agency that has sent as many bundles today as one may.
 * @throws Problem `too-many-uploads`
 */
export async function checkUploadQuota(
  agency: string,
  { service, clock, settings }: Pick<WebTools, 'service' | 'clock' | 'settings'>,
): Promise<void> {
  const most = settings.uploadsPerDay
  const now = clock().toISOString()
  if ((await service.uploadsToday(agency, now, most)) < most) return
  const detail = {
    vi: `Hôm nay cơ quan đã nộp ${most} lần, bằng số lần tối đa trong một ngày. Các lần nộp trước vẫn được giữ và có kết quả bình thường. Đề nghị nộp tiếp từ 0 giờ ngày mai; cần nộp gấp thì liên hệ đơn vị quản trị hệ thống để được nâng số lần.`,
    en: `The agency has sent ${most} bundles today, as many as one may in a day. Those are kept and have their verdicts as usual. Send the next one from midnight on (Vietnam time), or ask the operator of the service to raise the number.`,
  }
  throw new Problem('too-many-uploads', detail, {
    headers: { 'Retry-After': String(secondsToMidnight(now)) },
  })
}
