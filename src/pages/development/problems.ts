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
