import { expect, test } from 'vitest'
import { type VietnameseText, vietnameseTexts } from './vietnamese.ts'

const texts = vietnameseTexts()

/** Words that look through documents of others, where agencies write what they like. */
const READS_OTHERS = ['src/documents/', 'src/rules/facts/text-comparison.ts', 'src/rules/facts/agency.ts']

const CERTIFICATES = [
  'src/http/agency/form-plan.ts',
  'src/render/english.ts',
  'src/intake/manifest-xlsx/layout/upkeep.ts',
]

/** A word that must not be said, why, and files that may say it. */
const UNWANTED: [RegExp, string, string[]?][] = [
  [/hàng năm/iu, 'hằng năm'],
  [/thoả|hoà(?!\p{L})|uỷ (?!ban|nhiệm)/iu, 'thỏa, hòa, ủy: the mark on the first vowel'],
  [/kiểm toán/iu, 'đánh giá nội bộ'],
  [/đánh giá viên/iu, 'chuyên gia đánh giá nội bộ (T Điều 7)', ['src/rules/facts/upkeep.ts']],
  [/họp giao ban/iu, 'xem xét của Lãnh đạo'],
  [/điểm chắc chắn/iu, 'điểm hiện tại'],
  [/phán quyết|kết luận kiểm tra/iu, 'kết quả đánh giá sơ bộ hồ sơ'],
  [/quyết định xử lý|xử phạt/iu, 'văn bản đề nghị thực hiện hoặc khắc phục'],
  [/thanh tra(?! Chính phủ| tỉnh)/iu, 'kiểm tra tại trụ sở cơ quan', ['rules/sources.yaml']],
  [/từ chối (?:bộ )?hồ sơ/iu, 'không tiếp nhận được bộ hồ sơ'],
  [/gói (?:hồ sơ|dữ liệu|tin)/iu, 'bộ hồ sơ'],
  [/thủ tục (?:hành chính )?bị xóa/iu, 'thủ tục hành chính bị bãi bỏ'],
  [/(?<!kết luận là )(?<!không phải là )vi phạm/iu, 'nội dung chưa đạt yêu cầu; a finding is no breach'],
  // Certificates that an agency bought have a section of their own.
  [
    /(?<!tổ chức |giấy |đánh giá, )chứng nhận/iu,
    'công bố: nothing is certified',
    [...CERTIFICATES, 'rules/sources.yaml'],
  ],
  [/Điều \d+[a-z]?,? (?:khoản|điểm)|khoản \d+,? điểm/u, 'from small to large: điểm b khoản 4 Điều 4'],
  [
    /(?:Quyết định|Nghị định|Thông tư|Bộ luật|Luật)(?: [^\s,;()]+){1,5}, (?:điểm|khoản|đoạn|Điều) /u,
    'the text last: khoản 5 Điều 148 Bộ luật Dân sự',
  ],
  [/(?:khoản|mục) \d+\.\d/iu, 'a clause of a standard is a điều: điều 9.2.2 TCVN ISO 9001:2015'],
]

test.each(UNWANTED)('%s is not said: %s', (word, _, except = []) => {
  const found = texts.filter(
    ({ file, text }) => word.test(text) && ![...READS_OTHERS, ...except].some((path) => file.startsWith(path)),
  )
  expect(found.map(({ at, text }) => `${at}  ${text}`)).toEqual([])
})

/** Read by who writes JSON, YAML, rules or requests, or keeps the service: there a key is the thing itself. */
const SAYS_KEYS = [
  ...[
    'src/documents/',
    'src/core/',
    'src/cli/',
    'src/http/api/',
    'src/http/form/',
    'src/http/problems.ts',
    'handlers/',
  ],
  ...['src/http/sign-in/', 'src/service/store', 'src/intake/manifest/', 'src/verdict/', 'src/province/authority.ts'],
  // Told to the author of a rule, or to who wrote a manifest by hand.
  ...['src/rules/', 'src/intake/refusals/manifest.ts'],
]
/** In the folders above, and still for an officer. */
const FOR_OFFICERS = 'src/rules/facts/'
/** A key (`agency.code`, `assessmentYear`, `legal-basis`), a pointer (`/agency/code`) or a list (`[0]`). */
const KEY =
  /(?<![\p{L}\p{N}_/.“"-])(?:[a-z]+[A-Z][A-Za-z]*|[a-z]+\.(?!json|yaml|yml|xlsx|zip|pdf|docx|csv|ini|txt|png|gov|vn)[a-z]{3,}[a-zA-Z.]*)(?![\p{L}\p{N}/])|\[\d*\]|(?<![\p{L}\p{N}.])\/[a-z]+\/[a-z0-9]+/u
const FILES = /macOS|hàm drawUp|requestId|ho-so\.xlsx|desktop\.ini|tai-lieu\/|qms-verdict|openapi/u

test('no sentence for an agency or its authority names a JSON key or path', () => {
  const found = texts.filter(
    ({ file, text }) =>
      KEY.test(text) &&
      !FILES.test(text) &&
      (file.startsWith(FOR_OFFICERS) || !SAYS_KEYS.some((path) => file.startsWith(path))),
  )
  expect(found.map(({ at, text }) => `${at}  ${text}`)).toEqual([])
})

test('the texts are found', () => {
  const of = (start: string) => texts.filter(({ file }: VietnameseText) => file.startsWith(start)).length
  expect(of('rules/')).toBeGreaterThan(500)
  expect(of('src/render/')).toBeGreaterThan(400)
  expect(of('src/intake/manifest-xlsx/layout/')).toBeGreaterThan(100)
})
