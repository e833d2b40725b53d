import type { Localized } from '../../../base/localized.ts'
import type { NoLetter } from './letter-kind.ts'

/** Why an agency gets no letter, and what to do instead. */
export const NO_LETTER_WORDS: Record<NoLetter, Localized> = {
  notSubject: {
    vi: 'Không lập văn bản: cơ quan không thuộc diện phải gửi hồ sơ, hoặc thuộc diện khuyến khích và chưa công bố.',
    en: 'No letter: the agency need not hand in a dossier, or is encouraged and has not declared.',
  },
  left: {
    vi: 'Không lập văn bản: cơ quan không còn trong danh sách năm nay.',
    en: "No letter: the agency is no longer in this year's list.",
  },
  quarantined: {
    vi: 'Không lập văn bản: bộ hồ sơ có dấu chỉ độ mật, đang được cách ly; người có thẩm quyền xử lý theo quy định về bảo vệ bí mật nhà nước.',
    en: 'No letter: the dossier bears a mark of secrecy and is set apart; an authorised person deals with it under the law on state secrets.',
  },
  undetermined: {
    vi: 'Không lập văn bản: phần mềm gặp lỗi ở một số nội dung nên chưa có kết quả; xem lại bộ hồ sơ bằng qms-verdict check.',
    en: 'No letter: the software failed on some points, so there is no result yet; look at the bundle with qms-verdict check.',
  },
}
