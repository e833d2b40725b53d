import type { Language } from '../core/errors.ts'
import { MANIFEST_PATH } from '../core/paths.ts'
import type { Box } from '../dossier/reading.ts'
import { html } from '../render/markup.ts'
import { fill, labelOf, placeOf, Renderer } from '../render/renderer.ts'
import { type ManifestEntry, showValue } from '../render/values.ts'
import type { ShownItem, TextCheck } from '../rules/answer.ts'
import type { ReadVerdict } from '../service/service.ts'
import type { TaskOutput } from '../service/tasks.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { show } from './layout.tsx'
import { noSuchPage, Problem, type WayOn } from './problems.ts'
import type { SignedInCall } from './route.ts'
import { PAPER_WORDS as WORDS } from './words.ts'

/** Something read in a paper, where it stands, and what it was held against. */
interface Mark {
  quote?: string | undefined
  cell?: string | undefined
  box?: readonly Box[] | undefined
  check?: TextCheck
}

/** A paper that a finding rests on, or one page of it. */
interface Paper {
  file: string
  page?: number
  marks: Mark[]
  /** Places of the manifest that it was held against. */
  pointers: string[]
}

/** Papers of one finding that are shown. */
const MOST_PAPERS = 12

/** The papers and pages that a finding rests on, with what was read there: those of its listed items too. */
export function papersOf({ evidence, text = [], items }: Pick<Finding, 'evidence' | 'text' | 'items'>): Paper[] {
  const papers = new Map<string, Paper>()
  const at = (file: string, page: number | undefined): Paper => {
    const key = JSON.stringify([file, page])
    const known = papers.get(key) ?? { file, ...(page !== undefined && { page }), marks: [], pointers: [] }
    papers.set(key, known)
    return known
  }
  const checked = (checks: readonly TextCheck[], pointer?: string) => {
    for (const check of checks) {
      if (check.quote === undefined) continue
      const { marks, pointers } = at(check.file, check.page)
      marks.push({ quote: check.quote, cell: check.cell, box: check.box, check })
      if (pointer !== undefined) pointers.push(pointer)
    }
  }
  checked(text)
  for (const { file, page, quote, box, pointer } of evidence) {
    if (file === undefined) continue
    const { marks, pointers } = at(file, page)
    if (pointer !== undefined) pointers.push(pointer)
    if (quote !== undefined && !marks.some((mark) => mark.quote === quote)) marks.push({ quote, box })
  }
  for (const item of items?.shown ?? []) {
    checked(checksOf(item), typeof item.pointer === 'string' ? item.pointer : undefined)
    if (typeof item.file === 'string') at(item.file, undefined)
  }
  const all = [...papers.values()]
  // A paper as a whole is told only where nothing was read in it.
  const told = all.filter(
    ({ file, marks }) => marks.length > 0 || !all.some((one) => one.file === file && one.marks.length > 0),
  )
  return told.slice(0, MOST_PAPERS)
}

const checksOf = ({ text }: ShownItem): readonly TextCheck[] => (Array.isArray(text) ? (text as TextCheck[]) : [])

/** Where the stored page of a verdict leaves room for the ways to a finding's papers. */
const TO_PAPERS = /<span class="to-paper" data-rule="([a-z0-9-]+)"><\/span>/g

/**
 * The stored page of a verdict with a link to each paper that a finding rests on; none where the bundle is set apart.
 * @param here path of the page
 */
export function withPaperLinks(page: string, verdict: Verdict, here: string, lang: Language): string {
  if (isSetApart(verdict)) return page
  const byRule = new Map(verdict.findings.map((finding) => [finding.rule, finding]))
  return page.replace(TO_PAPERS, (_, rule: string) => {
    const finding = byRule.get(rule)
    const papers = finding === undefined ? [] : papersOf(finding)
    if (papers.length === 0) return ''
    const links = papers.map(
      (paper, index) =>
        html`${index > 0 ? ' · ' : ''}<a href="${paperPath(here, rule, index)}#place">${placeOf(paper, lang)}</a>`,
    )
    return html`<span class="to-paper">${WORDS.see[lang]} ${links}</span>`.text
  })
}

/** Nothing of a bundle with a mark of secrecy is shown. */
const isSetApart = ({ notEvaluated }: Pick<Verdict, 'notEvaluated'>) =>
  notEvaluated.some(({ reason }) => reason === 'quarantined')

