import { verdictAtDeskPath, visitPath, visitsPath } from '../../core/paths.ts'
import { REPORT_ITEMS } from '../../dossier/upkeep.ts'
import { GROUNDS, ITEM_VERDICTS, VISIT_LIMITS } from '../../dossier/visit.ts'
import { clauseOfItem, findingsByItem } from '../../province/visit-points.ts'
import type { Block, Paragraph } from '../../render/office.ts'
import { visitPaperBlocks, visitPaperDocument } from '../../render/province/visit-papers.ts'
import {
  GROUND_WORDS,
  ITEM_VERDICT_WORDS,
  ITEM_WORDS,
  SEEN_WORDS,
  VISIT_PAPER_TITLES,
  VISIT_PAPERS,
  type VisitPaperId,
  VISIT_WORDS as WORDS,
} from '../../render/province/visit-words.ts'
import { fill, placeOf, Renderer } from '../../render/renderer.ts'
import { OUTCOME_WORDS } from '../../render/words.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { PageData, show } from '../layout.tsx'
import { noSuchPage } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { download } from './downloads.ts'
import { Closing } from './visit-closing.tsx'
import { daysOffOf, todayOf, type Visit, visitOf } from './visit-sheet.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The sheet of a visit: its script draws the items; what is done with it as a whole stands below. */
export async function visitPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, tools, csrf, province } = call
  const visit = await visitOf(call)
  const { code, year, name, last } = visit
  const latest = await tools.service.latestVerdict(code)
  const path = visitPath(year, code)
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { name }, lang),
      above: <a href={visitsPath(year)}>{WORDS.toList[lang]}</a>,
      islands: ['visit'],
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <noscript>
        <p class="note">{WORDS.noScript[lang]}</p>
      </noscript>
      <p class="muted">
        {latest === undefined
          ? WORDS.noDossier[lang]
          : fill(WORDS.dossierOf[lang], { asOf: latest.verdict.asOf }, lang)}
      </p>
      {last?.signed && <p class="note">{fill(WORDS.signed[lang], { on: last.signed.on, by: last.signed.by }, lang)}</p>}
      <div id="visit-sheet" />
      <div class="builder-bar">
        <button type="button" id="visit-undo" class="quiet" />
        <button type="button" id="visit-redo" class="quiet" />
        <p id="visit-status" class="status-line" role="status" />
      </div>
      <h2>{WORDS.papers[lang]}</h2>
      <ul>
        <li>
          <a href={`${path}/minutes`}>{WORDS.minutesPage[lang]}</a>
        </li>
        {VISIT_PAPERS.map((id) => (
          <li>
            <a href={`${path}/papers/${id}.docx`}>
              {fill(WORDS.docx[lang], { title: VISIT_PAPER_TITLES[id][lang] }, lang)}
            </a>
          </li>
        ))}
      </ul>
      {last !== undefined && <Closing call={call} visit={visit} last={last} />}
      <PageData
        id="visit-settings"
        value={{
          csrf,
          agency: province,
          path,
          isClosed: last?.signed !== undefined,
          worker: tools.assets.island('offline'),
          limits: VISIT_LIMITS,
          verdicts: ITEM_VERDICTS.map((id) => ({ id, label: ITEM_VERDICT_WORDS[id][lang] })),
          grounds: GROUNDS.map((id) => ({ id, label: GROUND_WORDS[id][lang] })),
          seen: Object.entries(SEEN_WORDS).map(([id, label]) => ({ id, label: label[lang] })),
          items: itemsShown(call, code, latest),
        }}
      />
    </>,
  )
}

/** Outcomes that a person may decide where the software leaves it to a person, or has found it well. */
const DECIDABLE = { needsReview: ['pass', 'fail', 'missingEvidence', 'notApplicable'], pass: ['fail'] } as const

