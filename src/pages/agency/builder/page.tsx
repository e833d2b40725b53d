import { show } from '../../layout/show.tsx'
import type { AgencyPageCall } from '../../page.ts'
import { dayOf } from '../day-of.ts'
import { PageData } from '../page-data.tsx'
import { MANIFEST_PATH, UPLOAD_PATH } from '../paths.ts'
import { formPlan } from './form-plan.ts'
import { BUILDER_PAGE_WORDS as WORDS } from './words.ts'

/** Where a manifest is built section by section; without a script, the way to the workbook. */
export async function builderPage(call: AgencyPageCall): Promise<Response> {
  const { lang, csrf, agency, tools } = call
  const day = dayOf(tools)
  const year = Number(day.slice(0, 4))
  const sections = formPlan({ ruleSet: tools.judge.ruleSet.source, day, lang })
  const start = { format: 'qms-bundle/1', agency: { code: agency, heads: [] }, assessmentYear: year }
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
      <div class="field">
        <label for="builder-open">{WORDS.open[lang]}</label>
        <input type="file" id="builder-open" accept=".json,.xlsx" />
      </div>
      <h2>{WORDS.sections[lang]}</h2>
      <div id="builder-sections" />
      <h2>{WORDS.finish[lang]}</h2>
      <p class="ways">
        {action('builder-check', WORDS.check[lang], '')}
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
        {action('builder-clear', WORDS.clear[lang], 'quiet')}
      </p>
      <p id="builder-status" class="status-line" role="status" />
      <ul id="builder-problems" hidden />
      <PageData id="builder-settings" value={{ csrf, agency, sections, start }} />
    </>,
  )
}
