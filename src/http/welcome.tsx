import type { Localized } from '../core/errors.ts'
import { AGENCY_PATH, DESK_PATH, HOME_PATH, RULE_BOOK_PATH, SIGN_IN_PATH } from '../core/paths.ts'
import { show } from './layout.tsx'
import type { Page, PageCall } from './route.ts'

/** The front page: whoever is signed in is led to their own. */
export const HOME_PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: HOME_PATH,
    access: 'open',
    async handle(call) {
      if (call.caller === undefined) return welcome(call)
      return call.context.redirect(call.caller.kind === 'agency' ? AGENCY_PATH : DESK_PATH)
    },
  },
]

const WORDS = {
  title: {
    vi: 'Đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng',
    en: 'Preliminary assessment of quality management system dossiers',
  },
  lead: {
    vi: 'Nộp bộ hồ sơ áp dụng TCVN ISO 9001 theo Quyết định số 19/2014/QĐ-TTg; nhận kết quả đánh giá sơ bộ có căn cứ pháp lý, bằng chứng và việc cần làm.',
    en: 'Hand in the dossier on TCVN ISO 9001 under Decision 19/2014/QĐ-TTg; get a preliminary assessment with its legal basis, the evidence and what to do.',
  },
  agency: { vi: 'Cơ quan, đơn vị', en: 'Agencies' },
  agencyText: {
    vi: 'Nộp bộ hồ sơ (tệp ZIP, thư mục hoặc từng tệp), lập bảng kê, xem kết quả và các thời hạn sắp đến.',
    en: 'Hand in a dossier (a ZIP file, a folder or single files), write its manifest, see the result and what falls due.',
  },
  authority: { vi: 'Đơn vị chủ trì của tỉnh, thành phố', en: 'The authority of a province' },
  authorityText: {
    vi: 'Xem tình hình các cơ quan trên địa bàn, lập kế hoạch kiểm tra, báo cáo và văn bản thông báo.',
    en: 'See how the agencies of the province stand; plan inspections, write reports and letters.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  rules: { vi: 'Xem các quy tắc đánh giá (không cần đăng nhập)', en: 'Read the rules (no need to sign in)' },
} as const satisfies Record<string, Localized>

/** The front page for whoever is not signed in: what the service is for, and the way in. */
function welcome(call: PageCall): Response | Promise<Response> {
  const { lang } = call
  return show(
    call,
    { title: WORDS.title[lang] },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p class="ways">
        <a class="button" href={SIGN_IN_PATH}>
          {WORDS.signIn[lang]}
        </a>
        <a href={RULE_BOOK_PATH}>{WORDS.rules[lang]}</a>
      </p>
      <div class="columns">
        <section>
          <h2>{WORDS.agency[lang]}</h2>
          <p>{WORDS.agencyText[lang]}</p>
        </section>
        <section>
          <h2>{WORDS.authority[lang]}</h2>
          <p>{WORDS.authorityText[lang]}</p>
        </section>
      </div>
    </>,
  )
}
