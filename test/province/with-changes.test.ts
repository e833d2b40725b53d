import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { withPlanChanges } from '../../src/province/inspection-plan.ts'
import type { PlanChange } from '../../src/province/submissions.ts'
import { readPlanChanges, standingChanges, writePlanChange } from '../../src/service/plan-changes.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { bundle, cohort, member } from './made.ts'

const members = ['H61.1', 'H61.2', 'H61.3', 'H61.4', 'H61.5', 'H61.6'].map((code) => member(code))
const document = prescreenOf(
  cohort(
    members,
    members.map((one) => bundle(one)),
  ),
)
const visited = document.plan.onSite.map(({ code }) => code)
const [first = ''] = visited
const other = document.plan.dossier[0]?.code ?? ''
const change = (kind: 'add' | 'drop', agency: string): PlanChange => ({ change: kind, agency, reason: 'phản ánh' })
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code)

test('added: visited, with a person among the reasons, and counted', () => {
  const plan = withPlanChanges(document, [{ ...change('add', other), month: '2026-09' } as PlanChange])
  expect(codes(plan.onSite)).toEqual([...visited, other])
  expect(codes(plan.dossier)).not.toContain(other)
  expect(plan.onSite.at(-1)).toMatchObject({ month: '2026-09', reasons: expect.arrayContaining(['person']) })
  expect(plan.quota.picked).toBe(document.plan.quota.picked + 1)
})

test('dropped: checked by dossier, and the third says that one is wanting', () => {
  const plan = withPlanChanges(document, [change('drop', first)])
  expect(codes(plan.onSite)).toEqual(visited.slice(1))
  expect(codes(plan.dossier)).toContain(first)
  expect(plan.quota.picked).toBe(document.plan.quota.picked - 1)
})

test('moved: another month, in the same place', () => {
  const plan = withPlanChanges(document, [{ change: 'move', agency: first, reason: 'lũ', month: '2026-11' }])
  expect(codes(plan.onSite)).toEqual(visited)
  expect(plan.onSite[0]).toMatchObject({ code: first, month: '2026-11' })
})

test('the plan drawn up anew with the same changes visits whom a person added and not whom they dropped', () => {
  const changes = [change('add', other), change('drop', first)]
  const anew = prescreenOf(
    cohort(
      members,
      members.map((one) => bundle(one)),
      { changes },
    ),
  )
  expect(codes(anew.plan.onSite)).toContain(other)
  expect(codes(anew.plan.onSite)).not.toContain(first)
})

test('what is written is kept in order, the last of an agency stands, and it may be taken back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-changes-'))
  try {
    const store = new FolderStore(folder)
    const desk = { province: 'H61', year: 2026 }
    const write = (second: number, written: Parameters<typeof writePlanChange>[1]['change']) =>
      writePlanChange(desk, { on: `2026-05-04T02:00:0${second}.000Z`, change: written }, `0000000${second}`, store)
    await write(2, change('drop', first))
    await write(1, change('add', first))
    await write(3, change('add', other))
    await write(4, { change: 'undo', agency: other, reason: 'nhầm', by: 'Lê Văn An' })
    const written = await readPlanChanges('H61', 2026, store)
    expect(written.map(({ change: one }) => [one.agency, one.change])).toEqual([
      [first, 'add'],
      [first, 'drop'],
      [other, 'add'],
      [other, 'undo'],
    ])
    expect(standingChanges(written)).toEqual([change('drop', first)])
    expect(await readPlanChanges('H61', 2025, store)).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
