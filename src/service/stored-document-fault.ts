import { QmsVerdictError } from '../base/errors.ts'
import type { Localized } from '../base/localized.ts'

/** A document in the store is not what was written there; an operator must look. */
export class StoredDocumentFault extends QmsVerdictError {
  override name = 'StoredDocumentFault'
  readonly text: Localized

  constructor(text: Localized, options?: ErrorOptions) {
    super(text.en, options)
    this.text = text
  }

  /** The index names a document that is not in the store. */
  static absent(key: string): StoredDocumentFault {
    return new StoredDocumentFault({
      vi: `Kho kết quả: không có '${key}' dù chỉ mục có ghi. Đề nghị khôi phục tệp từ bản sao lưu.`,
      en: `Store of verdicts: the index names '${key}', but it is not there. Restore the file from a backup.`,
    })
  }

  /** An index entry cannot be read. */
  static entry(key: string, cause: unknown): StoredDocumentFault {
    return new StoredDocumentFault(
      {
        vi: `Kho kết quả: '${key}' không phải mục chỉ mục đúng mẫu; tệp đã bị sửa hoặc do phiên bản khác ghi. Đề nghị khôi phục tệp từ bản sao lưu.`,
        en: `Store of verdicts: '${key}' is not an index entry in the right form; it was edited, or written by another release. Restore the file from a backup.`,
      },
      { cause },
    )
  }
}
