import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { toDay } from '../../src/core/days.ts'
import { bare, kindOf } from '../../src/core/schemas.ts'
import { manifest } from '../../src/dossier/manifest.ts'
import { ACT_DATES, actDates } from '../../src/rules/facts/consistency.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

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

it('files without a byte are no copies of each other, files with the same bytes are', async () => {
  const dossier = testDossier(JSON.parse(readFileSync('fixtures/base/department.json', 'utf8')))
  const [one = '', two = ''] = dossier.files.keys()
  const judged = async (state: 'ok' | 'empty', sameAs: string) => {
    const files = new Map(dossier.files)
    for (const path of [one, two]) files.set(path, { ...(files.get(path) ?? expect.unreachable()), state })
    files.set(two, { ...(files.get(two) ?? expect.unreachable()), sha256: files.get(sameAs)?.sha256 ?? '' })
    const by = { ruleSet: loaded, profileId: 'national', engine: ENGINE, asOf: '2026-11-01' }
    const { verdict } = await judge({ dossier: { ...dossier, files }, ...by })
    return verdict.findings.find(({ rule }) => rule === 'documents-consistent')?.items
  }
  // Each content is one thing to compare.
  expect((await judged('ok', one))?.total).toBe(((await judged('ok', two))?.total ?? 0) - 1)
  expect(await judged('empty', one)).toEqual(await judged('empty', two))
})
