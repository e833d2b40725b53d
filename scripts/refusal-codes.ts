import { SIZE_REFUSALS, STRUCTURE_REFUSALS } from '../src/intake/refusals/archive.ts'
import { MANIFEST_REFUSALS } from '../src/intake/refusals/manifest.ts'
import { PATH_REFUSALS } from '../src/intake/refusals/path.ts'
import type { RefusalText } from '../src/intake/refusals/refusal.ts'
import { UPLOAD_REFUSALS } from '../src/service/read-upload.ts'

const SECTIONS: readonly [title: string, refusals: Record<string, RefusalText>][] = [
  ['Bảng kê và danh mục thủ tục hành chính / Manifest and catalogue', MANIFEST_REFUSALS],
  ['Tệp nén / Archive', STRUCTURE_REFUSALS],
  ['Tên tệp / Names', PATH_REFUSALS],
  ['Dung lượng và thời gian / Size and time', SIZE_REFUSALS],
  ['Gửi qua dịch vụ / Sent through the service', UPLOAD_REFUSALS],
]

const INTRODUCTION = `# Mã không tiếp nhận bộ hồ sơ / Refusal codes

Khi không tiếp nhận được bộ hồ sơ vì lý do kỹ thuật, phần mềm trả về một văn bản JSON có \`kind: "refusal"\` và một trong các mã sau. Mã không đổi nghĩa và không dùng lại.
\`{entry}\` là tên tệp, \`{found}\` là điều gặp phải trong bộ hồ sơ.

When a bundle cannot be taken in for a technical reason, the answer is a JSON document with \`kind: "refusal"\` and one of these codes. A code keeps its meaning and is never reused.
\`{entry}\` is the name of the file, \`{found}\` what was met in the bundle.

This page is made from the texts of the program: \`npm run docs\`.
`

/** The published list of refusal codes with what each says, as Markdown. */
export function refusalCodesPage(): string {
  const sections = SECTIONS.map(([title, refusals]) => {
    const codes = Object.entries(refusals).map(([code, text]) => describe(code, text))
    return `\n## ${title}\n${codes.join('')}`
  })
  return INTRODUCTION + sections.join('')
}

function describe(code: string, { message, remedy }: RefusalText): string {
  return `\n### ${code}\n\n- ${message.vi} ${remedy.vi}\n- ${message.en} ${remedy.en}\n`
}
