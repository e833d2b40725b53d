import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { rulePages } from '../../../src/render/rules/pages.ts'
import { loaded, tests } from '../../support/loaded.ts'

const HOW =
  'the rules and docs/rules differ; run: npm run build && node dist/qms-verdict.mjs rules docs --output docs/rules'
const pages = rulePages(loaded.source, tests)

describe('docs/rules', () => {
  it('holds exactly the pages the rules make', async () => {
    expect((await readdir('docs/rules')).sort(), HOW).toEqual([...pages.keys()].sort())
  })

  it.each([...pages.keys()])('%s is as committed', async (name) => {
    expect(pages.get(name) === (await readFile(`docs/rules/${name}`, 'utf8')), HOW).toBe(true)
  })

  it('names every rule, in the language of the page', () => {
    for (const rule of loaded.source.rules)
      for (const lang of ['vi', 'en'] as const) {
        const page = pages.get(`${rule.group}.${lang}.md`) ?? ''
        expect(page).toContain(`. ${rule.title[lang]}\n\n\`${rule.id}\``)
        expect(page).toContain(rule.remedy[lang].trim())
        expect(pages.get(`index.${lang}.md`)).toContain(`\`${rule.id}\``)
      }
  })
})
