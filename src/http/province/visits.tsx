import type * as z from 'zod'
import { dayInVietnam } from '../../core/days.ts'
import type { Language, Localized } from '../../core/errors.ts'
import { planPath, verdictAtDeskPath, visitPath, visitsPath } from '../../core/paths.ts'
import { REPORT_ITEMS } from '../../dossier/upkeep.ts'
import { GROUNDS, ITEM_VERDICTS, VISIT_LIMITS, visitCorrection, visitSheet } from '../../dossier/visit.ts'
import { clauseOfItem, findingsByItem, lacksOf } from '../../province/visit-points.ts'
import type { Block, Paragraph } from '../../render/office.ts'
import { correctionDue, visitPaperBlocks, visitPaperDocument } from '../../render/province/visit-papers.ts'
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
import {
  eraseVisit,
  keepVisitPaper,
  lastVisit,
  noteCorrection,
  readVisitPaper,
  reopenVisit,
  type SavedVisit,
  saveVisit,
  signVisit,
  type VisitVersion,
} from '../../service/visits.ts'
import { PageData, show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import { noSuchPage, Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { ownSession, TOKEN_FIELD } from '../sign-in/session.ts'
import { download } from './downloads.ts'
import { agencyOf } from './history.tsx'
import { DESK_WORDS } from './words.ts'
import { documentOf, standingDocument } from './year.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const todayOf = ({ tools }: AuthorityPageCall) => dayInVietnam(tools.clock().toISOString())

/** What the scripts of the desk ask after signing in again: the token of the session, and whose it is. */
export async function deskToken({ context, csrf, province }: AuthorityPageCall): Promise<Response> {
  return context.json({ csrf, agency: province })
}

/** A visit that the address names: its agency, year and name. */
interface Visit {
  code: string
  year: number
  name: string
  last: VisitVersion | undefined
}

/**
 * The visit in the address.
 * @throws Problem where the plan has no such visit and nobody ever wrote of one
 */
async function visitOf(call: AuthorityPageCall): Promise<Visit> {
  const { tools } = call
  const code = agencyOf(call)
  const document = await standingDocument(call, await documentOf(call))
  const { year, agencies, plan } = document
  const last = await lastVisit({ code, year }, tools.authorityFiles.bundles)
  if (last === undefined && !plan.onSite.some((visit) => visit.code === code)) {
    const values = { code, year: String(year) }
    throw new Problem({ status: 404, title: WORDS.notPlanned }, filled(WORDS.notPlannedText, values), {
      ways: [{ href: planPath(year), label: DESK_WORDS.plan }],
    })
  }
  return { code, year, name: agencies.find((one) => one.code === code)?.name ?? code, last }
}

const filled = (text: Localized, values: Readonly<Record<string, unknown>>): Localized => ({
  vi: fill(text.vi, values, 'vi'),
  en: fill(text.en, values, 'en'),
})

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

/** What is done with a sheet as a whole: signing, opening it again, the report of correction, erasing. */
function Closing({ call, visit, last }: { call: AuthorityPageCall; visit: Visit; last: VisitVersion }) {
  const { lang, csrf } = call
  const { code, year } = visit
  const path = visitPath(year, code)
  const { signed, correction, sheet } = last
  const head = sheet.head.team?.find(({ role }) => role === 'head')
  const hidden = <input type="hidden" name={TOKEN_FIELD} value={csrf} />
  const needsReport = Object.values(sheet.items).some(({ verdict }) => verdict === 'notMet')
  return (
    <>
      {signed === undefined ? (
        <>
          <h2>{WORDS.sign[lang]}</h2>
          <p>{WORDS.signLead[lang]}</p>
          <form method="post" action={`${path}/signed`}>
            {hidden}
            <Field id="signedOn" label={WORDS.signedOn[lang]} type="date" value={todayOf(call)} />
            <Field
              id="responsible"
              label={WORDS.responsible[lang]}
              value={[head?.name, head?.title].filter((one) => one).join(', ')}
            />
            <p class="ways">
              <button type="submit">{WORDS.signRun[lang]}</button>
            </p>
          </form>
        </>
      ) : (
        <>
          {needsReport && (
            <>
              <h2>{WORDS.correction[lang]}</h2>
              <p>{fill(WORDS.correctionDue[lang], { due: correctionDue(signed.on) }, lang)}</p>
              {correction && (
                <p class="note">
                  {fill(
                    WORDS.correctionNoted[lang],
                    { on: correction.on, what: (correction.accepted ? WORDS.accepted : WORDS.refused)[lang] },
                    lang,
                  )}
                </p>
              )}
              <form method="post" action={`${path}/correction`}>
                {hidden}
                <Field id="on" label={WORDS.correctionOn[lang]} type="date" value={correction?.on ?? todayOf(call)} />
                <div class="field">
                  <label for="kind">{WORDS.correctionKind[lang]}</label>
                  <select id="kind" name="kind">
                    <option value="accepted">{WORDS.accepted[lang]}</option>
                    <option value="refused" selected={correction?.accepted === false}>
                      {WORDS.refused[lang]}
                    </option>
                  </select>
                </div>
                <div class="field">
                  <label for="reason">{WORDS.correctionReason[lang]}</label>
                  <textarea id="reason" name="reason" rows={3} maxlength={4000}>
                    {correction?.reason ?? ''}
                  </textarea>
                </div>
                <p class="ways">
                  <button type="submit">{WORDS.correctionRun[lang]}</button>
                </p>
              </form>
            </>
          )}
          <form method="post" action={`${path}/reopened`}>
            {hidden}
            <p class="ways">
              <button type="submit" class="second">
                {WORDS.reopen[lang]}
              </button>
            </p>
          </form>
        </>
      )}
      <details>
        <summary>{WORDS.erase[lang]}</summary>
        <p>{WORDS.eraseLead[lang]}</p>
        <form method="post" action={`${path}/erased`}>
          {hidden}
          <Field id="confirm" label={WORDS.eraseCode[lang]} value="" />
          <p class="ways">
            <button type="submit" class="second">
              {WORDS.erase[lang]}
            </button>
          </p>
        </form>
      </details>
    </>
  )
}

function Field({ id, label, value, type = 'text' }: { id: string; label: string; value: string; type?: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={id} type={type} value={value} required maxlength={300} />
    </div>
  )
}

/** The sheet as it was saved last, for its script. */
export async function sheetJson(call: AuthorityPageCall): Promise<Response> {
  const { last } = await visitOf(call)
  return call.context.json(last ?? { version: 0 }, 200, { ETag: `"${last?.version ?? 0}"` })
}

/** Saves the sheet over the version in `If-Match`; 412 with what stands now where that is another one, or is signed. */
export async function saveSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const from = Number(/^"(\d{1,8})"$/.exec(context.req.header('If-Match') ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw notUnderstood()
  const sheet = await sent(call, visitSheet)
  const { code, year } = await visitOf(call)
  const by = ownSession({ session }).person
  const on = tools.clock().toISOString()
  const saved = await saveVisit({ code, year }, { from, sheet, by, on }, tools.authorityFiles.bundles)
  if ('conflict' in saved) return context.json(saved.conflict ?? { version: 0 }, 412)
  if ('saved' in saved) {
    const { version } = saved.saved
    return context.json({ version, on, by }, 200, { ETag: `"${version}"` })
  }
  throw new Problem({ status: 422, title: WORDS.bad }, 'lacking' in saved ? WORDS.lacking : WORDS.tooLarge)
}

const notUnderstood = (cause?: unknown) =>
  new Problem({ status: 422, title: WORDS.notUnderstood }, WORDS.notUnderstoodText, { cause })

async function sent<T>({ context }: AuthorityPageCall, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  throw notUnderstood(parsed.error)
}

/** Keeps a photo or a paper that a script sends as it is: what it is, its bytes say. */
export async function keepPaper(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { code, year } = await visitOf(call)
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const kept = await keepVisitPaper({ code, year }, bytes, tools.authorityFiles.bundles)
  if ('kept' in kept) {
    context.set('audited', { sha256: kept.kept })
    return context.json({ sha256: kept.kept })
  }
  const { refused } = kept
  const most = refused === 'size' ? VISIT_LIMITS.paperBytes / 1024 ** 2 : VISIT_LIMITS.papers
  throw new Problem({ status: 422, title: WORDS.bad }, filled(WORDS[`paper.${refused}`], { most }))
}

/** A photo or a paper that was kept. */
export async function paperFile(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { code, year } = await visitOf(call)
  const hash = context.req.param('hash') ?? ''
  const found = /^[0-9a-f]{64}$/.test(hash)
    ? await readVisitPaper({ code, year }, hash, tools.authorityFiles.bundles)
    : undefined
  if (found === undefined) throw noSuchPage(context.req.path)
  return context.body(new Uint8Array(found.bytes), 200, {
    'Content-Type': found.type,
    'Content-Disposition': 'inline',
    // A PDF may hold what it likes: nothing of it runs here.
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  })
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

/** Writes the record from a sheet whose minutes were signed. @throws Problem saying what is lacking */
export async function signSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const visit = await visitOf(call)
  const { code, year, last } = visit
  const path = visitPath(year, code)
  const { signedOn = '', responsible = '' } = await readForm(context)
  const today = todayOf(call)
  if (last === undefined) throw bad(path, WORDS.changedText)
  const lacks = lacksOf(last.sheet)
  if (lacks.length > 0) throw lacking(path, lacks)
  const isDay = typeof signedOn === 'string' && visitCorrection.shape.on.safeParse(signedOn).success
  if (!isDay || signedOn > today || typeof responsible !== 'string' || responsible.trim() === '')
    throw bad(path, WORDS.badDay)
  const by = { by: ownSession({ session }).person, on: tools.clock().toISOString() }
  const { bundles: store } = tools.authorityFiles
  const how = { from: last.version, signedOn, responsible: responsible.trim().slice(0, 300), ...by }
  const done = await signVisit({ code, year }, how, { store, service: tools.service, today })
  checkDone(done, path)
  context.set('audited', { signedOn })
  return context.redirect(path, 303)
}

function lacking(path: string, lacks: ReturnType<typeof lacksOf>): Problem {
  const told = (lang: Language) =>
    lacks
      .map(({ item, lacks: what }) => fill(WORDS[`lack.${what}`][lang], { item: ITEM_WORDS[item].title[lang] }, lang))
      .join('; ')
  const detail = {
    vi: fill(WORDS.lacksText.vi, { lacks: told('vi') }, 'vi'),
    en: fill(WORDS.lacksText.en, { lacks: told('en') }, 'en'),
  }
  return new Problem({ status: 422, title: WORDS.lacks }, detail, { ways: [{ href: path, label: WORDS.back }] })
}

const bad = (path: string, detail: Localized) =>
  new Problem({ status: 422, title: WORDS.bad }, detail, { ways: [{ href: path, label: WORDS.back }] })

/** @throws Problem where something else stood there, or cannot be replaced */
function checkDone(done: SavedVisit | { otherKind: string }, path: string): void {
  if ('saved' in done) return
  throw bad(path, 'otherKind' in done ? filled(WORDS.otherKind, { name: done.otherKind }) : WORDS.changedText)
}

/** Opens a signed sheet again. */
export async function reopenSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const { code, year, last } = await visitOf(call)
  const path = visitPath(year, code)
  const by = { by: ownSession({ session }).person, on: tools.clock().toISOString() }
  checkDone(await reopenVisit({ code, year }, { from: last?.version ?? 0, ...by }, tools.authorityFiles.bundles), path)
  return context.redirect(path, 303)
}

/** Notes the report of corrective action. @throws Problem where the day is not right, or it is refused without a reason */
export async function correctSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const { code, year, last } = await visitOf(call)
  const path = visitPath(year, code)
  const { on, kind, reason } = await readForm(context)
  const parsed = visitCorrection.safeParse({ on, accepted: kind === 'accepted', ...(reason !== '' && { reason }) })
  const signedOn = last?.signed?.on
  if (!parsed.success || signedOn === undefined || parsed.data.on < signedOn || parsed.data.on > todayOf(call))
    throw bad(path, WORDS.badDay)
  const how = {
    from: last?.version ?? 0,
    correction: parsed.data,
    by: ownSession({ session }).person,
    on: tools.clock().toISOString(),
  }
  checkDone(await noteCorrection({ code, year }, how, tools.authorityFiles.bundles), path)
  return context.redirect(path, 303)
}

/** Erases the sheet with all that lies with it, once its agency's code was typed. */
export async function eraseSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { code, year } = await visitOf(call)
  const { confirm } = await readForm(context)
  if (confirm !== code) throw bad(visitPath(year, code), WORDS.eraseLead)
  const removed = await eraseVisit({ code, year }, tools.authorityFiles.bundles)
  context.set('audited', { removed })
  return context.redirect(visitsPath(year), 303)
}
