import { expect, it } from 'vitest'
import * as z from 'zod'
import { toDay } from '../../src/core/days.ts'
import { bare, kindOf } from '../../src/core/schemas.ts'
import { manifest } from '../../src/dossier/manifest.ts'
import { ACT_DATES, actDates } from '../../src/rules/facts/consistency.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'

/** Dates that say no act was done: they may lie ahead, or are another's. */
const NO_ACTS = [
  '/agency/heads/*/from',
  '/agency/heads/*/to',
  '/agency/establishedOn',
  '/agency/formerNames/*/until',
  '/catalogue/asOf',
  '/catalogue/procedures/*/announcedOn',
  '/catalogue/procedures/*/effectiveFrom',
  '/catalogue/procedures/*/effectiveTo',
  '/processes/*/since',
  '/processes/*/effectiveOn',
  '/processes/*/withdrawnOn',
  '/documents/*/effectiveOn',
  '/documents/*/withdrawnOn',
  '/legalChanges/*/effectiveOn',
  '/objectives/*/dueOn',
  '/internalAudits/*/nonconformities/*/dueOn',
  '/declarations/*/withdrawnOn',
  '/scopeEvents/*/on',
  '/records/*/dueOn',
  '/statusReport/requestedBy',
  '/certificates/*/validTo',
  '/consultants/*/validFrom',
  '/consultants/*/validTo',
  '/consultants/*/from',
  '/consultants/*/to',
]

function datePaths(schema: z.core.$ZodType, at = ''): string[] {
  if (kindOf(schema) === 'date') return [at]
  const inner = bare(schema)
  if (inner instanceof z.ZodArray) return datePaths(inner.element, `${at}/*`)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => datePaths(option, at))
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape).flatMap(([key, member]) => datePaths(member as z.core.$ZodType, `${at}/${key}`))
}

it('every date of the manifest is either the date of an act or known to be none', () => {
  expect(datePaths(manifest).sort()).toEqual([...ACT_DATES, ...NO_ACTS].sort())
})

it('finds dates in lists within lists, with their place', () => {
  const dossier = testDossier({
    format: 'qms-bundle/1',
    agency: { code: 'H61.12', name: 'Sở Tư pháp', block: 'department', province: 'H61', heads: [] },
    assessmentYear: 2026,
    internalAudits: [
      { from: '2025-08-11' },
      { from: '2026-08-10', nonconformities: [{ id: 'NC', raisedOn: '2026-08-12', dueOn: '2026-09-30' }] },
    ],
  })
  expect(actDates(dossier.manifest)).toEqual([
    { on: toDay('2025-08-11'), pointer: '/internalAudits/0/from' },
    { on: toDay('2026-08-10'), pointer: '/internalAudits/1/from' },
    { on: toDay('2026-08-12'), pointer: '/internalAudits/1/nonconformities/0/raisedOn' },
  ])
})
