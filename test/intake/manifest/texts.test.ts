import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { bytesInMemory } from '../../../src/core/files.ts'
import { type Manifest, manifest as manifestSchema } from '../../../src/dossier/manifest.ts'
import { path, TEXT_LIMITS } from '../../../src/dossier/primitives.ts'
import { readBundle } from '../../../src/intake/bundle.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { parseManifest } from '../../../src/intake/manifest/manifest.ts'
import { readWorkbook } from '../../../src/intake/manifest-xlsx/workbook.ts'
import { problemLine } from '../../../src/intake/refusals/refusal.ts'
import { writeWorkbook } from '../../../src/render/workbook/workbook.ts'
import { makeZip } from '../../support/zip.ts'
import { OPTIONS, readFiles, refusalOf } from './reading.ts'

const stated: Manifest = manifestSchema.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/base/department.json', import.meta.url), 'utf8')),
)

/** The dossier with one text of each kind changed. */
const CHANGES: Readonly<Record<keyof typeof TEXT_LIMITS, { at: string; set: (text: string) => Manifest }>> = {
  code: {
    at: 'processes[0].code',
    set: (text) => ({
      ...stated,
      processes: (stated.processes ?? []).map((one, at) => (at === 0 ? { ...one, code: text } : one)),
    }),
  },
  title: { at: 'agency.name', set: (text) => ({ ...stated, agency: { ...stated.agency, name: text } }) },
  procedureName: {
    at: 'catalogue.procedures[0].name',
    set: (text) => ({
      ...stated,
      catalogue: { asOf: '2026-01-01', procedures: [{ code: '1.001612', name: text }] },
    }),
  },
  text: { at: 'scope.statement', set: (text) => ({ ...stated, scope: { ...stated.scope, statement: text } }) },
}
const KINDS = Object.keys(CHANGES) as (keyof typeof CHANGES)[]

const FORMS = {
  json: async (value: Manifest) =>
    parseManifest(Buffer.from(JSON.stringify(value, null, 1)), 'manifest.json', DEFAULT_LIMITS),
  yaml: async (value: Manifest) =>
    parseManifest(Buffer.from(stringify(value, { aliasDuplicateObjects: false })), 'manifest.yaml', DEFAULT_LIMITS),
  xlsx: async (value: Manifest) => readWorkbook(await writeWorkbook(value), 'ho-so.xlsx', OPTIONS),
} as const
/** A workbook takes long to write: all kinds of texts stand in one. */
const CASES = KINDS.flatMap((kind) => (['json', 'yaml'] as const).map((form) => ({ kind, form })))

describe('a text of the manifest has a bound', () => {
  it.each(CASES)('$kind in $form: as long as it may be, and one character more', async ({ kind, form }) => {
    const longest = TEXT_LIMITS[kind]
    const longer = 'ạ'.repeat(longest)
    await expect(FORMS[form](CHANGES[kind].set(longer))).resolves.toBeDefined()
    const { code, problems = [] } = await refusalOf(FORMS[form](CHANGES[kind].set(`${longer}ạ`)))
    expect(code).toBe('manifest-invalid')
    const lines = problems.map((problem) => problemLine(problem, 'x', 'vi'))
    const told = lines.filter((line) => line.includes(`nhiều nhất ${longest.toLocaleString('vi')}`))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^x dòng \d+: /)
    expect(told[0]).toContain(CHANGES[kind].at)
  })

  it('each kind in xlsx: as long as it may be, and one character more', async () => {
    const changed = (kind: (typeof KINDS)[number], more: string) =>
      Object.entries(CHANGES[kind].set('ạ'.repeat(TEXT_LIMITS[kind]) + more)).filter(
        ([key, value]) => value !== stated[key as keyof Manifest],
      )
    const all = (more: string): Manifest => ({
      ...stated,
      ...Object.fromEntries(KINDS.flatMap((kind) => changed(kind, more))),
    })
    await expect(FORMS.xlsx(all(''))).resolves.toBeDefined()
    const { code, problems = [] } = await refusalOf(FORMS.xlsx(all('ạ')))
    expect(code).toBe('manifest-invalid')
    const lines = problems.map((problem) => problemLine(problem, 'x', 'vi'))
    for (const kind of KINDS) {
      const told = lines.filter((line) => line.includes(`nhiều nhất ${TEXT_LIMITS[kind].toLocaleString('vi')}`))
      expect(told, kind).toHaveLength(1)
      expect(told[0]).toMatch(/^x, trang '[^']+', ô [A-Z]+\d+: /)
    }
  })

  it('is told once however else it is wrong, and shown short', async () => {
    const { problems = [] } = await refusalOf(FORMS.json(CHANGES.title.set(' '.repeat(100_000))))
    expect(problems).toHaveLength(1)
    expect(problemLine(problems[0] ?? { found: '', expected: { vi: '', en: '' } }, 'x', 'en').length).toBeLessThan(400)
  })

  it('so has a path', async () => {
    const long = `${'a'.repeat(TEXT_LIMITS.text)}.pdf`
    const { problems = [] } = await refusalOf(FORMS.json({ ...stated, scope: { file: long } }))
    expect(problems[0]?.expected.en).toContain('at most 4,000')
  })
})

