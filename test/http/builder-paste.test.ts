import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf, valueFrom } from '../../src/browser/builder/field-value.ts'
import { pastedTable, rowsOf, unknownColumns } from '../../src/browser/builder/paste.ts'
import type { PlannedField } from '../../src/dossier/form-plan.ts'
import { formPlan, NOTES } from '../../src/http/agency/form-plan.ts'
import { ENGLISH, ENGLISH_CHOICES } from '../../src/render/english.ts'
import { RULES } from '../province/made.ts'

const asked = { ruleSet: RULES.source, day: '2026-11-01' } as const
const sections = formPlan({ ...asked, lang: 'vi' })
const procedures = sections.find(({ title }) => title === 'TTHC')?.fields ?? []
const pastedRows = (text: string, fields: readonly PlannedField[]) => rowsOf(pastedTable(text, fields))
const WORDS = { yes: 'Có', no: 'Không', none: 'Không có', decimal: ',' }

describe('a table pasted from Excel', () => {
  test('goes by its headings, in any order, and leaves columns out that are not known', () => {
    const text =
      'STT\tTên thủ tục hành chính\tmã  TTHC\tNgày hiệu lực\r\n1\tĐăng ký khai sinh\t1.001193\t01/03/2026\r\n'
    expect(pastedRows(text, procedures)).toEqual([
      { name: 'Đăng ký khai sinh', code: '1.001193', effectiveFrom: '2026-03-01' },
    ])
  })
  test('goes by the order of the fields where it has no headings', () => {
    expect(pastedRows('1.001193\tĐăng ký khai sinh\tHộ tịch\t1,5', procedures)).toEqual([
      { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', limitDays: 1.5 },
    ])
  })
  test('keeps line breaks and quotes inside a cell', () => {
    expect(pastedRows('1.001193\t"Đăng ký\n""khai sinh"""\n\n', procedures)).toEqual([
      { code: '1.001193', name: 'Đăng ký\n"khai sinh"' },
    ])
  })
  test('comes back as it was, whatever the cells hold', () => {
    const cell = fc
      .string({ minLength: 1 })
      .map((text) => text.replace(/[\r"]/g, ''))
      .filter((text) => text.trim() === text && text !== '')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((cells) => cells.map((one) => `"${one}"`).join('\t')).join('\r\n')
        const expected = rows.map(([code, name]) => ({ code: code.normalize('NFC'), name: name.normalize('NFC') }))
        expect(pastedRows(text, procedures)).toEqual(expected)
      }),
    )
  })
})

describe('a list of procedures as offices have it', () => {
  const text = [
    'DANH MỤC THỦ TỤC HÀNH CHÍNH\t\t\t\t',
    'TT\tMã số TTHC\tTên thủ tục hành chính\tThời hạn giải quyết\tCơ quan thực hiện',
    'I\tLĩnh vực Hộ tịch\t\t\t',
    '1\t2000635\tCấp bản sao trích lục hộ tịch\t05 ngày làm việc\tUBND xã',
    '2\t1.00119\tĐăng ký khai sinh\t1\tUBND xã',
    '3\t\tĐăng ký khai tử\t1\tUBND xã',
    'Tổng cộng\t\t3 thủ tục\t\t',
  ].join('\r\n')

  test('is known by its headings below the title; codes are mended, limits read, a row without a code stays', () => {
    expect(pastedRows(text, procedures)).toEqual([
      { code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch', limitDays: 5 },
      { code: '1.001190', name: 'Đăng ký khai sinh', limitDays: 1 },
      { name: 'Đăng ký khai tử', limitDays: 1 },
    ])
  })
  test('columns that no field is for are asked about, and go where a person says', () => {
    const table = pastedTable(text, procedures)
    const [unknown, ...others] = unknownColumns(table)
    expect(others).toEqual([])
    expect(unknown).toMatchObject({ heading: 'Cơ quan thực hiện', sample: 'UBND xã' })
    if (unknown) unknown.field = procedures.find(({ key }) => key === 'field')
    expect(rowsOf(table).at(-1)).toEqual({ name: 'Đăng ký khai tử', limitDays: 1, field: 'UBND xã' })
  })
  test('titles of parts and totals are told and not added', () => {
    expect(pastedTable(text, procedures).leftOut).toEqual([
      'DANH MỤC THỦ TỤC HÀNH CHÍNH',
      'I · Lĩnh vực Hộ tịch',
      'Tổng cộng · 3 thủ tục',
    ])
  })
  test('more columns than fields, without headings, are asked about', () => {
    const cells = ['1.001193', 'A', 'B', '1', '', '', '', '', 'thừa'].join('\t')
    expect(unknownColumns(pastedTable(cells, procedures))).toMatchObject([{ heading: '', sample: 'thừa' }])
  })
})

describe('what a field says', () => {
  const field = (kind: PlannedField['kind'], more: Partial<PlannedField> = {}): PlannedField => ({
    key: 'x',
    label: 'x',
    heading: 'x',
    hint: '',
    kind,
    required: false,
    codes: false,
    nullable: false,
    commas: false,
    ...more,
  })
  test.each([
    ['date', '28/2/2026', '2026-02-28'],
    ['date', '30/02/2026', '2026-02-30'],
    ['date', 'hôm qua', 'hôm qua'],
    ['date', 'ngày 05 tháng 3 năm 2014', '2014-03-05'],
    ['amount', '12.000.000', 12_000_000],
    ['amount', '2,5', 2.5],
    ['amount', '2.5', 2.5],
    ['amount', '12 000 000 đồng', 12_000_000],
    ['count', 'vài', 'vài'],
    ['boolean', 'Không', false],
    ['boolean', '✓', true],
    ['yesOrList', 'Có', true],
    ['yesOrList', 'Văn thư; Kế toán', ['Văn thư', 'Kế toán']],
    ['list', ' a \n\n b ', ['a', 'b']],
    ['text', '   ', undefined],
  ] as const)('%s: %j', (kind, text, value) => {
    expect(valueFrom(field(kind), text)).toEqual(value)
  })
  test('there is no such thing', () => {
    const website = field('text', { nullable: true })
    expect(valueFrom(website, 'Không có')).toBeNull()
    expect(textOf(website, null, WORDS)).toBe('Không có')
  })
})

describe('the form of a manifest', () => {
  test('has English for every section and field', () => {
    const words = sections.flatMap(function names(one): string[] {
      return [one.title, ...one.fields.map(({ heading }) => heading), ...one.parts.flatMap(names)]
    })
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word) => ENGLISH[word] === undefined)).toEqual([])
    expect(Object.keys(ENGLISH).filter((word) => !words.includes(word))).toEqual([])
  })
  test('says in both languages what every section is for, and names every choice', () => {
    const sheets = sections.flatMap(function names(one): string[] {
      return [one.title, ...one.parts.flatMap(names)]
    })
    expect(Object.keys(NOTES).toSorted()).toEqual(sheets.toSorted())
    const shown = formPlan({ ...asked, lang: 'en' }).flatMap(function labels(one): string[] {
      const fields = one.fields.flatMap(({ choices = [], words = {} }) => [
        ...choices.map(({ label }) => label),
        ...Object.keys(words),
      ])
      return [...fields, ...one.parts.flatMap(labels)]
    })

    expect(new Set(shown)).toEqual(new Set(Object.values(ENGLISH_CHOICES)))
  })
  test('tells which points rest on a section: those that miss evidence without it', () => {
    const rules = (title: string) => sections.find((one) => one.title === title)?.rules.map(({ id }) => id)
    expect(rules('Đánh giá nội bộ')).toContain('internal-audit-yearly')
    expect(rules('Kinh phí')).toEqual(['maintenance-cost-within-cap'])
    expect(rules('Danh mục TTHC')).toEqual(['procedure-catalogue-grounded'])
    expect(rules('TTHC')).toContain('procedures-all-covered')
    const told = new Set(sections.flatMap((one) => one.rules.map(({ id }) => id)))
    const silent = RULES.source.rules.filter(({ id }) => !told.has(id)).map(({ group }) => group)
    // Only what is judged by the files and by all that is said rests on no section.
    expect(new Set(silent)).toEqual(new Set(['integrity']))
  })
})
