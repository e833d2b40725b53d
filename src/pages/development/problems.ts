import { PageProblem } from '../problems/page-problem.ts'

/** The page to pick a person was opened by hand, or by another program. */
export function notOurRequest(): PageProblem {
  return new PageProblem(400, {
    title: { vi: 'Không phải yêu cầu đăng nhập của dịch vụ này', en: 'Not a sign-in of this service' },
    detail: {
      vi: 'Trang đăng nhập thử nghiệm chỉ mở từ nút Đăng nhập của dịch vụ. Đề nghị về trang đầu rồi bấm Đăng nhập.',
      en: 'The sign-in page for trying out opens only from the Sign in button of the service. Go to the front page and sign in from there.',
    },
  })
}

/** A reverse proxy stands before the service, so anybody could be whoever they pick. */
export function behindProxy(header: string): PageProblem {
  return new PageProblem(403, {
    title: {
      vi: 'Đăng nhập thử nghiệm không dùng được qua máy chủ trung gian',
      en: 'No trial sign-in through a proxy',
    },
    detail: {
      vi: `Yêu cầu đi qua máy chủ trung gian (có tiêu đề ${header}), nên có thể đến từ máy khác. Đơn vị cấp mã thử nghiệm chỉ chạy trực tiếp trên máy này. Đề nghị mở thẳng địa chỉ của dịch vụ trên máy này, hoặc cấu hình đơn vị cấp mã thật (--oidc-issuer).`,
      en: `The request came through a proxy (it has the header ${header}), so it may be from another machine. The development issuer works on this machine alone. Open the address of the service directly, or configure a real issuer (--oidc-issuer).`,
    },
  })
}