/** The items with their questions, and what the dossier shows of each. */
function itemsShown({ lang, tools }: AuthorityPageCall, code: string, latest: ReadVerdict | undefined) {
  const { source } = tools.judge.ruleSet
  const renderer = new Renderer(source, lang)
  const vietnamese = new Renderer(source, 'vi')
  const found = latest && findingsByItem(latest.verdict, source.rules)
  return REPORT_ITEMS.map((id) => ({
    id,
    clause: clauseOfItem(id),
    title: ITEM_WORDS[id].title[lang],
    question: ITEM_WORDS[id].question[lang],
    findings: (found?.get(id) ?? []).map((finding) => ({
      rule: finding.rule,
      title: renderer.title(finding.rule),
      outcome: finding.outcome,
      label: OUTCOME_WORDS[finding.outcome].label[lang],
      said: renderer.sentences(finding).join(' '),
      // Minutes are in Vietnamese, whatever language the inspector reads.
      minutes: `${vietnamese.title(finding.rule)}: ${vietnamese.sentences(finding).join(' ')}`.slice(0, 4000),
      quotes: finding.evidence
        .flatMap(({ quote, file, page, pointer, row }) =>
          quote === undefined && file === undefined
            ? []
            : [
                {
                  place: placeOf(
                    {
                      ...(file !== undefined && { file }),
                      ...(page !== undefined && { page }),
                      ...(pointer !== undefined && { pointer }),
                      ...(row !== undefined && { row }),
                    },
                    lang,
                  ),
                  quote: quote ?? '',
                },
              ],
        )
        .slice(0, 6),
      href: latest === undefined ? '' : `${verdictAtDeskPath(code, latest.listed.id)}#rule-${finding.rule}`,
      decidable: (DECIDABLE[finding.outcome as keyof typeof DECIDABLE] ?? []).map((outcome) => ({
        id: outcome,
        label: OUTCOME_WORDS[outcome].label[lang],
      })),
    })),
  }))
}

function paperInput(call: AuthorityPageCall, { code, name, year, last }: Visit) {
  return {
    agency: { code, name },
    year,
    sheet: last?.sheet ?? { head: {}, items: {} },
    signedOn: last?.signed?.on,
    correction: last?.correction,
    authority: call.tools.authority ?? {},
    asOf: todayOf(call),
    daysOff: daysOffOf(call),
  }
}

/** A paper of the visit as DOCX. */
export async function visitPaperFile(call: AuthorityPageCall): Promise<Response> {
  const { context } = call
  const id = VISIT_PAPERS.find((one) => `${one}.docx` === context.req.param('paper'))
  if (id === undefined) throw noSuchPage(context.req.path)
  const visit = await visitOf(call)
  const bytes = await visitPaperDocument(id, paperInput(call, visit))
  return download(context, bytes, DOCX, `${id}-${visit.code}-${visit.year}.docx`)
}

/** The minutes as a page. */
export async function minutesPage(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  const visit = await visitOf(call)
  const id: VisitPaperId = 'minutes'
  const path = visitPath(visit.year, visit.code)
  return show(
    call,
    {
      title: `${VISIT_PAPER_TITLES[id][lang]}: ${visit.name}`,
      above: <a href={path}>{WORDS.back[lang]}</a>,
    },
    <>
      <p class="ways">
        <a class="button" href={`${path}/papers/${id}.docx`}>
          {fill(WORDS.docx[lang], { title: VISIT_PAPER_TITLES[id][lang] }, lang)}
        </a>
      </p>
      <div class="paper" lang="vi">
        {visitPaperBlocks(id, paperInput(call, visit)).map((block) => (
          <PaperBlock block={block} />
        ))}
      </div>
    </>,
  )
}

function PaperBlock({ block }: { block: Block }) {
  if ('runs' in block) return <PaperParagraph paragraph={block} />
  if (!('left' in block)) return null
  return (
    <div class="columns">
      {[block.left, block.right].map((side) => (
        <div>
          {side.map((paragraph) => (
            <PaperParagraph paragraph={paragraph} />
          ))}
        </div>
      ))}
    </div>
  )
}

function PaperParagraph({ paragraph: { runs, align, ruled } }: { paragraph: Paragraph }) {
  if (ruled) return null
  return (
    <p class={align === 'center' ? 'middle' : undefined}>
      {runs.map(({ text, bold, italic }) => {
        const inner = italic ? <em>{text}</em> : text
        return bold ? <strong>{inner}</strong> : inner
      })}
    </p>
  )
}
