import { QmsVerdictError } from '../base/errors.ts'
import type { Localized } from '../base/localized.ts'

/** What was being done when the store failed. */
export type StoreOperation = 'read' | 'write'

const DOING: Record<StoreOperation, Localized> = {
  read: { vi: 'đọc', en: 'read' },
  write: { vi: 'ghi', en: 'write' },
}

/** The store (disk, network, permission) failed; says nothing about a dossier. Whoever called may try again later. */
export class StoreFault extends QmsVerdictError {
  override name = 'StoreFault'
  readonly text: Localized

  /** @param where the object, as the operator knows it: `s3://bucket/key` or a path */
  constructor(operation: StoreOperation, where: string, reason: Localized, options?: ErrorOptions) {
    const doing = DOING[operation]
    const text = {
      vi: `Kho lưu trữ: không ${doing.vi} được '${where}': ${reason.vi}. Đề nghị kiểm tra kết nối và quyền truy cập, sau đó thực hiện lại.`,
      en: `Store: could not ${doing.en} '${where}': ${reason.en}. Check the connection and the permissions, then try again.`,
    }
    super(text.en, options)
    this.text = text
  }

  /** A fault whose reason is another error's message. */
  static from(operation: StoreOperation, where: string, cause: unknown): StoreFault {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message || 'no message'}` : String(cause)
    return new StoreFault(operation, where, { vi: reason, en: reason }, { cause })
  }
}

/** The reason when an object was replaced or deleted while it was being read. */
export const CHANGED_WHILE_READ: Localized = {
  vi: 'đối tượng đã bị thay thế hoặc xóa trong khi đang đọc',
  en: 'the object was replaced or deleted while it was being read',
}
