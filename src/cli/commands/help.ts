import type { Localized } from '../../base/localized.ts'

/** What the command line can do, as it is shown by `qms-verdict help`. */
export const HELP: Localized = {
  vi: `qms-verdict - đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng theo Quyết định số 19/2014/QĐ-TTg

  qms-verdict check <bộ-hồ-sơ.zip | thư-mục>    đánh giá một bộ hồ sơ
      --as-of NGÀY            ngày đánh giá, dạng 2026-02-28 (mặc định: hôm nay)
      --profile MÃ            bộ thông số của địa phương (mặc định: national)
      --catalogue TỆP         danh mục TTHC do cơ quan có thẩm quyền cung cấp (XLSX, CSV, JSON)
      --exceptions TỆP        các ngoại lệ do cơ quan có thẩm quyền lưu giữ
      --rules THƯ-MỤC | --rule-set TỆP
      --format text|json|html|csv|junit|sarif|ics
                              có thể nêu nhiều lần, khi đó cần --output
      --output THƯ-MỤC        ghi kết quả ra tệp
      --lang vi|en
      --fail-on notMet|insufficientEvidence|never

  qms-verdict rules test [thư-mục]              chạy các ca kiểm thử trong tệp quy tắc
  qms-verdict rules build [thư-mục] --output THƯ-MỤC
                                                công bố bộ quy tắc thành một tệp

Mã kết thúc: 0 đã đánh giá; 1 đã đánh giá, chưa đáp ứng (theo --fail-on); 2 không đánh giá được; 3 lỗi phần mềm.
`,
  en: `qms-verdict - pre-screens a QMS dossier under Decision 19/2014/QĐ-TTg

  qms-verdict check <bundle.zip | folder>       judge one bundle
      --as-of DATE            day of judgement, as 2026-02-28 (default: today in Viet Nam)
      --profile ID            local profile (default: national)
      --catalogue FILE        the authority's catalogue of procedures (XLSX, CSV, JSON)
      --exceptions FILE       exceptions the authority keeps
      --rules DIR | --rule-set FILE
      --format text|json|html|csv|junit|sarif|ics
                              may be repeated, then with --output
      --output DIR            write the results to files
      --lang vi|en
      --fail-on notMet|insufficientEvidence|never

  qms-verdict rules test [dir]                  run the tests inside the rule files
  qms-verdict rules build [dir] --output DIR    publish the rule set as one file

Exit codes: 0 judged; 1 judged and not met (see --fail-on); 2 not judged; 3 a fault of the software.
`,
}
