import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/core/errors.ts'
import { planPage } from '../../../src/render/province/plan.ts'
import { yearlyPage, yearlyTables } from '../../../src/render/province/yearly-report.ts'
import { context, HCMC_2018, prescreened } from './cohort.ts'

const previous = prescreened({ ...HCMC_2018, year: 2017, asOf: '2017-11-01' })
const prescreen = prescreened(HCMC_2018, previous)
const pages = LANGUAGES.flatMap((lang) => [
  { name: 'plan', lang, page: planPage(context(prescreen, { lang, previous })) },
  { name: 'report', lang, page: yearlyPage(context(prescreen, { lang, previous })) },
])

describe.each(pages)('page of the $name in $lang', ({ page, lang }) => {
  test('runs nothing and loads only the style sheet that its policy names', () => {
    expect(page).not.toMatch(/<script|\son[a-z]+=|\ssrc=|\sstyle=|url\(|https?:/i)
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? []
    expect(page).toContain(`style-src &#39;sha256-${createHash('sha256').update(style).digest('base64')}&#39;`)
    expect(page).toContain(`<html lang="${lang}">`)
  })

  test('every drawing has a name, and every heading leads somewhere once', () => {
    for (const [tag] of page.matchAll(/<svg[^>]*>/g)) expect(tag).toMatch(/role="img" aria-label(ledby)?="[^"]+"/)
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('the report shows every table and draws a dot for each agency with two scores', () => {
  const report = context(prescreen, { previous })
  const page = yearlyPage(report)
  for (const { id } of yearlyTables(report)) expect(page).toContain(`<h2 id="${id}">`)
  expect(page.match(/<circle /g)).toHaveLength(363)
  expect(page).toContain('95,34%')
})

test('without last year it says so', () => {
  expect(yearlyPage(context(prescreen))).toContain('Chưa có số liệu năm trước để so sánh.')
})

test('no name of an agency becomes markup', () => {
  const [first] = prescreen.agencies
  const agencies = prescreen.agencies.map((one) =>
    one === first ? { ...one, name: '<img src=x onerror=alert(1)>' } : one,
  )
  const hostile = context({ ...prescreen, agencies })
  for (const page of [yearlyPage(hostile), planPage(hostile)]) {
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  }
})
