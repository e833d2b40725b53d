import { PageProblem } from '../problems/page-problem.ts'

/** The authority of a province asks for what is an agency's own. */
export function agenciesOnly(province: string): PageProblem {
  return new PageProblem(403, {
    title: { vi: 'Trang này dành cho cơ quan nộp hồ sơ', en: 'This page is for agencies' },
    detail: {
      vi: `Tài khoản đang đăng nhập là của đơn vị chủ trì ${province}, chỉ xem kết quả và không nộp hồ sơ thay cơ quan. Đề nghị dùng các trang của đơn vị chủ trì; nếu cần nộp hồ sơ, đăng xuất rồi đăng nhập bằng tài khoản của cơ quan.`,
      en: `You are signed in as the authority of ${province}, which reads and does not write in an agency's name. Use the authority's pages; to hand in a dossier, sign out and sign in as the agency.`,
    },
  })
}

/** An agency asks for what is the authority's. */
export function authoritiesOnly(code: string): PageProblem {
  return new PageProblem(403, {
    title: { vi: 'Trang này dành cho đơn vị chủ trì', en: 'This page is for the authority of a province' },
    detail: {
      vi: `Tài khoản đang đăng nhập là của cơ quan ${code}, chỉ xem được hồ sơ và kết quả của cơ quan mình. Đề nghị về trang của cơ quan; nếu là công chức của đơn vị chủ trì, đăng xuất rồi đăng nhập bằng tài khoản của đơn vị đó.`,
      en: `You are signed in as agency ${code} and see only what is its own. Go back to your agency's page; if you work for the authority, sign out and sign in as the authority.`,
    },
  })
}
