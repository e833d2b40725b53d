import { InputError } from '../base/errors.ts'
import type { Store } from './store.ts'

/** Written once, and found by every later check. */
const PROBE = 'probes/conditional-write'

/**
 * Makes sure that a store keeps what it promises of `putIfAbsent`, on which it rests that nothing is judged twice. Older
 * gateways that speak S3 take no notice of `If-None-Match`, or (Ceph RGW 16) none in buckets that keep versions.
 * @param where the store, as the operator knows it
 * @throws InputError when it overwrites; StoreFault
 */
export async function requireConditionalWrites(store: Store, where: string): Promise<void> {
  const bytes = new TextEncoder().encode('qms-verdict\n')
  await store.putIfAbsent(PROBE, bytes, 'text/plain')
  if ((await store.putIfAbsent(PROBE, bytes, 'text/plain')) === 'present') return
  throw new InputError({
    vi: `Kho lưu trữ ${where}: máy chủ ghi đè lên đối tượng đã có dù được yêu cầu chỉ ghi khi chưa có (If-None-Match: *), nên một bộ hồ sơ có thể bị đánh giá hai lần. Đề nghị tắt lưu phiên bản (versioning) của bucket này, hoặc nâng cấp máy chủ S3, rồi chạy lại.`,
    en: `Store ${where}: the server overwrites an object that is there although asked to write only if it is not (If-None-Match: *), so a bundle could be judged twice. Use a bucket without versioning, or a newer S3 server, then run again.`,
  })
}
