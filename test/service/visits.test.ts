import { expect, test } from 'vitest'
import { REPORT_ITEMS } from '../../src/dossier/upkeep.ts'
import type { VisitSheet } from '../../src/dossier/visit.ts'
import { lastVisit, reopenVisit, saveVisit, signedVisits, signVisit } from '../../src/service/visits.ts'
import { memoryStore } from './support/faulty-memory.ts'

const OF = { code: 'H61.12', year: 2026 }
const SHEET: VisitSheet = {
  head: { team: [{ name: 'Lê Văn An', role: 'head' }] },
  items: Object.fromEntries(REPORT_ITEMS.map((id) => [id, { verdict: 'met', grounds: ['dossier'] }])),
}
/** Of an agency that never sent anything. */
const service = { latestVerdict: async () => undefined, acceptedManifest: async () => undefined }
const on = '2026-11-20T02:00:00.000Z'
const signing = { from: 1, signedOn: '2026-11-19', on }

async function saved() {
  const store = memoryStore()
  await saveVisit(OF, { from: 0, sheet: SHEET, by: 'An', on }, store)
  const sign = (by: string) =>
    signVisit(OF, { ...signing, by, responsible: by }, { store, service, today: '2026-11-20' })
  const done = async () => [...(await signedVisits({ province: 'H61', year: OF.year }, store))]
  return { store, sign, done }
}

test('of two who sign at once one is told, and the visit counts as done', async () => {
  const { store, sign, done } = await saved()
  const results = await Promise.all([sign('An'), sign('Bình')])
  expect(results.map((result) => Object.keys(result)[0]).sort()).toEqual(['conflict', 'saved'])
  expect((await lastVisit(OF, store))?.signed).toBeDefined()
  expect(await done()).toEqual([OF.code])
})

test('where somebody wrote on the sheet meanwhile it is not signed, and the visit is not done', async () => {
  const { store, sign, done } = await saved()
  const [signed] = await Promise.all([
    sign('An'),
    saveVisit(OF, { from: 1, sheet: { ...SHEET, head: {} }, by: 'Bình', on }, store),
  ])
  expect(Object.keys(signed)).toEqual(['conflict'])
  expect(await done()).toEqual([])
})

test('opened again, a visit is no more done', async () => {
  const { store, sign, done } = await saved()
  await sign('An')
  expect(await done()).toEqual([OF.code])
  await reopenVisit(OF, { from: 2, by: 'An', on }, store)
  expect(await done()).toEqual([])
})
