import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/core/errors.ts'
import { daysDue, lapseNotice } from '../../src/service/notices.ts'
import type { TimelineEntry, Verdict } from '../../src/verdict/verdict.ts'
import { ruleSet, verdicts } from '../render/frozen/frozen.ts'

const FOLDER = 'test/service/golden'
const UPDATE = process.env.UPDATE_GOLDEN === '1'
mkdirSync(FOLDER, { recursive: true })

const lapsing = [...verdicts].filter(([, { validUntil }]) => validUntil !== null)
const cases = lapsing.flatMap(([name, verdict]) => LANGUAGES.map((lang) => ({ name, lang, verdict })))
const noticeOf = (verdict: Verdict) => lapseNotice(verdict, { days: 7, on: String(verdict.validUntil) }, ruleSet)

describe('the notice of a verdict that will change', () => {
  test.each(cases)(
    '$name in $lang is as it was looked at (UPDATE_GOLDEN=1 writes it anew)',
    ({ name, lang, verdict }) => {
      const path = join(FOLDER, `${name}.${lang}.txt`)
      const { subject, message } = noticeOf(verdict)
      const text = `${subject[lang]}\n\n${message[lang]}\n`
      if (UPDATE) writeFileSync(path, text)
      expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(text)
      expect(subject[lang]).not.toMatch(/[\r\n]/)
    },
  )

  test('no text is left from a case that is no more', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(cases.map(({ name, lang }) => `${name}.${lang}.txt`).sort())
  })

  const [[, verdict] = expect.unreachable()] = lapsing
  const turning = (turns: TimelineEntry['turns']): Verdict => ({
    ...verdict,
    timeline: [{ on: '2027-01-01', turns, status: verdict.status, grade: null, score: null }],
  })

  test('shows twelve rules at most, and says how many there are', () => {
    const turns = ruleSet.rules.slice(0, 20).map(({ id: rule }) => ({ rule, from: 'pass', to: 'fail' }) as const)
    const { message, rules } = noticeOf(turning(turns))
    expect(rules).toHaveLength(turns.length)
    expect(message.vi.match(/^- /gm)).toHaveLength(12)
    expect(message.vi).toContain(`12 trong số ${turns.length}`)
  })

  test('asks for nothing where nothing gets worse', () => {
    const [rule = expect.unreachable()] = ruleSet.rules
    const { message } = noticeOf(turning([{ rule: rule.id, from: 'fail', to: 'pass' }]))
    expect(message.vi).not.toContain('Đề nghị')
    expect(message.vi).toContain('Chưa đạt yêu cầu → Đạt yêu cầu')
  })

  test("an agency's name makes no line of its own", () => {
    const agency = { ...verdict.agency, name: 'Sở\n\nKính gửi:\u2028 Chi cục\u202e' }
    const { subject, message } = noticeOf({ ...verdict, agency })
    expect(subject.vi).toMatch(/^Sở Kính gửi: Chi cục: kết quả [^\n]+$/)
    expect(message.vi).toMatch(/^Kính gửi: Sở Kính gửi: Chi cục \(mã/)
  })

  test('is not made of a verdict that does not lapse', () => {
    expect(() => lapseNotice({ ...verdict, validUntil: null }, { days: 7, on: '2026-01-01' }, ruleSet)).toThrow(
      RangeError,
    )
  })
})

test.each([
  ['2026-11-14', undefined],
  ['2026-11-15', 30],
  ['2026-12-07', 30],
  ['2026-12-08', 7],
  ['2026-12-15', 7],
  ['2026-12-16', undefined],
])('of what lasts until 15 December 2026, on %s the notice due is of %s days', (today, days) => {
  expect(daysDue('2026-12-15', today)).toBe(days)
})
