import type { Localized } from '../../core/errors.ts'

/** What the command line can do, as it is shown by `qms-verdict help`. */
export const HELP: Localized = {
  vi: `qms-verdict - đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng theo Quyết định số 19/2014/QĐ-TTg

  qms-verdict check <bộ-hồ-sơ.zip | thư-mục>    đánh giá một bộ hồ sơ
      --as-of NGÀY            ngày đánh giá, dạng 2026-02-28 (mặc định: hôm nay)
      --profile MÃ            bộ thông số của địa phương (mặc định: national)
      --catalogue TỆP         danh mục TTHC do cơ quan có thẩm quyền cung cấp (XLSX, CSV, JSON)
      --exceptions TỆP        các ngoại lệ do cơ quan có thẩm quyền lưu giữ
      --trust THƯ-MỤC         chứng thư số tin cậy và danh sách thu hồi (PEM, DER), để kiểm tra chữ ký số trong tệp PDF
      --rules THƯ-MỤC | --rule-set TỆP
      --format text|json|html|csv|junit|sarif|ics
                              có thể nêu nhiều lần, khi đó cần --output
      --output THƯ-MỤC        ghi kết quả ra tệp
      --sign TỆP-KHÓA         ký kết quả bằng khóa riêng Ed25519
      --lang vi|en
      --no-ocr                không nhận dạng chữ trên bản quét (nhanh hơn; bản quét chỉ được tính là có nộp)
      --fail-on notMet|insufficientEvidence|never

  qms-verdict template [--output TỆP]           tạo bảng kê ho-so.xlsx để cơ quan khai
  qms-verdict draft <thư-mục>                   đọc tài liệu chưa có bảng kê, lập dự thảo bảng kê có ghi nguồn
      --output TỆP            ghi dự thảo ra .json hoặc .xlsx

  qms-verdict verify <kết-quả.json> --bundle <bộ-hồ-sơ.zip | thư-mục>
                                                kết quả có nguyên vẹn không, đánh giá lại có ra đúng như vậy không
      --rule-set TỆP          bộ quy tắc đã công bố mà kết quả được lập theo (mặc định: bộ đi kèm)
      --catalogue TỆP --exceptions TỆP --trust THƯ-MỤC
      --key TỆP-KHÓA          khóa công khai để kiểm tra chữ ký
  qms-verdict keygen --output THƯ-MỤC           tạo cặp khóa Ed25519 để ký

  qms-verdict prescreen <thư-mục> --register TỆP --year NĂM
                                                rà soát hồ sơ của mọi cơ quan trong danh sách, lập kế hoạch kiểm tra
      --profile MÃ, --as-of NGÀY, --format text|json
      --previous TỆP          kết quả rà soát năm trước, để so sánh
      --previous-bundles THƯ-MỤC
                              bộ hồ sơ năm trước, để tìm tệp nộp lại
      --previous-verdicts THƯ-MỤC
                              kết quả từng cơ quan năm trước, để nêu thay đổi theo từng quy tắc
      --changes TỆP           thay đổi kế hoạch có ghi lý do (add, drop, move)
      --seed SỐ               số gốc chọn ngẫu nhiên (mặc định: năm)
      --verdicts THƯ-MỤC      ghi kết quả của từng cơ quan ra tệp
                              thư mục có thể gồm bộ hồ sơ và tệp kết quả (.json); không ghi thư mục thì lấy từ kho của dịch vụ:
      --data THƯ-MỤC | --s3-endpoint URL --bundle-bucket TÊN --verdict-bucket TÊN
      --data THƯ-MỤC --province MÃ    đưa lên dịch vụ, cho GET /prescreens/NĂM
      --trust THƯ-MỤC         chứng thư số tin cậy, như của lệnh check (hoặc biến TRUST_LIST)
      --cache THƯ-MỤC | --no-cache, --jobs SỐ, --rules THƯ-MỤC | --rule-set TỆP
  qms-verdict plan <rà-soát.json> --output THƯ-MỤC
                                                kế hoạch kiểm tra, XLSX và HTML
      --changes TỆP           lý do bằng lời của các thay đổi
  qms-verdict letters <rà-soát.json> --verdicts THƯ-MỤC --output THƯ-MỤC
                                                dự thảo văn bản gửi từng cơ quan, DOCX
      --deadline NGÀY         ngày cuối gửi báo cáo (mặc định: để trống)
  qms-verdict report <rà-soát.json> --output THƯ-MỤC
                                                báo cáo tổng hợp năm, XLSX và HTML có biểu đồ
      --previous TỆP          kết quả rà soát năm trước, để vẽ biểu đồ điểm
      cả ba lệnh: --authority TỆP (tên, địa danh, đơn vị kiểm tra, thang điểm 7.4 …), --rules | --rule-set

  qms-verdict rules list                        các quy tắc theo nhóm
  qms-verdict rules show <mã>                   một quy tắc bằng lời
      --rules THƯ-MỤC | --rule-set TỆP, --format text|json
  qms-verdict rules docs --output THƯ-MỤC       các trang quy tắc để thẩm định (Markdown)
  qms-verdict rules diff <cũ> <mới> --bundles THƯ-MỤC
                                                cơ quan nào thay đổi kết quả khi sửa quy tắc
      --profile MÃ, --as-of NGÀY, --format text|json
  qms-verdict rules test [thư-mục]              chạy các ca kiểm thử trong tệp quy tắc
  qms-verdict rules build [thư-mục] --output THƯ-MỤC
                                                công bố bộ quy tắc thành một tệp
      --date NGÀY, --format rule-set|json-rules-engine (các điều kiện đang áp dụng, để nạp vào json-rules-engine),
      --profile MÃ            bộ thông số của các điều kiện đó; mặc định: national

  qms-verdict serve                             chạy toàn bộ dịch vụ trên máy này (HTTP, nộp hồ sơ, đánh giá, lịch)
      --port SỐ --host ĐỊA-CHỈ --data THƯ-MỤC   mặc định: 8080, 127.0.0.1, data
      --s3-endpoint URL --bundle-bucket TÊN --verdict-bucket TÊN [--s3-region TÊN]
                              lưu trên máy chủ S3 thay cho thư mục; nhiều tiến trình có thể dùng chung
      --oidc-issuer URL --oidc-audience TÊN --oidc-keys-url URL
                              đơn vị cấp mã truy cập; nếu không có: đơn vị cấp mã thử nghiệm
      --oidc-client-id MÃ     mở các trang cho trình duyệt; cần --public-url, biến SESSION_SECRET (và OIDC_CLIENT_SECRET)
      --recheck-day 01-02 --recheck-hour 7 --notice-hour 7
      --profile MÃ --exceptions TỆP --catalogue-key KHÓA --public-url URL
      --trust THƯ-MỤC         chứng thư số tin cậy (hoặc biến TRUST_LIST)
      --authority TỆP         thông tin đơn vị chủ trì in trên kế hoạch, văn bản, báo cáo (hoặc biến AUTHORITY_FILE)
      --scan-seconds SỐ --lease-seconds SỐ --at-once SỐ --uploads-per-day SỐ
  qms-verdict token --agency MÃ | --authority MÃ-TỈNH
                                                mã truy cập thử nghiệm
      --data THƯ-MỤC --hours SỐ
  qms-verdict recheck --year NĂM                đánh giá lại hằng năm, chạy bằng tay
      --data THƯ-MỤC hoặc --s3-endpoint …, --recheck-day, --profile MÃ, --exceptions TỆP, --catalogue-key KHÓA, --trust THƯ-MỤC

Mã kết thúc: 0 đã đánh giá; 1 đã đánh giá, chưa đáp ứng (theo --fail-on); 2 không đánh giá được; 3 lỗi phần mềm.
Lệnh verify: 0 đúng như tệp; 1 tệp nguyên vẹn nhưng kết quả khác, hoặc thiếu tệp đầu vào; 2 tệp đã bị sửa hoặc không đọc được.
`,
  en: `qms-verdict - pre-screens a QMS dossier under Decision 19/2014/QĐ-TTg

  qms-verdict check <bundle.zip | folder>       judge one bundle
      --as-of DATE            day of judgement, as 2026-02-28 (default: today in Viet Nam)
      --profile ID            local profile (default: national)
      --catalogue FILE        the authority's catalogue of procedures (XLSX, CSV, JSON)
      --exceptions FILE       exceptions the authority keeps
      --trust DIR             trusted certificates and lists of revoked ones (PEM, DER), for signatures in PDFs
      --rules DIR | --rule-set FILE
      --format text|json|html|csv|junit|sarif|ics
                              may be repeated, then with --output
      --output DIR            write the results to files
      --sign KEYFILE          sign the verdict with an Ed25519 private key
      --lang vi|en
      --no-ocr                do not recognise scans (quicker; a scan then only counts as handed in)
      --fail-on notMet|insufficientEvidence|never

  qms-verdict template [--output FILE]          write ho-so.xlsx, the manifest to fill in with Excel
  qms-verdict draft <folder>                    read papers without a manifest and draft it, with the source of each value
      --output FILE           write the draft as .json or .xlsx

  qms-verdict verify <verdict.json> --bundle <bundle.zip | folder>
                                                is a verdict intact, and does it come out again
      --rule-set FILE         published rules it was made by (default: those shipped)
      --catalogue FILE --exceptions FILE --trust DIR
      --key KEYFILE           public key to check the signature with
  qms-verdict keygen --output DIR               make an Ed25519 key pair to sign with

  qms-verdict prescreen <folder> --register FILE --year YEAR
                                                judge all agencies of a register, and plan the inspections
      --profile ID, --as-of DATE, --format text|json
      --previous FILE         last year's document, to compare with
      --previous-bundles DIR  last year's bundles, to find what was handed in again
      --previous-verdicts DIR each agency's verdict of last year, to tell the change rule by rule
      --changes FILE          changes of the plan with a written reason (add, drop, move)
      --seed N                what decides the lots (default: the year)
      --verdicts DIR          write each agency's verdict to a file
                              the folder may hold bundles and verdicts (.json); without one, what the service keeps:
      --data DIR | --s3-endpoint URL --bundle-bucket NAME --verdict-bucket NAME
      --data DIR --province CODE      publish to the service, for GET /prescreens/YEAR
      --trust DIR             trusted certificates, as of check (or TRUST_LIST)
      --cache DIR | --no-cache, --jobs N, --rules DIR | --rule-set FILE
  qms-verdict plan <prescreen.json> --output DIR
                                                the inspection plan, XLSX and HTML
      --changes FILE          the written reasons of changes
  qms-verdict letters <prescreen.json> --verdicts DIR --output DIR
                                                a draft letter for each agency, DOCX
      --deadline DATE         last day to answer (default: left blank)
  qms-verdict report <prescreen.json> --output DIR
                                                the yearly report, XLSX and HTML with drawings
      --previous FILE         last year's document, to draw scores against
      all three: --authority FILE (name, place, inspecting unit, points of 7.4 …), --rules | --rule-set

  qms-verdict rules list                        the rules by group
  qms-verdict rules show <id>                   one rule in words
      --rules DIR | --rule-set FILE, --format text|json
  qms-verdict rules docs --output DIR           pages of the rules for review (Markdown)
  qms-verdict rules diff <old> <new> --bundles DIR
                                                which agencies come out otherwise when rules change
      --profile ID, --as-of DATE, --format text|json
  qms-verdict rules test [dir]                  run the tests inside the rule files
  qms-verdict rules build [dir] --output DIR    publish the rule set as one file
      --date DATE, --format rule-set|json-rules-engine (the conditions in force, to load into json-rules-engine),
      --profile ID            whose conditions these are; default: national

  qms-verdict serve                             run the whole service here (HTTP, uploads, judging, schedule)
      --port N --host ADDRESS --data DIR        default: 8080, 127.0.0.1, data
      --s3-endpoint URL --bundle-bucket NAME --verdict-bucket NAME [--s3-region NAME]
                              keep everything on an S3 server instead; several processes may share it
      --oidc-issuer URL --oidc-audience NAME --oidc-keys-url URL
                              whose tokens are accepted; absent: the development issuer
      --oidc-client-id ID     opens the pages for browsers; needs --public-url and SESSION_SECRET (and OIDC_CLIENT_SECRET)
      --recheck-day 01-02 --recheck-hour 7 --notice-hour 7
      --profile ID --exceptions FILE --catalogue-key KEY --public-url URL
      --trust DIR             trusted certificates (or TRUST_LIST)
      --authority FILE        what the authority says of itself, for plan, letters and report (or AUTHORITY_FILE)
      --scan-seconds N --lease-seconds N --at-once N --uploads-per-day N
  qms-verdict token --agency CODE | --authority PROVINCE
                                                a token for trying out
      --data DIR --hours N
  qms-verdict recheck --year Y                  the yearly re-check, by hand
      --data DIR or --s3-endpoint …, --recheck-day, --profile ID, --exceptions FILE, --catalogue-key KEY, --trust DIR

Exit codes: 0 judged; 1 judged and not met (see --fail-on); 2 not judged; 3 a fault of the software.
verify: 0 the same comes out; 1 intact, but it differs or an input is not given; 2 edited or unreadable.
`,
}
