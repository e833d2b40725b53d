import { Clock, toDay } from '../../core/days.ts'
import type { Language } from '../../core/errors.ts'
import { DRAFT_HISTORY_PATH, MANIFEST_PATH, UPLOAD_PATH } from '../../core/paths.ts'
import type { Manifest } from '../../dossier/manifest.ts'
import { problemLine, Refusal } from '../../intake/refusals/refusal.ts'
import { fill } from '../../render/renderer.ts'
import { sampledProcesses } from '../../rules/facts/fact.ts'
import { agencyMismatch } from '../../service/read-upload.ts'
import { PageData, show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AgencyPageCall } from '../route.ts'
import { type FormProblem, formLine, formPlan, formProblem } from './form-plan.ts'
import { BUILDER_TEXTS, dayOf, BUILDER_PAGE_WORDS as WORDS } from './words.ts'

/** Where a manifest is built section by section; without a script, the way to the workbook. */
export async function builderPage(call: AgencyPageCall): Promise<Response> {
  const { lang, csrf, agency, tools } = call
  const day = dayOf(tools)
  const year = Number(day.slice(0, 4))
  const sections = formPlan({ ruleSet: tools.judge.ruleSet.source, day, lang })
  const start = {
    format: 'qms-bundle/1',
    agency: { code: agency, province: agency.split('.')[0], heads: [] },
    assessmentYear: year,
  }
  const action = (id: string, text: string, kind = 'second') => (
    <button type="button" id={id} class={kind}>
      {text}
    </button>
  )
  return show(
    call,
    { title: WORDS.title[lang], islands: ['builder'] },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <noscript>
        <p class="note">{WORDS.noScript[lang]}</p>
      </noscript>
      <p class="ways">
        <a href={`${MANIFEST_PATH}/ho-so.xlsx`}>{WORDS.empty[lang]}</a>
      </p>
      <h2>{WORDS.start[lang]}</h2>
      <p>{WORDS.startText[lang]}</p>
      <div class="drop" id="papers-choice">
        <div class="field">
          <label for="papers-files">{WORDS.papers[lang]}</label>
          <input type="file" id="papers-files" multiple />
        </div>
        <div class="field">
          <label for="papers-folder">{WORDS.folder[lang]}</label>
          <input type="file" id="papers-folder" multiple webkitdirectory />
        </div>
        <p class="muted">{WORDS.drop[lang]}</p>
      </div>
      <p id="papers-status" class="status-line" role="status" />
      <progress id="papers-progress" max="100" value="0" aria-label={WORDS.progress[lang]} hidden />
      <ul id="papers-left" class="wrap" hidden />
      <div id="papers-list" />
      <p class="ways">
        <button type="button" id="papers-read" class="second" hidden>
          {WORDS.read[lang]}
        </button>
        {action('papers-last', WORDS.last[lang])}
        <button type="button" id="papers-cancel" class="quiet" hidden>
          {WORDS.stop[lang]}
        </button>
      </p>
      <div class="field">
        <label for="builder-open">{WORDS.open[lang]}</label>
        <input type="file" id="builder-open" accept=".json,.xlsx" />
      </div>
      <h2>{WORDS.sections[lang]}</h2>
      <div id="builder-sections" />
      <h2>{WORDS.finish[lang]}</h2>
      <p>{WORDS.many[lang]}</p>
      <p class="ways">
        {action('builder-send', WORDS.send[lang], '')}
        {action('builder-check', WORDS.check[lang])}
      </p>
      <p class="ways">
        {action('builder-json', WORDS.json[lang])}
        {action('builder-xlsx', WORDS.xlsx[lang])}
      </p>
      <div class="field">
        <label for="builder-files">{WORDS.files[lang]}</label>
        <input type="file" id="builder-files" multiple />
      </div>
      <p class="ways">
        {action('builder-zip', WORDS.zip[lang])}
        <a href={UPLOAD_PATH}>{WORDS.upload[lang]}</a>
        <a href={DRAFT_HISTORY_PATH}>{WORDS.history[lang]}</a>
        {action('builder-clear', WORDS.clear[lang], 'quiet')}
      </p>
      <ul id="builder-problems" class="problems" hidden />
      <div class="builder-bar">
        <div id="builder-told" hidden>
          <ul id="builder-notes" />
          {action('builder-close', WORDS.close[lang], 'quiet')}
        </div>
        {action('builder-undo', WORDS.undo[lang], 'quiet')}
        {action('builder-redo', WORDS.redo[lang], 'quiet')}
        <p id="builder-status" class="status-line" role="status" />
        {action('builder-next', WORDS.next[lang], 'second')}
        <button type="button" id="builder-confirm" class="second" hidden />
      </div>
      <PageData id="builder-settings" value={{ csrf, agency, sections, start }} />
    </>,
  )
}

