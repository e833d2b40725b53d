import { HOME, PageProblem } from './page-problem.ts'

/** Nothing is at that address. */
export function noSuchPage(path: string): PageProblem {
  const shown = path.slice(0, 120)
  return new PageProblem(404, {
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    detail: {
      vi: `Không có trang nào tại địa chỉ “${shown}”. Đề nghị kiểm tra lại địa chỉ, hoặc đi từ trang đầu.`,
      en: `There is no page at “${shown}”. Check the address, or start from the front page.`,
    },
  })
}

/** The method is none that the page answers. */
export function otherMethod(method: string): PageProblem {
  return new PageProblem(405, {
    title: { vi: 'Trang này không mở được theo cách đó', en: 'This page is not opened that way' },
    detail: {
      vi: `Trang này không nhận yêu cầu ${method} (thường do tải lại trang sau khi gửi biểu mẫu). Đề nghị đi lại từ trang đầu.`,
      en: `This page does not answer ${method} (often a form's answer opened again). Start from the front page.`,
    },
  })
}

/** A form came from a page of somebody else. */
export function notOurForm(): PageProblem {
  return new PageProblem(403, {
    title: { vi: 'Biểu mẫu không gửi từ trang của dịch vụ', en: 'The form was not sent from a page of this service' },
    detail: {
      vi: 'Để phòng giả mạo, dịch vụ chỉ nhận biểu mẫu gửi từ chính trang của mình; chưa có gì được ghi nhận. Đề nghị mở lại trang từ trang đầu rồi gửi lại.',
      en: 'To keep forgeries out, only forms on pages of this service are taken; nothing was recorded. Open the page from the front page and send it again.',
    },
  })
}

/** More was sent than any form here holds. */
export function tooLarge(maxBytes: number): PageProblem {
  const mebibytes = maxBytes / 1024 ** 2
  return new PageProblem(413, {
    title: { vi: 'Nội dung gửi quá lớn', en: 'Too much was sent' },
    detail: {
      vi: `Nội dung biểu mẫu vượt quá ${mebibytes} MB. Bộ hồ sơ nộp tại trang “Nộp hồ sơ”; đề nghị quay lại và chọn tệp tại đó.`,
      en: `The form holds more than ${mebibytes} MB. A dossier is handed in on the page for it; go back and choose the file there.`,
    },
    ways: [{ href: '/agency/upload', label: { vi: 'Đến trang nộp hồ sơ', en: 'Hand in a dossier' } }, HOME],
  })
}