/** Zero-width, a tag character, an override of direction, a control, a soft hyphen, a byte order mark. */
const HIDDEN = ['\u200b', '\u{e0041}', '\u202e', '\u0007', '\u00ad', '\ufeff']

describe('hidden characters in texts of the manifest', () => {
  it.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('are removed and told: %s', async (form) => {
    // A workbook takes long to write, and XML has no controls: the others stand in one.
    const inOne = HIDDEN.filter((one) => one !== '\u0007').join('')
    for (const hidden of form === 'xlsx' ? [inOne] : HIDDEN) {
      const { manifest, notices } = await FORMS[form](CHANGES.title.set(`Sở${hidden} Tư pháp`))
      expect(manifest.agency.name).toBe('Sở Tư pháp')
      const told = notices.find(({ code }) => code === 'hidden-characters-removed')
      expect(told?.text.vi).toMatch(form === 'xlsx' ? /![A-Z]+\d+ / : /agency\.name/)
      for (const one of hidden) expect(told?.text.en).toContain(one.codePointAt(0)?.toString(16).toUpperCase())
    }
  })

  it('a line break of a long text is kept, whatever system wrote it; of a name it becomes a space and is told', async () => {
    const long = await FORMS.json(CHANGES.text.set('Dòng một\r\nDòng hai\u2028Dòng ba'))
    expect(long.manifest.scope?.statement).toBe('Dòng một\nDòng hai\nDòng ba')
    const windows = await FORMS.json(CHANGES.text.set('Dòng một\r\nDòng hai'))
    expect(windows.notices).toEqual([])
    const name = await FORMS.json(CHANGES.title.set('Sở Tư pháp\nđã được duyệt'))
    expect(name.manifest.agency.name).toBe('Sở Tư pháp đã được duyệt')
    expect(name.notices.map(({ code }) => code)).toEqual(['hidden-characters-removed'])
  })

  it('a text without any stays as it is, and nothing is told', async () => {
    expect((await FORMS.json(stated)).notices).toEqual([])
  })
})

describe('names of entries', () => {
  it.each([...HIDDEN, '\u2029', '\u2066'])('with %j: the bundle is refused', async (hidden) => {
    const { code } = await refusalOf(readFiles({ 'manifest.json': JSON.stringify(stated), [`a${hidden}.pdf`]: 'x' }))
    expect(code).toBe('path-hidden-character')
  })

  it('of files that Word keeps beside an open document are litter', async () => {
    const files = {
      'manifest.json': JSON.stringify(stated),
      'hs/~$ên-bản.docx': 'x',
      '~WRL0003.tmp': 'x',
      '~nháp.docx': 'x',
    }
    const dossier = await readBundle(bytesInMemory(await makeZip(files)), OPTIONS)
    expect([...dossier.files.keys()]).toEqual(['~nháp.docx'])
    expect(dossier.notices.map(({ code }) => code)).toContain('litter-ignored')
  })
})

describe('a key longer than any can be', () => {
  const key = 'k'.repeat(200_000)

  it.each([
    ['manifest.json', `{"${key}": [${'{"a":1,"a":2},'.repeat(3000)}0]}`],
    ['manifest.yaml', `${key.slice(0, 900)}:\n${'  - {a: 1, a: 2}\n'.repeat(300)}`],
  ])('in %s is told once, short, and nothing below it', async (name, text) => {
    const refusal = await refusalOf(parseManifest(Buffer.from(text), name, DEFAULT_LIMITS))
    const told = JSON.stringify(refusal.problems)
    expect(told).toContain('nhiều nhất 100')
    expect(told.length).toBeLessThan(20_000)
  })
})

it('a path with half a character, which has no bytes, is none', () => {
  expect(path.safeParse('tài-liệu/a.pdf').success).toBe(true)
  expect(path.safeParse('a\ud800.pdf').success).toBe(false)
})

it.each([
  ['./a//b.pdf', 'a/b.pdf'],
  ['a/./b.pdf', 'a/b.pdf'],
])('the path %s is that of %s', (written, plain) => {
  expect(path.parse(written)).toBe(plain)
})
