import { expect, test } from 'vitest'
import type { Outcome } from '../../src/rules/answer.ts'
import { changesBetween } from '../../src/service/entry.ts'
import type { Finding } from '../../src/verdict/verdict.ts'
import { verdicts } from '../render/frozen/frozen.ts'

const [[, verdict] = expect.unreachable()] = [...verdicts]
const [finding = expect.unreachable()] = verdict.findings
const withOutcomes = (outcomes: Record<string, Outcome>) => ({
  findings: Object.entries(outcomes).map(([rule, outcome]): Finding => ({ ...finding, rule, outcome })),
})

test('tells each rule whose outcome differs, in the order of the later verdict, then those that are no more', () => {
  const before = withOutcomes({ gone: 'fail', a: 'pass', b: 'pass', c: 'notYetDue' })
  const after = withOutcomes({ c: 'fail', a: 'pass', b: 'missingEvidence', added: 'pass' })
  expect(changesBetween(before, after)).toEqual([
    { rule: 'c', from: 'notYetDue', to: 'fail' },
    { rule: 'b', from: 'pass', to: 'missingEvidence' },
    { rule: 'added', from: null, to: 'pass' },
    { rule: 'gone', from: 'fail', to: null },
  ])
})

test('a verdict has not changed from itself', () => expect(changesBetween(verdict, verdict)).toEqual([]))
