/** Texts of `src/rules/publish.ts`. */
export const PUBLISH_TEXTS = {
  contentHashesNotHash: {
    vi: '{name}: nội dung có mã băm {sha256}, không phải mã trong tên tệp; tệp đã bị sửa. Hãy lấy lại tệp đã công bố.',
    en: '{name}: the content hashes to {sha256}, not to the hash in its name; the file was edited. Get the published file again.',
  },
  notJsonFileMade: {
    vi: '{name} không phải JSON; cần tệp do lệnh "rules build" tạo ra.',
    en: '{name} is not JSON; a file made by "rules build" is needed.',
  },
  ruleSetCannotUsed: {
    vi: '{name}: bộ quy tắc không dùng được.\n{tell}',
    en: '{name}: the rule set cannot be used.\n{tell}',
  },
} as const

/** Texts of `src/rules/credit.ts`. */
export const CREDIT_TEXTS = {
  numericFact: { vi: 'Dữ kiện số', en: 'The numeric fact' },
} as const

/** Texts of `src/rules/steps.ts`. */
export const STEPS_TEXTS = {
  fact: { vi: 'Dữ kiện', en: 'The fact' },
  tooShortWordLook: {
    vi: "'{written}' quá ngắn: từ cần tìm trong tài liệu có ít nhất {leastLetters} chữ cái, nếu không văn bản nào cũng có.",
    en: "'{written}' is too short: a word to look for in papers has at least {leastLetters} letters, or any text would hold it.",
  },
  inListAlreadyCapitals: {
    vi: "'{written}' đã có trong danh sách; chữ hoa, chữ thường và dấu không phân biệt.",
    en: "'{written}' is in the list already; capitals and accents do not count.",
  },
} as const

/** Texts of `src/rules/list-pass.ts`. */
export const LIST_PASS_TEXTS = {
  list: { vi: 'Danh sách', en: 'The list' },
  field: { vi: 'Trường', en: 'The field' },
  numericFact: { vi: 'Dữ kiện số', en: 'The numeric fact' },
} as const

/** Texts of `src/rules/condition.ts`. */
export const CONDITION_TEXTS = {
  partInsideNotCannot: {
    vi: "Phần nằm trong 'not' không được có 'name': khi không đạt, chính 'not' mới là phần cần nêu. Đặt 'name' cạnh 'not'.",
    en: 'A part inside `not` cannot have a `name`: what is not met is the `not` itself. Put the name beside `not`.',
  },
  fact: { vi: 'Dữ kiện', en: 'The fact' },
  operator: { vi: 'Phép so sánh', en: 'The operator' },
  operatorNotForFact: {
    vi: "Phép so sánh '{operator}' không dùng cho dữ kiện '{fact}' thuộc loại '{type}'.",
    en: "The operator '{operator}' is not for the fact '{fact}' of type '{type}'.",
  },
  operatorOnNeedsValue: {
    vi: "Phép so sánh '{operator}' với '{fact}' cần một giá trị loại '{wanted}'.",
    en: "The operator '{operator}' on '{fact}' needs a value of type '{wanted}'.",
  },
} as const

/** Texts of `src/rules/corroborate.ts`. */
export const CORROBORATE_TEXTS = {
  fact: { vi: 'Dữ kiện', en: 'The fact' },
  whatLookFor: { vi: 'Nội dung cần tìm trong tài liệu', en: 'What to look for' },
  heldAgainstType: {
    vi: "'{read}' đối chiếu với dữ kiện loại '{against}'; '{declared}' thuộc loại '{type}'.",
    en: "'{read}' is held against a '{against}'; '{declared}' is of type '{type}'.",
  },
} as const

