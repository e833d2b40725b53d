import { zipSync } from 'fflate'
import { historyPath, lettersPath, versionsPath } from '../../core/paths.ts'
import { printable } from '../../render/markup.ts'
import { DESK_PAGE_POLICY } from '../../render/province/page.ts'
import { fill } from '../../render/renderer.ts'
import { askedLetters, keepPapers, madeLetters, paperKey } from '../../service/paper-work.ts'
import { type OfVersion, readEnd, type VersionEnd } from '../../service/prescreen-versions.ts'
import { keepReason, readRejudged } from '../../service/province-judging.ts'
import { readForm } from '../page-form.ts'
import { noSuchPage, Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { download, printed, XLSX } from './downloads.ts'
import { chosenLetters, writtenAmong } from './letters.tsx'
import { WORK_WORDS as WORDS } from './list-words.ts'
import { DESK_WORDS, NO_DRAFT } from './words.ts'
import { askedId, askFor, pathOf, prescreenOf } from './year.ts'

/**
 * Asks for the draft letters that an address chooses.
 * @throws Problem where no agency of the choice gets one
 */
export async function askLetters(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { version } = await readForm(context)
  const prescreen = await prescreenOf(call)
  const { year, profile } = prescreen.document
  const codes = writtenAmong(await chosenLetters(call, prescreen))
  if (codes.length === 0)
    throw new Problem({ status: 422, title: NO_DRAFT }, NO_DRAFT, {
      ways: [{ href: lettersPath(year), label: DESK_WORDS.letters }],
    })
  const basis = prescreen.id ?? null
  const keep = (of: OfVersion) => keepPapers(of, { basis, authority: tools.authority ?? {}, codes }, tools.desk)
  context.set('audited', { year, agencies: codes.length })
  const from = { profileId: profile.id, registered: codes.length, basis }
  return askFor(call, { province, year, work: 'letters' }, { version, keep, ...from })
}

/** Asks for the plan or the report of the day to be kept as a version. @throws Problem where the year has no pre-screening */
export async function askPaper(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const work = context.req.param('work')
  if (work === 'rejudge') return askRejudging(call)
  if (work !== 'plan' && work !== 'report') throw noSuchPage(context.req.path)
  const { version } = await readForm(context)
  const { id: basis = null, document } = await prescreenOf(call)
  const keep = (of: OfVersion) => keepPapers(of, { basis, authority: tools.authority ?? {}, codes: [] }, tools.desk)
  context.set('audited', { year: document.year, agencies: document.agencies.length })
  const from = { profileId: document.profile.id, registered: document.agencies.length, basis }
  return askFor(call, { province, year: document.year, work }, { version, keep, ...from })
}

/** Asks for the province's dossiers to be judged again. @throws Problem where no reason is written */
async function askRejudging(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { version, reason } = await readForm(context)
  const said = context.req.param('year') ?? ''
  if (!/^2\d{3}$/.test(said)) throw noSuchPage(context.req.path)
  const why = typeof reason === 'string' ? printable(reason).replace(/\s+/g, ' ').trim() : ''
  if (why === '' || why.length > LONGEST_REASON)
    throw new Problem({ status: 422, title: WORDS.rejudgeBad }, WORDS.rejudgeNoReason, {
      ways: [{ href: versionsPath(Number(said)), label: WORDS.made }],
    })
  const keep = (of: OfVersion) => keepReason(of, why, tools.desk)
  context.set('audited', { reason: why })
  const from = { profileId: tools.judge.profileId, registered: 0 }
  return askFor(call, { province, year: Number(said), work: 'rejudge' }, { version, keep, ...from })
}

/** As long as the reason of a command. */
const LONGEST_REASON = 500

/** The form by which dossiers are judged again, folded: it is seldom used. */
export function AskRejudging({ call, year }: { call: AuthorityPageCall; year: number }) {
  const { csrf, lang } = call
  return (
    <details>
      <summary>{WORDS.rejudge[lang]}</summary>
      <p>{WORDS.rejudgeLead[lang]}</p>
      <form method="post" action={`${versionsPath(year)}/rejudge`}>
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <input type="hidden" name="version" value={askedId(call)} />
        <div class="field">
          <label for="rejudge-reason">{WORDS.rejudgeReason[lang]}</label>
          <input id="rejudge-reason" name="reason" required maxlength={LONGEST_REASON} />
        </div>
        <p class="ways">
          <button type="submit" class="second">
            {WORDS.rejudgeAsk[lang]}
          </button>
        </p>
      </form>
    </details>
  )
}

/** Of whom verdicts were replaced, or could not be made again. */
export async function JudgedAgain({ call: { lang, tools }, of }: { call: AuthorityPageCall; of: OfVersion }) {
  const result = await readRejudged(of, tools.desk)
  if (result === undefined) return null
  return (
    <>
      {(['replaced', 'impossible'] as const).map((kind) =>
        result[kind].length === 0 ? null : (
          <>
            <h2>{fill(WORDS[kind][lang], { n: result[kind].length }, lang)}</h2>
            <ul>
              {result[kind].map((code) => (
                <li>
                  <a href={historyPath(code)}>{code}</a>
                </li>
              ))}
            </ul>
          </>
        ),
      )}
    </>
  )
}

/** The buttons by which the plan and the report of the day are kept. */
export function AskPapers({ call, year }: { call: AuthorityPageCall; year: number }) {
  const { csrf, lang } = call
  return (
    <div class="ways">
      {(['plan', 'report'] as const).map((work) => (
        <form method="post" action={`${versionsPath(year)}/${work}`}>
          <input type="hidden" name={TOKEN_FIELD} value={csrf} />
          <input type="hidden" name="version" value={askedId(call)} />
          <button type="submit" class="second">
            {(work === 'plan' ? WORDS.makePlan : WORDS.makeReport)[lang]}
          </button>
        </form>
      ))}
    </div>
  )
}

/** Letters in one ZIP: some megabytes. */
const IN_ONE = 200

/** What was made of letters, or of a paper: the ways to it. */
export async function Made({ call, of, end }: { call: AuthorityPageCall; of: OfVersion; end: VersionEnd }) {
  const { lang, tools } = call
  const path = pathOf(of)
  if (of.work !== 'letters')
    return (
      <p class="ways">
        <a class="button" href={`${path}/page`}>
          {WORDS.read[lang]}
        </a>
        <a class="button second" href={`${path}/paper.xlsx`}>
          {WORDS.workbook[lang]}
        </a>
      </p>
    )
  const parts = Math.ceil((await askedLetters(of, tools.desk)) / IN_ONE)
  const n = end.kind === 'finished' ? (end.results.written ?? 0) : 0
  return (
    <p class="ways">
      {Array.from({ length: parts }, (_, at) => at + 1).map((part) => (
        <a class="button" href={`${path}/letters.zip${part > 1 ? `?part=${part}` : ''}`}>
          {parts === 1 ? fill(WORDS.download[lang], { n }, lang) : fill(WORDS.part[lang], { part, parts }, lang)}
        </a>
      ))}
    </p>
  )
}

/** Of what is finished, its file. @throws Problem where it is not, or is something else */
async function finished(call: AuthorityPageCall, works: readonly OfVersion['work'][]): Promise<OfVersion> {
  const { context, province, tools } = call
  const { year = '', work, id = '' } = context.req.param()
  const known = works.find((one) => one === work)
  const of = { province, year: Number(year), work: known, id }
  const isMade = /^2\d{3}$/.test(year) && known !== undefined && (await readEnd(of, tools.desk))?.kind === 'finished'
  if (!isMade) throw noSuchPage(context.req.path)
  return of
}

/** Draft letters that were made, in one ZIP. */
export async function lettersFile(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const of = await finished(call, ['letters'])
  const part = Math.max(1, Number(/^\d{1,4}$/.exec(context.req.query('part') ?? '')?.[0] ?? 1))
  const by = { store: tools.desk, signer: tools.signer }
  const files = await madeLetters(of, { from: (part - 1) * IN_ONE, most: IN_ONE }, by)
  // Word files are packed already.
  const zip = zipSync(files, {
    level: 0,
    mtime: `${of.id.slice(0, 4)}-${of.id.slice(4, 6)}-${of.id.slice(6, 8)}T00:00:00`,
  })
  return download(context, zip, 'application/zip', `van-ban-${of.year}${part > 1 ? `-${part}` : ''}.zip`)
}

/** The plan or the report as it was on its day, to read and print. */
export async function madePage(call: AuthorityPageCall): Promise<Response> {
  const { context, lang, tools } = call
  const of = await finished(call, ['plan', 'report'])
  const page = await tools.desk.read(paperKey(of, lang, 'html'))
  if (page === undefined) throw noSuchPage(context.req.path)
  return printed(call, new TextDecoder().decode(page), DESK_PAGE_POLICY, [
    { href: pathOf(of), label: WORDS.back },
    { href: `${pathOf(of)}/paper.xlsx`, label: WORDS.workbook },
  ])
}

/** The same as a workbook. */
export async function madeWorkbook(call: AuthorityPageCall): Promise<Response> {
  const { context, lang, tools } = call
  const of = await finished(call, ['plan', 'report'])
  const bytes = await tools.desk.read(paperKey(of, lang, 'xlsx'))
  if (bytes === undefined) throw noSuchPage(context.req.path)
  return download(context, bytes, XLSX, `${of.work === 'plan' ? 'ke-hoach-kiem-tra' : 'bao-cao'}-${of.year}.xlsx`)
}
