import { describe, expect, test } from 'vitest'
import { REPORT_ITEMS } from '../../src/dossier/upkeep.ts'
import type { VisitSheet } from '../../src/dossier/visit.ts'
import {
  clauseOfItem,
  correctionDue,
  itemOfRule,
  lacksOf,
  recordAfter,
  recordWithCorrection,
} from '../../src/province/visit-points.ts'
import { findProfile } from '../../src/rules/rule-set.ts'
import { RULES } from './made.ts'

const { rules } = RULES.source
const itemOf = (id: string) => itemOfRule(rules.find((rule) => rule.id === id) ?? expect.unreachable(id))

describe('a rule stands under an item of Điều 36', () => {
  test('that it cites itself', () => {
    const citing = rules.filter(({ basis }) => basis.some(({ clause }) => clause?.endsWith(' Điều 36')))
    expect(citing.length).toBeGreaterThan(15)
    for (const rule of citing) {
      const clauses = rule.basis.map(({ clause }) => clause)
      expect(clauses).toContain(clauseOfItem(itemOfRule(rule)))
    }
  })

  test('else by the articles it rests on; what no other item speaks of is compliance', () => {
    expect(itemOf('declaration-signed-by-head')).toBe('2b')
    expect(itemOf('repealed-procedures-withdrawn')).toBe('2d')
    expect(itemOf('no-independent-certification')).toBe('2c')
    expect(itemOf('nonconformities-closed')).toBe('1dd')
    expect(itemOf('shared-process-similar')).toBe('1a')
    expect(itemOf('staff-trained')).toBe('1b')
    expect(itemOf('risks-addressed')).toBe('1c')
    const used = new Set(rules.map(itemOfRule))
    expect(REPORT_ITEMS.filter((id) => !used.has(id))).toEqual([])
  })
})

const complete = (more: VisitSheet['items'] = {}): VisitSheet => ({
  head: {},
  items: {
    ...Object.fromEntries(REPORT_ITEMS.map((id) => [id, { verdict: 'met' as const, grounds: ['dossier' as const] }])),
    ...more,
  },
})

test('minutes can be signed once each item has a conclusion and its ground, and nothing stands against it', () => {
  expect(lacksOf(complete())).toEqual([])
  expect(lacksOf({ head: {}, items: {} })).toHaveLength(13)
  const lacks = lacksOf(
    complete({
      '1a': { verdict: 'notMet', grounds: ['observation'], found: ' ' },
      '1b': { verdict: 'met' },
      '1e': { verdict: 'notApplicable' },
      '2a': { verdict: 'met', grounds: ['interview'], points: { 'some-rule': { outcome: 'pass', reason: '' } } },
      '2b': { verdict: 'met', grounds: ['dossier'], others: [{ by: 'B', on: '', entry: {} }] },
    }),
  )
  expect(lacks).toEqual([
    { item: '1a', lacks: 'found' },
    { item: '1b', lacks: 'ground' },
    { item: '2a', lacks: 'reason' },
    { item: '2b', lacks: 'others' },
  ])
})

describe('the authority’s record after a visit', () => {
  const visit = (sheet: VisitSheet, year = 2026) => ({
    ...{ agency: 'H61.12', year, sheet, signedOn: `${year}-05-10`, by: 'Lê Văn An' },
  })
  const sheet = complete({
    '1d': {
      verdict: 'notMet',
      grounds: ['observation'],
      found: 'Hai hồ sơ trả chậm',
      points: { 'process-records-kept': { outcome: 'fail', reason: 'Xem hai hồ sơ' } },
    },
    '2c': {
      verdict: 'met',
      grounds: ['dossier'],
      points: { 'declaration-in-force': { seen: 'paper', number: '12/QĐ-STP' } },
    },
  })

  test('tells when it was, what was found, decided and seen; what was there before stays', () => {
    const before = {
      agency: 'H61.12',
      noticeReceivedOn: '2024-04-05',
      earlierFindings: [
        { id: 'KT-2025-2d', raisedOn: '2025-06-01' },
        { id: 'CV-7', raisedOn: '2025-01-01' },
      ],
      decisions: [
        { rule: 'process-records-kept', outcome: 'pass' as const, on: '2025-06-01', by: 'B', reason: 'x' },
        {
          rule: 'shared-process-similar',
          item: 'QT-1',
          outcome: 'pass' as const,
          on: '2025-06-01',
          by: 'B',
          reason: 'x',
        },
      ],
    }
    expect(recordAfter(before, visit(sheet))).toEqual({
      agency: 'H61.12',
      noticeReceivedOn: '2024-04-05',
      onSiteInspection: { recordSignedOn: '2026-05-10', findings: 1 },
      earlierFindings: [
        // The item was looked at again and is met now.
        { id: 'KT-2025-2d', raisedOn: '2025-06-01', correctedOn: '2026-05-10' },
        { id: 'CV-7', raisedOn: '2025-01-01' },
        { id: 'KT-2026-1d', raisedOn: '2026-05-10' },
      ],
      papersSeen: [
        { rule: 'declaration-in-force', how: 'paper', number: '12/QĐ-STP', seenOn: '2026-05-10', by: 'Lê Văn An' },
      ],
      decisions: [
        before.decisions[1],
        { rule: 'process-records-kept', outcome: 'fail', on: '2026-05-10', by: 'Lê Văn An', reason: 'Xem hai hồ sơ' },
      ],
    })
  })

  test('signed once more it comes to the same, and what is no longer found is no longer told', () => {
    const once = recordAfter(undefined, visit(sheet))
    expect(recordAfter(once, visit(sheet))).toEqual(once)
    expect(recordAfter(once, visit(complete())).earlierFindings).toBeUndefined()
  })

  test('a visit that finds nothing says nothing of what an agency tells of earlier years', () => {
    expect(recordAfter(undefined, visit(complete()))).toEqual({
      agency: 'H61.12',
      onSiteInspection: { recordSignedOn: '2026-05-10', findings: 0 },
    })
  })

  test('tells of the report of correction; only what was accepted is corrected', () => {
    const record = recordAfter(undefined, visit(sheet))
    const accepted = recordWithCorrection(record, 2026, { on: '2026-07-01', accepted: true })
    expect(accepted.onSiteInspection).toEqual({
      recordSignedOn: '2026-05-10',
      findings: 1,
      correctiveReportOn: '2026-07-01',
    })
    expect(accepted.earlierFindings).toEqual([{ id: 'KT-2026-1d', raisedOn: '2026-05-10', correctedOn: '2026-07-01' }])
    const refused = recordWithCorrection(accepted, 2026, { on: '2026-07-09', accepted: false, reason: 'Chưa rõ' })
    expect(refused.earlierFindings).toEqual([{ id: 'KT-2026-1d', raisedOn: '2026-05-10' }])
  })
})

test.each([
  ['a working day', '2026-04-10', '2026-06-10'],
  ['a Saturday', '2026-08-31', '2026-11-02'],
  ['2 September', '2026-07-02', '2026-09-03'],
  ['no such day, and then a Saturday', '2025-12-31', '2026-03-02'],
])('the report of correction is due two months after signing: %s', (_, signedOn, due) => {
  const daysOff = { ruleSet: RULES.source, profile: findProfile(RULES, 'national') }
  expect(correctionDue(signedOn, daysOff)).toBe(due)
})
