import type { Localized } from '../../../base/localized.ts'
import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'
import { publishedVerdict } from '../../../desk/published.ts'
import { letterDocument } from '../../../report/cohort/letter/letter.ts'
import { isLetter, letterKind } from '../../../report/cohort/letter/letter-kind.ts'
import { NO_LETTER_WORDS } from '../../../report/cohort/letter/no-letter-words.ts'
import { fill } from '../../../report/render.ts'
import type { Verdict } from '../../../verdict/verdict.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { documentOf } from '../of-year.ts'
import { lettersPath, yearPath } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { download } from './files.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const WORDS = {
  title: { vi: 'Dự thảo văn bản gửi cơ quan năm {year}', en: 'Draft letters to agencies of {year}' },
  lead: {
    vi: 'Mỗi cơ quan một dự thảo theo thể thức của Nghị định số 30/2020/NĐ-CP, lập từ chính kết quả rà soát. Số, ngày và họ tên người ký để trống cho người có thẩm quyền.',
    en: 'One draft per agency in the form of Decree 30/2020/NĐ-CP, made from the findings themselves. Number, day and name of who signs are left blank.',
  },
  draft: { vi: 'Tải dự thảo (DOCX)', en: 'Download the draft (DOCX)' },
  letter: { vi: 'Văn bản', en: 'Letter' },
  none: { vi: 'Không có dự thảo', en: 'No draft' },
  unpublished: {
    vi: 'Kết quả của cơ quan này chưa được đưa lên dịch vụ cùng đợt rà soát. Đề nghị chạy lại qms-verdict prescreen với --data và --province.',
    en: 'The verdict of this agency was not published with the pre-screening. Run qms-verdict prescreen again with --data and --province.',
  },
} as const satisfies Record<string, Localized>

/** The agencies of a year, each with its draft letter or why it gets none. */
export async function lettersPage(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  const document = await documentOf(call)
  const rows = await Promise.all(
    document.agencies.map(async (agency) => ({ agency, why: await whyNone(call, document, agency) })),
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
      <table class="stack">
        <thead>
          <tr>
            {[DESK_WORDS.code, DESK_WORDS.name, WORDS.letter].map((words) => (
              <th scope="col">{words[lang]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agency: { code, name }, why }) => (
            <tr>
              <td data-label={DESK_WORDS.code[lang]}>{code}</td>
              <th scope="row" data-label={DESK_WORDS.name[lang]}>
                {name}
              </th>
              <td data-label={WORDS.letter[lang]}>
                {why ? (
                  <span class="muted">{why[lang]}</span>
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

/**
 * The draft letter to one agency.
 * @throws PageProblem when it gets none
 */
export async function letterFile(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const document = await documentOf(call)
  const code = context.req.param('code') ?? ''
  const agency = document.agencies.find((one) => one.code === code)
  const verdict = agency && (await verdictOf(call, document, agency))
  const kind = agency && letterKind(agency, verdict, document.problems)
  if (
    agency === undefined ||
    kind === undefined ||
    !isLetter(kind) ||
    (agency.bundle !== null && verdict === undefined)
  )
    throw new PageProblem(404, {
      title: WORDS.none,
      detail: kind === undefined || isLetter(kind) ? WORDS.unpublished : NO_LETTER_WORDS[kind],
      ways: [{ href: lettersPath(document.year), label: DESK_WORDS.letters }],
    })
  const { year, asOf } = document
  const ruleSet = tools.judge.ruleSet.source
  const letter = await letterDocument({ kind, agency, verdict, year, asOf, authority: tools.authority ?? {}, ruleSet })
  return download(context, letter, DOCX, `${code}.docx`)
}

const verdictOf = (
  { tools, province }: AuthorityPageCall,
  document: Prescreen,
  { code }: PrescreenAgency,
): Promise<Verdict | undefined> => publishedVerdict(province, document, code, tools.desk)

async function whyNone(
  call: AuthorityPageCall,
  document: Prescreen,
  agency: PrescreenAgency,
): Promise<Localized | undefined> {
  const verdict = await verdictOf(call, document, agency)
  if (agency.bundle !== null && verdict === undefined) return WORDS.unpublished
  const kind = letterKind(agency, verdict, document.problems)
  return isLetter(kind) ? undefined : NO_LETTER_WORDS[kind]
}
