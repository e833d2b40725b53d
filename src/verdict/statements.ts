import type { Localized } from '../core/errors.ts'
import { readablePath, toPointer } from '../core/json.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import { STATEMENTS_TEXTS } from '../rules/words.ts'
import type { SignatureCheck } from './signature.ts'

/** One thing that verifying brought to light: an id for programs, sentences for people. */
export interface Statement {
  id: string
  text: Localized
}

const say = (id: string, vi: string, en: string): Statement => ({ id, text: { vi, en } })

/** Everything that verifying may say. */
export const STATEMENTS = {
  notJson: (name: string) =>
    say(
      'notJson',
      `${name} không phải tệp JSON đọc được. Cần tệp kết quả do lệnh check --format json ghi ra.`,
      `${name} is not readable JSON. A verdict written by check --format json is needed.`,
    ),
  keyTwice: (name: string, pointer: string) =>
    say(
      'keyTwice',
      `${name}: mục ${readablePath(pointer)} xuất hiện hai lần nên mỗi phần mềm có thể hiểu một khác; tệp đã bị sửa. Hãy lấy lại tệp gốc.`,
      `${name}: ${readablePath(pointer)} stands there twice, and programs differ in which one they read; the file was edited. Get the original file again.`,
    ),
  refusalDocument: (name: string) =>
    say(
      'refusalDocument',
      `${name} là thông báo không tiếp nhận được bộ hồ sơ, không phải kết quả đánh giá; không có gì để kiểm tra lại.`,
      `${name} is a refusal of a bundle, not a verdict; there is nothing to verify.`,
    ),
  otherDocument: (name: string, kind: unknown) => {
    const [vi, en] = typeof kind === 'string' ? [` (loại '${kind}')`, ` (kind '${kind}')`] : ['', '']
    return say(
      'otherDocument',
      `${name} không phải kết quả đánh giá${vi}. Cần tệp do lệnh check --format json ghi ra.`,
      `${name} is not a verdict${en}. A file written by check --format json is needed.`,
    )
  },
  edited: (name: string, computed: string | undefined) =>
    say(
      'edited',
      `${name} đã bị sửa: nội dung có mã băm ${computed ?? 'không tính được'}, khác mã ghi ở mục digest. Hãy lấy lại tệp gốc.`,
      `${name} was edited: its content hashes to ${computed ?? 'nothing'}, not to what its digest says. Get the original file again.`,
    ),
  otherSchema: (name: string, version: unknown) =>
    say(
      'otherSchema',
      version === 1
        ? `${name} có schemaVersion 1, dạng chưa từng được phát hành: kết quả chưa tính đến tài liệu chứng minh. Đánh giá lại bộ hồ sơ bằng lệnh check --format json.`
        : `${name} có schemaVersion ${JSON.stringify(version)}; phần mềm này đọc dạng 2. Dùng phiên bản phần mềm đã lập kết quả đó.`,
      version === 1
        ? `${name} has schemaVersion 1, which was never released: such a verdict does not weigh what papers back. Judge the bundle again by check --format json.`
        : `${name} has schemaVersion ${JSON.stringify(version)}; this software reads 2. Use the version that made the verdict.`,
    ),
  readerOther: (stated: string, own: string) =>
    say(
      'readerOther',
      `Khi lập kết quả, tài liệu được đọc bằng trình đọc ${stated}; lần này đọc bằng ${own}, nên nội dung đọc được có thể khác.`,
      `The documents were read by the reader ${stated} then, and by ${own} now; what was read may differ.`,
    ),
  malformed: (name: string, path: readonly PropertyKey[]) =>
    say(
      'malformed',
      `${name}: mục ${readablePath(toPointer(path))} không đúng dạng của kết quả đánh giá (schemaVersion 2). Cần tệp do lệnh check --format json ghi ra.`,
      `${name}: ${readablePath(toPointer(path))} is not as it must be in a verdict (schemaVersion 2). A file written by check --format json is needed.`,
    ),
  intact: say(
    'intact',
    'Tệp nguyên vẹn: mã băm tính lại trùng với mã ghi trong tệp.',
    'The file is intact: its digest, computed again, is the one it states.',
  ),
  unsigned: (name: string) =>
    say(
      'unsigned',
      `${name} không có chữ ký, nên không kiểm tra được bằng khóa đã nêu. Bỏ --key nếu chỉ cần kiểm tra tính nguyên vẹn.`,
      `${name} carries no signature, so the key has nothing to check. Leave --key out to check the digest alone.`,
    ),
  signatureUnchecked: say(
    'signatureUnchecked',
    'Tệp có chữ ký nhưng chưa kiểm tra; nêu khóa công khai bằng --key để biết ai đã ký.',
    'The file is signed, which was not checked; name the public key by --key to know who signed.',
  ),
  signatureValid: ({ kid }: SignatureCheck) =>
    say('signatureValid', `Chữ ký hợp lệ, khóa ${kid}.`, `The signature is valid, by the key ${kid}.`),
  signatureWrong: ({ kid, statedKid }: SignatureCheck) =>
    say(
      'signatureWrong',
      `Chữ ký không hợp lệ với khóa đã nêu (${kid}); chữ ký ghi khóa ${statedKid ?? 'không rõ'}. Kiểm tra lại khóa công khai hoặc lấy lại tệp gốc.`,
      `The signature is not by the key that was given (${kid}); it names the key ${statedKid ?? 'unknown'}. Check the public key, or get the original file again.`,
    ),
  ruleSetMissing: ({ version, sha256 }: Named) =>
    say(
      'ruleSetMissing',
      `Kết quả lập theo bộ quy tắc phiên bản ${version} (${sha256}), không phải bộ đi kèm phần mềm này. Nêu tệp rule-set-….json của bộ đó bằng --rule-set.`,
      `The verdict was made by rules of version ${version} (${sha256}), not those shipped here. Name their rule-set-….json by --rule-set.`,
    ),
  ruleSetOther: ({ version, sha256 }: Named, given: string) =>
    say(
      'ruleSetOther',
      `Bộ quy tắc đã nêu có mã băm ${given}; kết quả lập theo bộ phiên bản ${version} (${sha256}).`,
      `The rule set that was given hashes to ${given}; the verdict was made by version ${version} (${sha256}).`,
    ),
  profileMissing: (id: string) =>
    say(
      'profileMissing',
      `Bộ quy tắc không có bộ thông số '${id}' mà kết quả nêu.`,
      `The rule set has no profile '${id}', which the verdict names.`,
    ),
  inputMissing: (input: Input, sha256: string) =>
    say(
      `${input}Missing`,
      `Kết quả có dùng ${INPUTS[input].vi} (${sha256}) nhưng chưa nêu tệp đó; nêu bằng --${input}.`,
      `The verdict was made with ${INPUTS[input].en} (${sha256}), which was not given; name the file by --${input}.`,
    ),
  inputOther: (input: Input, sha256: string | null, given: string) =>
    say(
      `${input}Other`,
      sha256 === null
        ? `Kết quả không dùng ${INPUTS[input].vi}; bỏ --${input}.`
        : `Tệp nêu bằng --${input} có mã băm ${given}; kết quả dùng tệp ${sha256}.`,
      sha256 === null
        ? `The verdict was made without ${INPUTS[input].en}; leave --${input} out.`
        : `The file named by --${input} hashes to ${given}; the verdict used ${sha256}.`,
    ),
  registerWithout: (code: string) =>
    say(
      'registerWithout',
      `Danh sách cơ quan nêu bằng --register không có cơ quan ${code}, mà kết quả có dùng thông tin từ danh sách đó.`,
      `The register named by --register lacks the agency ${code}, and the verdict used what it tells of it.`,
    ),
  bundleOther: (stated: string, given: string | null) =>
    say(
      'bundleOther',
      `Bộ hồ sơ đã nêu (${given ?? 'không tính được mã băm'}) không phải bộ mà kết quả được lập từ đó (${stated}).`,
      `The bundle that was given (${given ?? 'no hash'}) is not the one the verdict was made from (${stated}).`,
    ),
  refused: ({ code, message }: RefusalDocument) =>
    say(
      'refused',
      `Không tiếp nhận được bộ hồ sơ đã nêu nên không đánh giá lại được: ${message.vi} (${code})`,
      `The bundle that was given could not be taken in and judged again: ${message.en} (${code})`,
    ),
  engineOther: (stated: string, own: string) =>
    say(
      'engineOther',
      `Kết quả do phiên bản phần mềm ${stated} lập; lần này đánh giá lại bằng ${own}.`,
      `The verdict was made by engine ${stated}; it was judged again by ${own}.`,
    ),
  faults: (rules: readonly string[]) =>
    say(
      'faults',
      `Phần mềm gặp lỗi ở quy tắc ${rules.join(', ')} khi đánh giá lại; chỗ khác có thể do lỗi này.`,
      `The software failed on ${rules.join(', ')} when judging again; what differs may come of that.`,
    ),
  same: say('same', 'Đánh giá lại cho đúng kết quả ghi trong tệp.', 'Judged again, the same verdict comes out.'),
  provisional: (waiting: number) =>
    say(
      'provisional',
      `Kết quả này là tạm thời: khi lập, ${waiting} bản quét chưa được đọc. Bản dùng để ký, gửi là kết quả đánh giá lại sau khi đọc xong.`,
      `This verdict is provisional: ${waiting} scans were not read when it was made. The one to sign and send is the verdict made after they were read.`,
    ),
  differs: (count: number) =>
    say(
      'differs',
      `Đánh giá lại cho kết quả khác với tệp ở ${count} chỗ.`,
      `Judged again, the verdict differs from the file in ${count} place(s).`,
    ),
} as const

type Named = { version: string; sha256: string }

/** Files beside the bundle that a verdict may have been made with, by their options on the command line. */
export type Input = 'catalogue' | 'records' | 'register' | 'exceptions' | 'trust'

const INPUTS: Record<Input, Localized> = {
  catalogue: STATEMENTS_TEXTS.authoritySCatalogueProcedures,
  records: STATEMENTS_TEXTS.authoritySRecordAgency,
  register: STATEMENTS_TEXTS.whatAuthoritySRegister,
  trust: STATEMENTS_TEXTS.listTrustedCertificates,
  exceptions: STATEMENTS_TEXTS.authoritySExceptions,
}
