import type { Language, Localized } from '../../base/localized.ts'

const NOT_AN_INSPECTION: Localized = {
  vi: 'Kết quả do dịch vụ này lập là đánh giá sơ bộ qua hồ sơ, không thay thế kết quả kiểm tra theo Thông tư số 26/2014/TT-BKHCN. Điểm, trọng số và xếp loại không do Quyết định số 19/2014/QĐ-TTg quy định.',
  en: 'What this service finds is a pre-screening of dossiers; it does not replace an inspection under Circular 26/2014/TT-BKHCN. Scores, weights and grades are not set by Decision 19/2014/QĐ-TTg.',
}

/** The foot of every page: what the service's answers are not. */
export function Footer({ lang }: { lang: Language }) {
  return (
    <footer class="site">
      <p>{NOT_AN_INSPECTION[lang]}</p>
    </footer>
  )
}