const paperPath = (here: string, rule: string, index: number) => `${here}/papers/${rule}/${index + 1}`

/**
 * A paper that a finding rests on: the page of it with what was read there outlined, beside what the manifest says.
 * @param here path of the verdict's page
 * @throws Problem when there is no such paper, it is not there any more, or nothing of the bundle may be shown
 */
export async function paperPage(call: SignedInCall, code: string, read: ReadVerdict, here: string): Promise<Response> {
  const { context, tools, lang } = call
  const { verdict } = read
  const finding = verdict.findings.find(({ rule }) => rule === context.req.param('rule'))
  const paper = finding && papersOf(finding)[Number(context.req.param('paper')) - 1]
  if (finding === undefined || paper === undefined) throw noSuchPage(context.req.path)
  const back: WayOn = { href: `${here}#rule-${finding.rule}`, label: WORDS.back }
  const shown = leafedTo(paper, papersOf(finding), context.req.query())
  const seen = (await isHidden(call, code, read)) ? 'hidden' : await tools.service.paperSeen(read, { ...shown, lang })
  if (seen === 'hidden') throw new Problem({ status: 403, title: WORDS.setApart }, WORDS.setApartText, { ways: [back] })
  if ('gone' in seen) throw new Problem({ status: 404, title: WORDS.gone }, WORDS.goneText, { ways: [back] })
  const { source: ruleSet } = tools.judge.ruleSet
  const isOwn = call.caller.kind === 'agency'
  const above = <a href={back.href}>{back.label[lang]}</a>
  return show(
    call,
    { title: placeOf(shown, lang), above, wide: true },
    <>
      <p class="lead">{new Renderer(ruleSet, lang).title(finding.rule)}</p>
      <div class="evidence">
        <div>
          <Leaves seen={seen.paper} page={shown.page ?? 1} lang={lang} />
          <Seen paper={shown} seen={seen.paper} lang={lang} />
        </div>
        <div class="beside">
          <Marks marks={shown.marks} isLeafed={shown.page !== paper.page} lang={lang} />
          <Said said={seen.said} isOwn={isOwn} lang={lang} />
        </div>
      </div>
    </>,
  )
}

type Found = Extract<TaskOutput<'paper'>, { paper: unknown }>

/**
 * The page or the lines of a paper that somebody has leafed to, with what was read there for the same finding.
 * @param query `page` of a paper that has pages, else `from`, the line to begin with
 */
function leafedTo(
  paper: Paper,
  all: readonly Paper[],
  query: Readonly<Record<string, string>>,
): Paper & { from?: number } {
  const numberOf = (text = '') => (/^\d{1,5}$/.test(text) ? Number(text) : undefined)
  const [page, from] = [numberOf(query.page), numberOf(query.from)]
  if (page === undefined || page === 0) return { ...paper, ...(from !== undefined && { from }) }
  const { file } = paper
  const there = all.find((one) => one.file === file && one.page === page)
  return there ?? { file, page, marks: [], pointers: paper.pointers }
}

/** The ways to the page or the lines before and after. */
function Leaves({ seen, page, lang }: { seen: Found['paper']; page: number; lang: Language }) {
  if (seen.kind === 'none') return null
  const ways = seen.kind === 'page' ? pagesAround(seen, page) : linesAround(seen)
  if (ways.before === undefined && ways.after === undefined) return null
  const link = (href: string | undefined, label: string) =>
    href !== undefined && (
      <a class="button second" href={`${href}#sheet`}>
        {label}
      </a>
    )
  return (
    <nav class="ways leaves" aria-label={WORDS.leaves[lang]}>
      {link(ways.before, WORDS.before[lang])}
      {seen.kind === 'page' && <span>{fill(WORDS.pageOf[lang], { page, pages: seen.pages }, lang)}</span>}
      {link(ways.after, WORDS.after[lang])}
    </nav>
  )
}

interface LeafWays {
  before?: string | undefined
  after?: string | undefined
}

const pagesAround = ({ pages }: { pages: number }, page: number): LeafWays => ({
  before: page > 1 ? `?page=${page - 1}` : undefined,
  after: page < pages ? `?page=${page + 1}` : undefined,
})

