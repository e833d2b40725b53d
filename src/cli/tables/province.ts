import {
  ARGUMENTS,
  AS_OF_ROW,
  AUTHORITY_ROWS,
  type CommandTable,
  LANG_ROW,
  OUTPUT_ROW,
  PLACE_ROWS,
  PROFILE_ROW,
  RULES_ROWS,
  TEXT_OR_JSON_ROW,
  TRUST_OR_VARIABLE_ROW,
  VERDICT_TRUST_ROWS,
} from './shared.ts'

export const PRESCREEN = {
  takes: { vi: '[thư-mục]', en: '[folder]' },
  does: {
    vi: 'rà soát hồ sơ của mọi cơ quan trong danh sách, lập kế hoạch kiểm tra',
    en: 'judge all agencies of a register, and plan the inspections',
  },
  options: {
    register: {
      type: 'string',
      argument: ARGUMENTS.file,
      needed: true,
      vi: 'danh sách cơ quan (XLSX, CSV)',
      en: 'register of the agencies (XLSX, CSV)',
    },
    year: {
      type: 'string',
      argument: ARGUMENTS.year,
      needed: true,
      vi: 'năm của kế hoạch kiểm tra',
      en: 'year of the inspection plan',
    },
    ...PROFILE_ROW,
    ...AS_OF_ROW,
    ...AUTHORITY_ROWS,
    previous: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'kết quả rà soát năm trước, để so sánh',
      en: "last year's document, to compare with",
    },
    'previous-bundles': {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'bộ hồ sơ năm trước, để tìm tệp nộp lại',
      en: "last year's bundles, to find what was submitted again",
    },
    'previous-verdicts': {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'kết quả từng cơ quan năm trước, để nêu thay đổi theo từng quy tắc',
      en: "each agency's verdict of last year, to tell the change rule by rule",
    },
    changes: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'thay đổi kế hoạch có ghi lý do (add, drop, move)',
      en: 'changes of the plan with a written reason (add, drop, move)',
    },
    seed: {
      type: 'string',
      argument: ARGUMENTS.number,
      vi: 'số gốc chọn ngẫu nhiên (mặc định: năm)',
      en: 'what decides the lots (default: the year)',
    },
    verdicts: {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'ghi kết quả của từng cơ quan ra tệp',
      en: "write each agency's verdict to a file",
    },
    ...PLACE_ROWS,
    data: {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'kho của dịch vụ: lấy hồ sơ từ đó khi không nêu thư mục; với --province: đưa kết quả lên đó',
      en: "the service's store: what is judged where no folder is named; with --province: where to publish",
    },
    province: {
      type: 'string',
      argument: ARGUMENTS.id,
      vi: 'mã tỉnh, thành phố mà dịch vụ trả kết quả rà soát (GET /prescreens/NĂM)',
      en: 'province to publish for, which asks by GET /prescreens/YEAR',
    },
    ...TRUST_OR_VARIABLE_ROW,
    ...VERDICT_TRUST_ROWS,
    cache: {
      type: 'string',
      argument: ARGUMENTS.folder,
      vi: 'nơi giữ kết quả đã có, để lần chạy sau làm tiếp',
      en: 'where results are kept, for the next run to go on from',
    },
    'no-cache': { type: 'boolean', default: false, vi: 'không giữ kết quả', en: 'keep no results' },
    jobs: {
      type: 'string',
      argument: ARGUMENTS.number,
      vi: 'số luồng (mặc định: số nhân của máy)',
      en: 'threads (default: the processors there are)',
    },
    ...RULES_ROWS,
    ...TEXT_OR_JSON_ROW,
    ...LANG_ROW,
  },
  notes: [
    {
      vi: 'Thư mục có thể gồm bộ hồ sơ và tệp kết quả (.json); không nêu thư mục thì lấy từ kho của dịch vụ (--data, --s3-endpoint).',
      en: 'The folder may hold bundles and verdicts (.json); without one, what the service keeps (--data, --s3-endpoint).',
    },
  ],
} as const satisfies CommandTable

/** Options of every command that prints something from a pre-screening document. */
export const PAPER_ROWS = {
  ...OUTPUT_ROW,
  authority: {
    type: 'string',
    argument: ARGUMENTS.file,
    vi: 'thông tin đơn vị chủ trì (tên, địa danh, đơn vị kiểm tra, thang điểm 7.4 …)',
    en: 'what the authority says of itself (name, place, inspecting unit, points of 7.4 …)',
  },
  data: {
    type: 'string',
    argument: ARGUMENTS.folder,
    vi: 'thư mục dữ liệu của dịch vụ đã ký',
    en: 'data folder of the service that signed',
  },
  ...VERDICT_TRUST_ROWS,
  ...RULES_ROWS,
  ...LANG_ROW,
} as const

export const PLAN = {
  takes: ARGUMENTS.prescreen,
  does: { vi: 'kế hoạch kiểm tra, XLSX và HTML', en: 'the inspection plan, XLSX and HTML' },
  options: {
    changes: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'lý do bằng lời của các thay đổi',
      en: 'the written reasons of changes',
    },
    ...PAPER_ROWS,
  },
} as const satisfies CommandTable

export const LETTERS = {
  takes: ARGUMENTS.prescreen,
  does: { vi: 'dự thảo văn bản gửi từng cơ quan, DOCX', en: 'a draft letter for each agency, DOCX' },
  options: {
    verdicts: {
      type: 'string',
      argument: ARGUMENTS.folder,
      needed: true,
      vi: 'thư mục mà prescreen --verdicts đã ghi',
      en: 'the folder that prescreen --verdicts wrote',
    },
    deadline: {
      type: 'string',
      argument: ARGUMENTS.day,
      vi: 'ngày cuối gửi báo cáo (mặc định: để trống)',
      en: 'last day to answer (default: left blank)',
    },
    ...PAPER_ROWS,
  },
} as const satisfies CommandTable

export const REPORT = {
  takes: ARGUMENTS.prescreen,
  does: { vi: 'báo cáo tổng hợp năm, XLSX và HTML có biểu đồ', en: 'the yearly report, XLSX and HTML with drawings' },
  options: {
    previous: {
      type: 'string',
      argument: ARGUMENTS.file,
      vi: 'kết quả rà soát năm trước, để vẽ biểu đồ điểm',
      en: "last year's document, to draw scores against",
    },
    ...PAPER_ROWS,
  },
} as const satisfies CommandTable
