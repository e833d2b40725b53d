import { describe, expect, it } from 'vitest'
import type { Speech } from '../../../src/render/rules/condition-words.ts'
import { conditionLine, dayWords } from '../../../src/render/rules/conditions.ts'
import { versionLines } from '../../../src/render/rules/history.ts'
import { rulePages } from '../../../src/render/rules/pages.ts'
import { bullets } from '../../../src/render/rules/words.ts'
import { type Condition, condition } from '../../../src/rules/condition.ts'
import type { Expression } from '../../../src/rules/expression.ts'
import { vocabulary } from '../../../src/rules/facts/vocabulary.ts'
import { loaded, tests } from '../../support/loaded.ts'

const { blocks } = loaded.source
const params = { months: 12, yearCounting: 'calendar' }
const speech = (lang: 'vi' | 'en', list?: string): Speech => ({ lang, blocks, params, list })
const read = (tree: Condition, lang: 'vi' | 'en' = 'vi', list?: string) =>
  bullets([conditionLine(condition.parse(tree), speech(lang, list))]).join('\n')

describe('a comparison in words', () => {
  it.each<[Condition, string, string]>([
    [
      { fact: 'latestAudit.end', operator: 'present', value: true },
      '- có ngày kết thúc cuộc đánh giá nội bộ gần nhất',
      '- there is: end of the latest internal audit',
    ],
    [
      { fact: 'latestAudit.end', operator: 'present', value: false },
      '- không có ngày kết thúc cuộc đánh giá nội bộ gần nhất',
      '- there is no: end of the latest internal audit',
    ],
    [
      { fact: 'declaration.isFirst', operator: 'equal', value: true },
      '- công bố lần đầu: có',
      '- first declaration: yes',
    ],
    [
      { fact: 'declaration.isFirst', operator: 'notEqual', value: true },
      '- công bố lần đầu: không',
      '- first declaration: no',
    ],
    [
      { fact: 'agency.block', operator: 'in', value: ['vertical'] },
      '- khối cơ quan là một trong: Cơ quan được tổ chức theo hệ thống ngành dọc',
      '- block of the agency is one of: Vertically organised agency',
    ],
    [
      { fact: 'asOf', operator: 'onOrBefore', value: { fact: 'latestAudit.end', plusMonths: { param: 'months' } } },
      '- ngày đánh giá không muộn hơn ngày kết thúc cuộc đánh giá nội bộ gần nhất cộng 12 tháng (`months`)',
      '- the day of judgement is no later than 12 months (`months`) after end of the latest internal audit',
    ],
    [
      { fact: 'param.yearCounting', operator: 'equal', value: 'calendar' },
      '- cách tính "một năm một lần" (`yearCounting`) là theo năm dương lịch',
      '- how "once a year" is counted (`yearCounting`) is by calendar year',
    ],
    [
      { fact: 'budget.maintenance', operator: 'lessThanInclusive', value: 15_000_000 },
      '- chi duy trì, cải tiến thường xuyên trong năm không lớn hơn 15.000.000',
      '- regular maintenance cost of the year is at most 15,000,000',
    ],
    [
      { fact: 'records.ofPastYear', operator: 'greaterThanInclusive', value: { param: 'months' } },
      '- số hồ sơ của các quy trình đã kê khai, tiếp nhận trong 12 tháng trước ngày đánh giá ít nhất bằng 12 (`months`)',
      '- records of listed processes received in the past twelve months is at least 12 (`months`)',
    ],
  ])('%j', (tree, vi, en) => {
    expect([read(tree), read(tree, 'en')]).toEqual([vi, en])
  })

  it('about an item takes the words of its list', () => {
    const tree = { fact: 'item.covered', operator: 'equal', value: false }
    expect(read(tree, 'vi', 'proceduresInForce')).toBe('- đã có quy trình: không')
    expect(read({ ...tree, fact: 'item.inForce' }, 'vi', 'documentTypes')).toBe('- tài liệu đang có hiệu lực: không')
  })
})

describe('a tree in words', () => {
  const leaf = (fact: string): Condition => ({ fact, operator: 'present', value: true })

  it('keeps its shape', () => {
    const tree = { any: [leaf('budget'), { not: { all: [leaf('training'), leaf('complaints')] } }] }
    expect(read(tree, 'en')).toBe(
      [
        '- at least one of these',
        '  - there is: maintenance budget',
        '  - not',
        '    - all of these',
        '      - there is: training',
        '      - there is: complaints',
      ].join('\n'),
    )
  })

  it('denies one comparison in its own line', () => {
    expect(read({ not: leaf('budget') }, 'en')).toBe('- not: there is: maintenance budget')
  })

  it('shows a parameter in a message with its value', () => {
    const named = { ...leaf('budget'), name: 'late' } as Condition
    const messages = { late: { vi: 'Quá {param.months} tháng.', en: 'Over {param.months} months.' } }
    expect(conditionLine(named, speech('vi'), messages).text).toMatch(/“Quá \[12 \(`months`\)\] tháng\.”$/)
  })

  it('does not say "all" of one', () => {
    expect(read({ all: [leaf('budget')] }, 'en')).toBe('- there is: maintenance budget')
  })

  it('tells what is said of a named part, with names for what is filled in', () => {
    const named = { ...leaf('budget'), name: 'stated' } as Condition
    const messages = { stated: { vi: 'x', en: 'Cost {budget.maintenance} on {asOf}, {items.total}.' } }
    expect(conditionLine(named, speech('en'), messages).text).toBe(
      'there is: maintenance budget — if not: “Cost [regular maintenance cost of the year] on [the day of judgement], […].”',
    )
  })
})

