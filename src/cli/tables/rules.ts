import {
  ARGUMENTS,
  AS_OF_ROW,
  type CommandTable,
  LANG_ROW,
  OUTPUT_ROW,
  PROFILE_ROW,
  RULES_ROWS,
  TEXT_OR_JSON_ROW,
} from './shared.ts'

const OPTIONAL_FOLDER = { vi: '[thư-mục]', en: '[dir]' } as const

export const RULES_LIST = {
  does: { vi: 'các quy tắc theo nhóm', en: 'the rules by group' },
  options: { ...RULES_ROWS, ...TEXT_OR_JSON_ROW, ...LANG_ROW },
} as const satisfies CommandTable

export const RULES_SHOW = {
  takes: { vi: '<mã>', en: '<id>' },
  does: { vi: 'một quy tắc bằng lời', en: 'one rule in words' },
  options: { ...RULES_ROWS, ...TEXT_OR_JSON_ROW, ...LANG_ROW },
} as const satisfies CommandTable

export const RULES_DOCS = {
  does: { vi: 'các trang quy tắc để thẩm định (Markdown)', en: 'pages of the rules for review (Markdown)' },
  options: { ...OUTPUT_ROW, rules: RULES_ROWS.rules, ...LANG_ROW },
} as const satisfies CommandTable

export const RULES_DIFF = {
  takes: { vi: '<cũ> <mới>', en: '<old> <new>' },
  does: {
    vi: 'cơ quan nào thay đổi kết quả khi sửa quy tắc',
    en: 'which agencies come out otherwise when rules change',
  },
  options: {
    bundles: {
      type: 'string',
      argument: ARGUMENTS.folder,
      needed: true,
      vi: 'thư mục bộ hồ sơ để đánh giá theo cả hai bộ quy tắc',
      en: 'folder of bundles to judge by both',
    },
    ...PROFILE_ROW,
    ...AS_OF_ROW,
    ...TEXT_OR_JSON_ROW,
    ...LANG_ROW,
  },
} as const satisfies CommandTable

export const RULES_TEST = {
  takes: OPTIONAL_FOLDER,
  does: { vi: 'chạy các ca kiểm thử trong tệp quy tắc', en: 'run the tests inside the rule files' },
  options: { ...LANG_ROW },
} as const satisfies CommandTable

export const RULES_BUILD = {
  takes: OPTIONAL_FOLDER,
  does: { vi: 'công bố bộ quy tắc thành một tệp', en: 'publish the rule set as one file' },
  options: {
    ...OUTPUT_ROW,
    date: {
      type: 'string',
      argument: ARGUMENTS.day,
      vi: 'ngày công bố (mặc định: hôm nay)',
      en: 'day of publication (default: today in Viet Nam)',
    },
    format: {
      type: 'string',
      default: 'rule-set',
      argument: ['rule-set', 'json-rules-engine'],
      vi: 'bộ quy tắc để đánh giá, hoặc riêng các điều kiện đang áp dụng, để nạp vào json-rules-engine',
      en: 'the file to judge by, or the conditions in force alone, to load into json-rules-engine',
    },
    profile: {
      type: 'string',
      argument: ARGUMENTS.id,
      vi: 'bộ thông số của các điều kiện đó (mặc định: national)',
      en: 'whose conditions these are (default: national)',
    },
    ...LANG_ROW,
  },
} as const satisfies CommandTable