const linesAround = ({ before, lines, after }: Extract<Found['paper'], { kind: 'text' }>): LeafWays => ({
  before: before > 0 ? `?from=${Math.max(0, before - lines.length)}` : undefined,
  after: after > 0 ? `?from=${before + lines.length}` : undefined,
})

/** Whether the bundle is set apart: by this verdict, or by what stands of its upload by now. */
async function isHidden({ tools }: SignedInCall, code: string, { verdict, listed }: ReadVerdict): Promise<boolean> {
  if (isSetApart(verdict)) return true
  const standing = listed.id === listed.uploadId ? undefined : await tools.service.readVerdict(code, listed.uploadId)
  return standing !== undefined && isSetApart(standing.verdict)
}

/** The page as a picture with outlines and numbers on it, or the lines. */
function Seen({ paper, seen, lang }: { paper: Paper; seen: Found['paper']; lang: Language }) {
  if (seen.kind === 'none') return <p class="note">{WORDS.none[lang]}</p>
  if (seen.kind === 'text') return <Lines seen={seen} lang={lang} />
  const { png, width, height } = seen
  const boxes = paper.marks.flatMap(({ box = [] }, index) => box.map((one, at) => ({ one, index, isFirst: at === 0 })))
  return (
    <figure class="sheet" id="sheet" tabindex={0}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={placeOf(paper, lang)}>
        <image href={`data:image/png;base64,${png}`} width={width} height={height} />
        {boxes.map(({ one: [x, y, wide, high], index, isFirst }, at) => (
          <g id={at === 0 ? 'place' : undefined}>
            <rect x={x - 3} y={y - 3} width={wide + 6} height={high + 6} rx="2" />
            {isFirst && (
              <>
                <circle cx={Math.max(9, x - 12)} cy={y + high / 2} r="8" />
                <text x={Math.max(9, x - 12)} y={y + high / 2 + 3.5}>
                  {index + 1}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
    </figure>
  )
}

function Lines({
  seen: { lines, before, after },
  lang,
}: {
  seen: Extract<Found['paper'], { kind: 'text' }>
  lang: Language
}) {
  const first = lines.findIndex(({ pieces }) => pieces.some(({ isMarked }) => isMarked))
  const leftOut = (n: number) => n > 0 && <p class="small muted">{fill(WORDS.leftOut[lang], { n }, lang)}</p>
  return (
    <div class="sheet text" id="sheet">
      {leftOut(before)}
      {lines.map(({ cell, pieces }, at) => (
        <p id={at === first ? 'place' : undefined}>
          {cell !== undefined && <span class="small muted">{cell} </span>}
          {pieces.map(({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text))}
        </p>
      ))}
      {leftOut(after)}
    </div>
  )
}

/** What was read in the paper, numbered as on it, and what it was held against. */
function Marks({ marks, isLeafed, lang }: { marks: readonly Mark[]; isLeafed: boolean; lang: Language }) {
  if (marks.length === 0) return <p>{(isLeafed ? WORDS.nothingHere : WORDS.nothingRead)[lang]}</p>
  return (
    <>
      <h2>{WORDS.found[lang]}</h2>
      <ol>
        {marks.map(({ quote, check }) => (
          <li>
            <q>{quote}</q>
            {check !== undefined && (
              <>
                <br />
                <span class="small">
                  {fill(
                    WORDS[check.state][lang],
                    { fact: labelOf(check.fact)[lang], declared: showValue(check.declared, lang) },
                    lang,
                  )}
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What the manifest says in the rows that the paper was held against, and the way to each in the form. */
function Said({ said, isOwn, lang }: { said: readonly ManifestEntry[]; isOwn: boolean; lang: Language }) {
  return (
    <>
      <h2>{WORDS.said[lang]}</h2>
      {said.length === 0 && <p>{WORDS.nothingSaid[lang]}</p>}
      {said.map(({ title, pointer, fields }) => (
        <section>
          <h3>{title}</h3>
          <dl class="said">
            {fields.map(({ label, text, isMeant }) => (
              <div class={isMeant ? 'meant' : undefined}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {isOwn && (
            <p>
              <a
                class="button second"
                href={`${MANIFEST_PATH}#${encodeURI(fields.find(({ isMeant }) => isMeant)?.pointer ?? pointer)}`}
              >
                {WORDS.toForm[lang]}
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