describe('a day in words', () => {
  const end: Expression = { fact: 'latestAudit.end' }
  it.each<[Expression, string, string]>([
    [{ date: '2014-05-18' }, 'ngày 18/5/2014', '18 May 2014'],
    [
      { endOfYear: { fact: 'asOf' } },
      'ngày 31/12 của năm có ngày đánh giá',
      '31 December of the year of the day of judgement',
    ],
    [
      { monthDay: '10-01', year: 'assessmentYear', plusYears: -1 },
      'ngày 01/10 của năm trước năm đánh giá',
      '1 October of the year before assessment year',
    ],
    [{ monthDay: '03-31', year: 'assessmentYear' }, 'ngày 31/3 của năm đánh giá', '31 March of assessment year'],
    [
      { latestOf: [{ date: '2014-05-18' }, end] },
      'ngày muộn nhất trong [ngày 18/5/2014; ngày kết thúc cuộc đánh giá nội bộ gần nhất]',
      'the latest of [18 May 2014; end of the latest internal audit]',
    ],
    [
      { day: { fact: 'latestAudit.end', plusMonths: 3, workingDay: true }, plusMonths: -1 },
      'ngày kết thúc cuộc đánh giá nội bộ gần nhất cộng 3 tháng (trúng ngày nghỉ thì đến ngày làm việc tiếp theo) trừ 1 tháng',
      '1 months before 3 months after end of the latest internal audit (a day off moves it to the next working day)',
    ],
  ])('%j', (day, vi, en) => {
    expect([dayWords(day, speech('vi')), dayWords(day, speech('en'))]).toEqual([vi, en])
  })
})

describe('every shipped rule', () => {
  const every = loaded.source.rules.flatMap((rule) =>
    rule.versions.flatMap((version) =>
      (['vi', 'en'] as const).map((lang) => ({
        rule: rule.id,
        lang,
        text: bullets(versionLines(version, { lang, blocks, params: version.params ?? {} }, rule.messages)).join('\n'),
      })),
    ),
  )

  it('is said without the name of any fact', () => {
    const names = Object.keys(vocabulary.facts).filter((name) => name.includes('.'))
    for (const { rule, lang, text } of every)
      expect(
        [rule, lang, ...names.filter((name) => text.includes(name)), ...(/item\.|param\./.exec(text) ?? [])],
        text,
      ).toEqual([rule, lang])
  })

  it('is said otherwise in each language', () => {
    const english = /\b(is|are|there|none|when|through|item|Evidence)\b/
    for (const { rule, text } of every.filter(({ lang }) => lang === 'vi'))
      expect(english.exec(text)?.[0], rule).toBeUndefined()
    // Words looked for in papers stand in quotes, as papers write them.
    const unquoted = (text: string) => text.replace(/“[^”]*”/g, '')
    for (const { rule, text } of every.filter(({ lang }) => lang === 'en'))
      expect(
        /[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.exec(
          unquoted(text).replace(/Chỉ đạo|đồng|\(đ\)/g, ''),
        )?.[0],
        `${rule}\n${text}`,
      ).toBeUndefined()
  })
})

describe('the pages', () => {
  it('are the same however often they are made', () => {
    expect([...rulePages(loaded.source, tests)]).toEqual([...rulePages(loaded.source, tests)])
  })

  it('tell how a profile departs from a rule, why and by which decision', () => {
    const page = rulePages(loaded.source, tests).get('declaration.vi.md') ?? ''
    expect(page).toMatch(
      /- Bộ thông số `hcmc-2021` \(đến trước ngày 01\/7\/2025\): .*`requireInternalProcesses`\) = có\. Lý do: .*1416\/KH-UBND/,
    )
  })

  it('tell in the index what a profile accepts and obliges, and when editions are accepted', () => {
    const pages = rulePages(loaded.source, tests)
    expect(pages.get('index.vi.md')).toContain('  - Chấp nhận phiên bản: 9001:2008 (đến trước ngày 01/01/2022). ')
    expect(pages.get('index.en.md')).toContain('  - Obliges: Commune-level people')
    expect(pages.get('index.en.md')).toContain('- TCVN ISO 9001:2015: accepted from 31 December 2015\n')
  })
})
