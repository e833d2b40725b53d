import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/core/errors.ts'
import { verdictHtml } from '../../src/render/html/page.ts'
import { policyOfPage } from '../../src/render/html/styles.ts'
import { html, printable } from '../../src/render/markup.ts'
import { Renderer } from '../../src/render/renderer.ts'
import { frozen, ruleSet, verdicts } from './frozen/frozen.ts'

const pages = [...verdicts].flatMap(([name, verdict]) =>
  LANGUAGES.map((lang) => ({ name, lang, verdict, page: verdictHtml(verdict, { ruleSet, lang }) })),
)
const VOID = ['meta', 'br', 'line', 'rect', 'circle', 'path']

interface Tag {
  name: string
  attributes: Map<string, string>
}

/** The opening tags of a page; throws where a tag is not closed in its turn or an attribute not quoted. */
function tagsOf(page: string): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  const body = page.replace('<!DOCTYPE html>', '').replace(/<style>[^<]*<\/style>/, '')
  for (const [whole, slash, name = '', rest = ''] of body.matchAll(/<(\/?)([a-z0-9]*)([^<>]*)>/gi)) {
    if (slash) {
      if (open.pop() !== name) throw new Error(`out of turn: ${whole}`)
      continue
    }
    const attributes = new Map(
      [...rest.matchAll(/([a-zA-Z0-9-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    )
    if (
      rest
        .replace(/\s[a-zA-Z0-9-]+="[^"]*"/g, '')
        .replace('/', '')
        .trim() !== ''
    )
      throw new Error(`not clear: ${whole}`)
    tags.push({ name, attributes })
    if (!VOID.includes(name)) open.push(name)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return tags
}

const attribute = (tags: readonly Tag[], name: string) => tags.flatMap(({ attributes }) => attributes.get(name) ?? [])
/** What a reader sees of a page. */
const textOf = (page: string) =>
  page
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, mark: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[mark] ?? '&')

describe.each(pages)('page of $name in $lang', ({ verdict, lang, page }) => {
  const tags = tagsOf(page)

  test('loads nothing and runs nothing: no script, no address, only the one style sheet that the policy names', () => {
    expect(new Set(tags.map(({ name }) => name))).not.toContain('script')
    for (const one of ['src', 'style', 'srcset', 'action', 'onload', 'onclick'])
      expect(attribute(tags, one)).toEqual([])
    for (const href of attribute(tags, 'href')) expect(href).toMatch(/^#/)
    const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = '']) => text)
    expect(styles).toHaveLength(1)
    expect(styles[0]).not.toMatch(/url\(|@import|https?:/)
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64')
    const policy = attribute(tags, 'content').find((one) => one.includes('default-src'))
    expect(policy).toContain('default-src &#39;none&#39;')
    expect(policy).toContain(`style-src &#39;sha256-${hash}&#39;`)
    expect(policy).not.toContain('unsafe')
  })

  test('can be walked: language, landmarks, one first heading, no level left out, every reference leads somewhere', () => {
    expect(tags[0]).toMatchObject({ name: 'html', attributes: new Map([['lang', lang]]) })
    for (const landmark of ['header', 'main', 'nav', 'footer'])
      expect(tags.filter(({ name }) => name === landmark)).toHaveLength(1)
    const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    const ids = attribute(tags, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const references = [
      ...attribute(tags, 'href').map((href) => href.slice(1)),
      ...attribute(tags, 'aria-labelledby').flatMap((value) => value.split(' ')),
    ]
    for (const reference of references) expect(ids).toContain(reference)
  })

  test('every drawing is named, and told in a table', () => {
    const drawings = tags.filter(({ name }) => name === 'svg')
    for (const { attributes } of drawings) {
      expect(attributes.get('role')).toBe('img')
      expect(attributes.has('aria-label') || attributes.has('aria-labelledby')).toBe(true)
    }
    const shown = verdict.groups.filter(({ score }) => score !== null).length
    expect(tags.filter(({ name }) => name === 'tr')).toHaveLength(
      (shown && shown + 1) + (verdict.timeline.length && verdict.timeline.length + 1),
    )
    const charts = verdict.timeline.length === 0 ? 0 : 2
    expect(drawings).toHaveLength(shown + charts + (verdict.score === null ? 0 : 1))
  })

  test('tells every finding with its title, sentence and articles; every file the manifest does not name', () => {
    const text = textOf(page)
    const renderer = new Renderer(ruleSet, lang)
    for (const finding of verdict.findings) {
      expect(text).toContain(renderer.title(finding.rule))
      if (finding.outcome === 'notApplicable') continue
      expect(text).toContain(renderer.sentences(finding)[0])
      expect(text).toContain(renderer.basis(finding.rule).join('; '))
    }
    for (const { rule } of verdict.notEvaluated) expect(text).toContain(renderer.title(rule))
    for (const file of verdict.unnamedFiles) expect(text).toContain(file)
    expect(text).toContain(verdict.digest)
  })

  test('leaves no place unfilled', () => {
    expect(textOf(page)).not.toMatch(/\{[a-zA-Z.]+\}|undefined|NaN|\[object/)
  })
})

describe('what a dossier says stays text', () => {
  test('on a hostile page', () => {
    const page = verdictHtml(frozen('hostile'), { ruleSet, lang: 'en' })
    expect(textOf(page)).toContain('<script>alert(1)</script>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  test('in notices, too, of which the first are shown and all counted', () => {
    const notices = Array.from({ length: 30 }, (_, at) => ({ code: 'x', text: { vi: `<b>${at}`, en: `<b>${at}` } }))
    const text = textOf(verdictHtml(frozen('complete'), { ruleSet, lang: 'en', notices }))
    expect(text).toContain('12 of 30 shown')
    expect(text).toContain('<b>11')
    expect(text).not.toContain('<b>12')
  })

  test('in every place of a template', () => {
    expect(html`<p a="${'"<&\'>'}">${['<', html`<b>${'&'}</b>`, null, undefined, 3]}</p>`.text).toBe(
      '<p a="&quot;&lt;&amp;&#39;&gt;">&lt;<b>&amp;</b>3</p>',
    )
  })
})

test('the check of a page catches what is out of turn', () => {
  for (const broken of ['<p><b></p></b>', '<p>', '<p a=1></p>', '<p a="1" <b></p>'])
    expect(() => tagsOf(broken)).toThrow()
})

test('pictures of what a person has to look at stand with the findings that need a review, and nowhere else', () => {
  const [verdict] = [...verdicts.values()].filter(({ findings }) => findings.length > 1)
  const [one, other] = verdict?.findings ?? []
  if (verdict === undefined || one === undefined || other === undefined) return expect.unreachable()
  const evidence = [{ file: 'cong-bo.pdf', page: 1, box: [[1, 2, 3, 4]] as const }]
  const shown = {
    ...verdict,
    findings: [
      { ...one, outcome: 'needsReview' as const, evidence },
      { ...other, outcome: 'fail' as const, evidence },
    ],
  }
  const picture = {
    ...evidence[0],
    file: 'cong-bo.pdf',
    page: 1,
    box: [[1, 2, 3, 4]] as const,
    png: 'AAAA',
    width: 120,
  }
  const page = verdictHtml(shown, { ruleSet, lang: 'vi', pictures: [picture, { ...picture, page: 2 }] })
  expect(page.match(/<img /g)).toHaveLength(1)
  expect(page).toContain('<img src="data:image/png;base64,AAAA" width="120"')
  expect(page).toContain('; img-src data:">')
  expect(verdictHtml(shown, { ruleSet, lang: 'vi' })).not.toContain('img-src')
})

describe('what a stored page may load', () => {
  const page = pages[0]?.page ?? ''
  test('is what its own head says: the styles of its release, and pictures only where it has some', () => {
    expect(policyOfPage(page)).toMatch(/style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/)
    const older = page.replace(/sha256-[\w+/=]+/, `sha256-${'A'.repeat(43)}=`)
    expect(policyOfPage(older)).toContain(`'sha256-${'A'.repeat(43)}='`)
    expect(policyOfPage(page.replace('form-action &#39;none&#39;', '$&; img-src data:'))).toMatch(/; img-src data:$/)
  })
  test.each(['script-src *', "img-src data:; script-src 'unsafe-inline'"])('is never more: %s', (more) => {
    expect(policyOfPage(page.replace('form-action &#39;none&#39;', `$&; ${more}`))).toBe(policyOfPage(page))
  })
})

test('where the same is asked for at several points, each says which it is', () => {
  const verdict = frozen('complete')
  const [one, other, third] = verdict.findings.filter(({ outcome }) => outcome === 'pass')
  if (one === undefined || other === undefined || third === undefined) return expect.unreachable()
  const renderer = new Renderer(ruleSet, 'vi')
  const headingOf = (missing: (typeof one)[]) => {
    const findings = missing.map((finding) => ({ ...finding, outcome: 'missingEvidence' as const }))
    const page = verdictHtml({ ...verdict, findings }, { ruleSet, lang: 'vi' })
    return [...page.matchAll(/<h3 id="title-[^"]*">([^<]*)/g)].map(([, words = '']) => words.trim())
  }
  const alike = { ...one, message: 'assuranceTooLow' }
  const [text] = headingOf([alike])
  expect(headingOf([third])).toEqual([renderer.remedy(third.rule)])
  expect(text).not.toBe(renderer.title(one.rule))
  expect(headingOf([alike, { ...other, message: 'assuranceTooLow' }, third])).toEqual(
    [one.rule, other.rule].map((rule) => renderer.title(rule)).concat(renderer.remedy(third.rule)),
  )
})

test('of every character it is told alike whether it may be printed, by itself and within a text', () => {
  const forbidden = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u
  const wrong: number[] = []
  for (let code = 0; code < 0x11000; code++) {
    const one = String.fromCodePoint(code)
    const kept = forbidden.test(one) ? '' : one
    if (printable(one) !== kept || printable(`xã ${one}.`) !== `xã ${kept}.`) wrong.push(code)
  }
  expect(wrong).toEqual([])
})