/** Texts of `src/rules/yaml.ts`. */
export const YAML_TEXTS = {
  fileCharactersAtMost: {
    vi: 'Tệp có {length} ký tự, chỉ đọc nhiều nhất {maxYamlCharacters}. Chia thành nhiều tệp, hoặc bỏ các mục đã hết hiệu lực.',
    en: 'The file has {length} characters; at most {maxYamlCharacters} are read. Part it into several files, or leave out what has lapsed.',
  },
  yamlAliasesNotUsed: { vi: 'Không dùng bí danh YAML (&, *).', en: 'YAML aliases (&, *) are not used.' },
  keyGivenTwiceIn: { vi: 'Khóa này bị lặp lại trong cùng một nhóm.', en: 'This key is given twice in the same group.' },
  yamlSyntax: { vi: 'Sai cú pháp YAML: {first}', en: 'YAML syntax: {first}' },
} as const

/** Texts of `src/rules/messages.ts`. */
export const MESSAGES_TEXTS = {
  placeholder: { vi: 'Chỗ điền', en: 'The placeholder' },
} as const

/** Texts of `src/rules/expression.ts`. */
export const EXPRESSION_TEXTS = {
  monthsCannotAddedAsof: {
    vi: "Không cộng tháng vào asOf; hãy cộng vào mốc kia (asOf 'onOrBefore' mốc + số tháng).",
    en: "Months cannot be added to asOf; add them to the other day (asOf 'onOrBefore' day + months).",
  },
  fact: { vi: 'Dữ kiện', en: 'The fact' },
  factTypeNeededHere: {
    vi: "Dữ kiện '{name}' thuộc loại '{type}', ở đây cần loại '{type2}'.",
    en: "The fact '{name}' is of type '{type}'; a '{type2}' is needed here.",
  },
} as const

/** Texts of `src/rules/load.ts`. */
export const LOAD_TEXTS = {
  rulesProblemS: {
    vi: 'Bộ quy tắc có {problems} chỗ chưa đúng:\n{line}',
    en: 'The rules have {problems} problem(s):\n{line}',
  },
  twoRulesId: { vi: 'Mã quy tắc bị trùng.', en: 'Two rules have this id.' },
  idMustFileS: { vi: 'Mã phải trùng tên tệp.', en: "The id must be the file's name." },
  ruleFileCannotRead: { vi: 'Không đọc được tệp quy tắc {file}.', en: 'The rule file {file} cannot be read.' },
} as const

/** Texts of `src/rules/exceptions.ts`. */
export const EXCEPTIONS_TEXTS = {
  rule: { vi: 'Quy tắc', en: 'The rule' },
} as const

/** Texts of `src/rules/checks.ts`. */
export const CHECKS_TEXTS = {
  block: { vi: 'Khối cơ quan', en: 'The block' },
  edition: { vi: 'Phiên bản tiêu chuẩn', en: 'The edition' },
  rule: { vi: 'Quy tắc', en: 'The rule' },
  parameter: { vi: 'Thông số', en: 'The parameter' },
  entryChangesNothingNeeds: {
    vi: "Mục này không thay đổi gì; cần ít nhất một trong: 'params', 'severity', 'weight', 'off', 'leastAssurance'.",
    en: "This entry changes nothing; it needs at least one of: 'params', 'severity', 'weight', 'off', 'leastAssurance'.",
  },
  mustAfterFrom: { vi: "'to' phải sau 'from'.", en: "'to' must be after 'from'." },
  valueMustSameKind: {
    vi: 'Giá trị phải cùng loại với giá trị toàn quốc ({shown}).',
    en: 'The value must be of the same kind as the national one ({shown}).',
  },
  source: { vi: 'Văn bản căn cứ', en: 'The source' },
  versionBeginsOnBefore: {
    vi: 'Phiên bản bắt đầu ngày {from}, trước khi căn cứ có hiệu lực ({first}).',
    en: 'The version begins on {from}, before its basis is in force ({first}).',
  },
  blockingRuleMayNot: {
    vi: "Quy tắc cốt yếu không được chưa đạt chỉ vì một điều kiện của bộ quy tắc (basisKind: ours); hãy đưa điều kiện đó sang 'recommend' hoặc đặt mức khác.",
    en: "A blocking rule may not fail by a condition of ours alone (basisKind: ours); move it to 'recommend' or choose another severity.",
  },
  tellsStandsInRule: {
    vi: "'tells: {tells}' đã có ở quy tắc '{id}'; mỗi giá trị chỉ dùng cho một quy tắc.",
    en: "'tells: {tells}' stands in the rule '{id}' already; each value is for one rule.",
  },
  noRuleTellsPre: {
    vi: "Không quy tắc nào có 'tells: {tells}'; việc rà soát của tỉnh cần một quy tắc như vậy. Các giá trị: {tells2}.",
    en: "No rule has 'tells: {tells}'; the pre-screening needs one that does. The values are: {tells2}.",
  },
  testExpectingPassMissing: { vi: "Thiếu ca kiểm thử 'pass'.", en: "A test expecting 'pass' is missing." },
  testExpectingAnotherOutcome: {
    vi: "Thiếu ca kiểm thử khác 'pass'.",
    en: "A test expecting another outcome than 'pass' is missing.",
  },
} as const