/** What the builder and the upload page are told of a manifest; `notes` is what to know before sending. */
type Check =
  | { ok: true; notes: string[] }
  | { ok: false; message: string; problems: ({ pointer?: string; text: string } & Partial<FormProblem>)[] }

/**
 * Checks a manifest by the schema and the rule of ownership that its bundle will meet. Asked with `?form`, as the form
 * on this page does, problems are told of its sections and fields, otherwise of the file.
 */
export async function checkManifest({ context, agency, lang, tools }: AgencyPageCall): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const isForm = context.req.query('form') !== undefined
  const isWorkbook = context.req.header('Content-Type')?.startsWith(XLSX_TYPE)
  try {
    const manifest = await tools.workers.run('manifest', { bytes, name: isWorkbook ? 'ho-so.xlsx' : 'manifest.json' })
    const mismatch = agencyMismatch(manifest, agency)
    if (mismatch) throw mismatch
    return context.json({ ok: true, notes: samplesTold(manifest, dayOf(tools), lang) } satisfies Check)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const name = error.entry ?? 'manifest'
    const problems = (error.problems ?? []).map((problem) => ({
      ...(problem.pointer !== undefined && { pointer: problem.pointer }),
      text: formLine(problem, name, lang),
      ...(isForm && formProblem(problem, lang)),
    }))
    const message = problems.length > 0 ? error.text[lang] : `${error.text[lang]} ${error.remedy[lang]}`
    return context.json({ ok: false, message, problems } satisfies Check)
  }
}

/** Of which processes papers are asked, where there are so many that a sample is drawn. */
function samplesTold(manifest: Manifest, day: string, lang: Language): string[] {
  const { codes, total, drawn } = sampledProcesses({ manifest }, new Clock(toDay(day)))
  if (!drawn) return []
  const sample = (manifest.processes ?? []).filter(({ code }) => codes.has(code)).map(({ code }) => code)
  return [fill(WORDS.samples[lang], { total, sample: codes.size, codes: [...new Set(sample)] }, lang)]
}

/** The empty workbook, to be filled in with Excel. */
export async function emptyWorkbook({ context, tools }: AgencyPageCall): Promise<Response> {
  return workbookAnswer(context, await tools.workers.run('workbook', undefined))
}

/**
 * A manifest in JSON as the workbook `ho-so.xlsx`.
 * @throws Problem when the manifest cannot be used
 */
export async function filledWorkbook({ context, tools }: AgencyPageCall): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const written = await tools.workers.run('workbook', { bytes, name: 'manifest.json' }).catch(unusable)
  return workbookAnswer(context, written)
}

/**
 * What a workbook says, as JSON, finished or not: for the builder to take its changes in.
 * @throws Problem when it is no such workbook
 */
export async function openedManifest({ context, tools, lang }: AgencyPageCall): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const { stated, problems } = await tools.workers.run('opened', { bytes, name: 'ho-so.xlsx' }).catch(unusable)
  const told = problems.map((problem) => ({ pointer: problem.pointer, text: problemLine(problem, 'ho-so.xlsx', lang) }))
  return context.json({ manifest: stated, problems: told })
}

function unusable(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  const title = BUILDER_TEXTS.manifestCannotUsedYet
  throw new Problem({ status: 422, title }, error.text, { cause: error })
}

function workbookAnswer(context: AgencyPageCall['context'], bytes: Uint8Array): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': XLSX_TYPE,
    'Content-Disposition': 'attachment; filename="ho-so.xlsx"',
  })
}

/** The media type of a workbook. */
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
