import type { Localized } from '../../../base/localized.ts'
import { fill } from '../../../report/render.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { documentOf } from '../of-year.ts'
import { lettersPath, yearPath } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { draftOf } from './draft-of.ts'

const WORDS = {
  title: { vi: 'Dự thảo văn bản gửi cơ quan năm {year}', en: 'Draft letters to agencies of {year}' },
  lead: {
    vi: 'Mỗi cơ quan một dự thảo theo thể thức của Nghị định số 30/2020/NĐ-CP, lập từ chính kết quả rà soát. Số, ngày và họ tên người ký để trống cho người có thẩm quyền.',
    en: 'One draft per agency in the form of Decree 30/2020/NĐ-CP, made from the findings themselves. Number, day and name of who signs are left blank.',
  },
  draft: { vi: 'Tải dự thảo (DOCX)', en: 'Download the draft (DOCX)' },
  letter: { vi: 'Văn bản', en: 'Letter' },
  all: { vi: 'Tải tất cả dự thảo (ZIP)', en: 'Download all drafts (ZIP)' },
} as const satisfies Record<string, Localized>

/** The agencies of a year, each with its draft letter or why it gets none. */
export async function lettersPage(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  const document = await documentOf(call)
  const rows = await Promise.all(
    document.agencies.map(async (agency) => ({ agency, draft: await draftOf(call, document, agency) })),
  )
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { year: String(document.year) }, lang),
      above: <a href={yearPath(document.year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p class="ways">
        <a class="button" href={`${lettersPath(document.year)}.zip`}>
          {WORDS.all[lang]}
        </a>
      </p>
      <table class="stack">
        <thead>
          <tr>
            {[DESK_WORDS.code, DESK_WORDS.name, WORDS.letter].map((words) => (
              <th scope="col">{words[lang]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agency: { code, name }, draft }) => (
            <tr>
              <td data-label={DESK_WORDS.code[lang]}>{code}</td>
              <th scope="row" data-label={DESK_WORDS.name[lang]}>
                {name}
              </th>
              <td data-label={WORDS.letter[lang]}>
                {'why' in draft ? (
                  <span class="muted">{draft.why[lang]}</span>
                ) : (
                  <a
                    href={`${lettersPath(document.year)}/${encodeURIComponent(code)}`}
                    aria-label={`${WORDS.draft[lang]}: ${name}`}
                  >
                    {WORDS.draft[lang]}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>,
  )
}