/** Texts of `src/rules/build.ts`. */
export const BUILD_TEXTS = {
  mustAfterFrom: { vi: "'to' phải sau 'from'.", en: "'to' must be after 'from'." },
  twoVersionsOverlapIn: { vi: 'Hai phiên bản chồng lên nhau về thời gian.', en: 'Two versions overlap in time.' },
  messageMissing: { vi: "Thiếu thông báo '{id}'.", en: "The message '{id}' is missing." },
  versionNeedsAssertForeach: {
    vi: "Mỗi phiên bản cần có 'assert', 'forEach', hoặc cả hai.",
    en: "A version needs 'assert', 'forEach', or both.",
  },
  ruleOverListHolds: {
    vi: "Quy tắc xét từng mục đối chiếu với tài liệu trong 'forEach', không đặt 'corroborate' ở ngoài.",
    en: 'A rule over a list holds its items against documents: `corroborate` stands inside `forEach`.',
  },
} as const

/** Texts of `src/rules/problems.ts`. */
export const PROBLEMS_TEXTS = {
  nearest: { vi: "; gần nhất là '{near}'", en: "; the nearest is '{near}'" },
  useOne: { vi: '; dùng một trong: {list}', en: '; use one of: {list}' },
  doesNotExist: { vi: "{what} '{word}' không có{near}.", en: "{what} '{word}' does not exist{near}." },
  key: { vi: 'Khóa', en: 'The key' },
  text: { vi: 'một chuỗi ký tự', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  wholeNumber: { vi: 'một số nguyên', en: 'a whole number' },
  trueOrFalse: { vi: 'true hoặc false', en: 'true or false' },
  list: { vi: 'một danh sách', en: 'a list' },
  groupKeys: { vi: 'một nhóm khóa', en: 'a group of keys' },
  groupkeys2: { vi: 'một nhóm khóa', en: 'a group of keys' },
  keyMissingNeeded: { vi: 'Thiếu khóa này; cần {expected}.', en: 'This key is missing; {expected} is needed.' },
  valueWrongTypeNeeded: {
    vi: 'Giá trị không đúng loại; cần {expected}.',
    en: 'The value is of the wrong type; {expected} is needed.',
  },
  listNeedsAtLeast: {
    vi: 'Danh sách cần ít nhất {minimum} phần tử.',
    en: 'The list needs at least {minimum} element(s).',
  },
  mustNotEmpty: { vi: 'Không được để trống.', en: 'It must not be empty.' },
  notDateExistsWrite: {
    vi: 'Không phải một ngày có thật; ghi theo dạng 2026-02-28.',
    en: 'Not a date that exists; write it as 2026-02-28.',
  },
  notValidValue: { vi: 'Giá trị không hợp lệ ({code}).', en: 'Not a valid value ({code}).' },
  keyMissingUseOne: { vi: 'Thiếu khóa này; dùng một trong: {list}.', en: 'This key is missing; use one of: {list}.' },
  nearest2: { vi: "gần nhất là '{near}'; ", en: "the nearest is '{near}'; " },
  notValidValueUse: {
    vi: "Giá trị '{input}' không hợp lệ; {near}dùng một trong: {list}.",
    en: "'{input}' is not a valid value; {near}use one of: {list}.",
  },
} as const

/** Texts of `src/verdict/rule-tests.ts`. */
export const RULE_TESTS_TEXTS = {
  testSaysWhatIn: {
    vi: 'Ca kiểm thử nêu nội dung của tệp không có trong hồ sơ: {paths}.',
    en: 'The test says what is in files that the dossier does not have: {paths}.',
  },
} as const

/** Texts of `src/verdict/judge.ts`. */
export const JUDGE_TEXTS = {
  nearest: { vi: "; gần nhất là '{near}'", en: "; the nearest is '{near}'" },
  noProfileProfiles: {
    vi: "Không có bộ thông số '{id}'{near}. Các bộ thông số hiện có: {list}.",
    en: "There is no profile '{id}'{near}. Profiles: {list}.",
  },
} as const

/** Texts of `src/verdict/pipeline.ts`. */
export const PIPELINE_TEXTS = {
  scansStillBeingRead: {
    vi: '{waiting} bản quét đang được đọc. Kết quả này là tạm thời; khi đọc xong, bộ hồ sơ được đánh giá lại theo cùng ngày và kết quả mới thay cho kết quả này.',
    en: 'Scans still being read: {waiting}. This verdict is provisional; when they are read, the bundle is judged again as of the same day, and the new verdict takes its place.',
  },
  more: { vi: ' và {more} tệp khác', en: ' and {more} more' },
  textFilesNotRead: {
    vi: 'Chưa đọc được nội dung {count} tệp vì vượt giới hạn thời gian, bộ nhớ hoặc độ dài: {shown}{more}. Các tệp này được tính là có nộp nhưng không được đối chiếu. Đề nghị tách tệp dài, bớt tệp không cần, rồi đánh giá lại.',
    en: 'The text of {count} files was not read, beyond the bounds of time, memory or length: {shown}{more}. They count as submitted, and are not held against what is declared. Split long files, leave out what is not needed, and judge again.',
  },
  more2: { vi: ' và {more} tệp khác', en: ' and {more} more' },
  filesAnotherFormatThan: {
    vi: '{other} tệp có đuôi tên không đúng với định dạng bên trong, đã được đọc theo định dạng thực: {shown}{more}. Đề nghị mở tệp bằng Word và lưu lại dạng .docx hoặc PDF.',
    en: '{other} files are of another format than their names say, and were read as what they are: {shown}{more}. Open them in Word and save them again as .docx or PDF.',
  },
  more3: { vi: ' và {more} tệp khác', en: ' and {more} more' },
  scansNotRecognisedOr: {
    vi: '{unread}/{scans} bản quét chưa được nhận dạng chữ, hoặc chưa hết trang: {shown}{more}. Phần chưa đọc được tính là có nộp nhưng không được đối chiếu với kê khai; cần người xem trực tiếp.',
    en: '{unread} of {scans} scans were not recognised, or not all of their pages: {shown}{more}. What was not read counts as submitted, and is not held against what is declared; a person must look at it.',
  },
} as const

/** Texts of `src/verdict/statements.ts`. */
export const STATEMENTS_TEXTS = {
  authoritySCatalogueProcedures: {
    vi: 'danh mục thủ tục hành chính do cơ quan có thẩm quyền cung cấp',
    en: "the authority's catalogue of procedures",
  },
  authoritySRecordAgency: {
    vi: 'bản ghi của cơ quan có thẩm quyền về cơ quan này',
    en: "the authority's record of this agency",
  },
  whatAuthoritySRegister: {
    vi: 'thông tin về cơ quan này trong danh sách cơ quan của cơ quan có thẩm quyền',
    en: "what the authority's register tells of this agency",
  },
  listTrustedCertificates: { vi: 'danh sách chứng thư số tin cậy', en: 'a list of trusted certificates' },
  authoritySExceptions: { vi: 'tệp ngoại lệ của cơ quan có thẩm quyền', en: "the authority's exceptions" },
} as const

/** Texts of `src/verdict/known-keys.ts`. */
export const KNOWN_KEYS_TEXTS = {
  noEd25519PublicKey: {
    vi: '{name}: không đọc được khóa công khai Ed25519 nào. Cần tệp tải từ địa chỉ /keys/verdicts.json của dịch vụ (JWKS), hoặc khóa công khai do qms-verdict keygen ghi; không dùng khóa riêng.',
    en: "{name}: no Ed25519 public key can be read from it. A file from the service's /keys/verdicts.json (JWKS) is needed, or the public key that qms-verdict keygen wrote; never a private key.",
  },
  secretOnlyCharacters43: {
    vi: '{name}: bí mật chỉ có {secret} ký tự; cần ít nhất 43 ký tự ngẫu nhiên, hoặc khóa Ed25519 dạng PEM, JWK.',
    en: '{name}: the secret has only {secret} characters; 43 random ones are needed at least, or an Ed25519 key as PEM or JWK.',
  },
} as const

/** Texts of `src/verdict/authority.ts`. */
export const AUTHORITY_TEXTS = {
  authoritySCatalogueNo: {
    vi: 'Danh mục TTHC của cơ quan có thẩm quyền không có thủ tục nào của cơ quan này (đối chiếu theo mã, sau đó theo tên cơ quan); đã dùng danh mục cơ quan kê khai. Đề nghị kiểm tra tên tệp, cột Mã cơ quan hoặc Cơ quan thực hiện.',
    en: "The authority's catalogue has no procedure of this agency (by its code, then by its name); the agency's own list was used. Look at the name of the file, or at the column of the agency.",
  },
  authoritySRecordDoes: {
    vi: 'Bản ghi của cơ quan có thẩm quyền không có cơ quan {code} nên không có thông tin nào được dùng. Đề nghị kiểm tra mã cơ quan trong bản ghi hoặc tên tệp.',
    en: "The authority's record does not have the agency {code}, so nothing of it was used. Look at the code in the record, or at the name of the file.",
  },
  nearest: { vi: "; gần nhất là '{near}'", en: "; the nearest is '{near}'" },
  noRuleCommandRules: {
    vi: "{name}: không có quy tắc '{rule}'{near}. Xem danh sách bằng lệnh rules list.",
    en: "{name}: there is no rule '{rule}'{near}. The command rules list shows all.",
  },
} as const

/** Texts of `src/verdict/signature.ts`. */
export const SIGNATURE_TEXTS = {
  privateKeyForSigning: {
    vi: '{name} là khóa bí mật; chỉ dùng để ký và không đưa cho ai. Để kiểm tra chữ ký hãy dùng khóa công khai.',
    en: '{name} is a private key: it is for signing and is given to nobody. To check a signature use the public key.',
  },
  noKeyCanRead: {
    vi: '{name}: không đọc được {kind}. Cần {kind} Ed25519 không đặt mật khẩu, dạng {forms} hoặc JWK; tạo bằng qms-verdict keygen.',
    en: '{name}: no {kind} key can be read from it. An Ed25519 {kind} key without a passphrase is needed, as {forms} or JWK; make one with qms-verdict keygen.',
  },
  keyTypeEd25519Key: {
    vi: "{name}: khóa loại '{asymmetricKeyType}'; cần {kind} Ed25519. Tạo bằng qms-verdict keygen.",
    en: "{name}: the key is of type '{asymmetricKeyType}'; an Ed25519 {kind} key is needed. Make one with qms-verdict keygen.",
  },
} as const
