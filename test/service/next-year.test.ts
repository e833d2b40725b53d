import { generateKeyPairSync } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { REPORT_ITEMS } from '../../src/dossier/upkeep.ts'
import type { VisitSheet } from '../../src/dossier/visit.ts'
import { keepRegister } from '../../src/service/draw-up.ts'
import { keptRegister } from '../../src/service/prepared-prescreen.ts'
import { requestVersion } from '../../src/service/prescreen-versions.ts'
import { publishedVerdict, readShown } from '../../src/service/published.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import { saveVisit, signVisit } from '../../src/service/visits.ts'
import { makeVersion } from '../../src/service/work-jobs.ts'
import { verdictSigner } from '../../src/verdict/known-keys.ts'
import { member } from '../province/made.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { bundleOf, CODE, endWorlds, makeWorld, upload } from './world.ts'

afterAll(endWorlds)

const signer = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
const world = await makeWorld({ judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE } })

/** The pre-screening of a year, drawn up as the desk does, with the verdict of the agency that it rests on. */
async function drawnUp(year: number, asOf: string) {
  const of = { province: 'H61', year, id: `${year}1120T020000000Z-0000abcd` }
  await keepRegister(of, keptRegister({ members: [member(CODE), member('H61.99')], warnings: [] }), world.verdicts)
  const ruleSet = { id: 'vn', version: '1', sha256: 'a' }
  const asked = { by: 'chi', from: 'desk', asOf, profileId: 'national', registered: 2, ruleSet } as const
  await requestVersion(of, { schemaVersion: 1, id: of.id, on: `${asOf}T02:00:00.000Z`, ...asked }, world.verdicts)
  await makeVersion(of, 1, '0000abcd', {
    service: world.service,
    store: world.verdicts,
    signer,
    workers: inThisProcess(world.tools),
    ruleSet: loaded.source,
    now: () => new Date(`${asOf}T03:00:00.000Z`),
    log: () => undefined,
  })
  const shown = (await readShown(of, world.verdicts, signer)) ?? expect.unreachable()
  const verdict = (await publishedVerdict('H61', shown, CODE, world.verdicts, signer)) ?? expect.unreachable()
  const visit = [...shown.document.plan.onSite, ...shown.document.plan.dossier].find(({ code }) => code === CODE)
  const line = shown.document.agencies.find(({ code }) => code === CODE)
  return { verdict, reasons: visit?.reasons ?? [], line, backed: line?.backed ?? 0 }
}

test("next year's pre-screening and plan start from what an inspector wrote of this year's visit", async () => {
  // Everything stated, no paper handed in: the dossier says it all of itself.
  const zip = await bundleOf()
  await world.service.evaluateUpload(await upload(world, '2026-10-01T02:00:00.000Z', zip))
  const before = await drawnUp(2026, '2026-11-20')
  expect(before.reasons).toContain('declaredOnly')
  const open = before.verdict.findings.filter(
    ({ outcome, assurance }) => outcome === 'pass' && assurance === 'declared',
  )
  const [decided, ...seen] = open.map(({ rule }) => rule)
  if (decided === undefined || seen.length < 5) expect.unreachable()

  const sheet: VisitSheet = {
    head: {},
    items: Object.fromEntries(
      REPORT_ITEMS.map((id) => [
        id,
        id !== '1b'
          ? { verdict: 'met', grounds: ['dossier'] }
          : {
              verdict: 'notMet',
              grounds: ['dossier'],
              found: 'Chưa có bằng chứng',
              points: {
                [decided]: { outcome: 'fail', reason: 'Chưa có bằng chứng' },
                ...Object.fromEntries(seen.map((rule) => [rule, { seen: 'original' as const }])),
              },
            },
      ]),
    ),
  }
  const of = { code: CODE, year: 2026 }
  const on = '2026-11-25T02:00:00.000Z'
  await saveVisit(of, { from: 0, sheet, by: 'An', on }, world.bundles)
  const tools = { store: world.bundles, service: world.service, today: '2026-11-25' }
  const signing = { from: 1, signedOn: '2026-11-24', responsible: 'Lê Văn An', by: 'An', on }
  expect(await signVisit(of, signing, tools)).toHaveProperty('saved')

  await world.service.evaluateUpload(await upload(world, '2027-10-01T02:00:00.000Z', zip))
  const after = await drawnUp(2027, '2027-11-20')
  const finding = (rule: string) => after.verdict.findings.find((one) => one.rule === rule)
  expect(finding(decided)).toMatchObject({ outcome: 'fail', assurance: 'authority' })
  // A paper that was seen stands for the paper that was not handed in; what needs none, or a calculation, stays as it was.
  const backed = seen.filter((rule) => finding(rule)?.outcome === 'pass' && finding(rule)?.assurance === 'authority')
  expect(backed.length).toBeGreaterThan(15)
  expect(after.backed).toBeGreaterThan(before.backed)
  expect(after.reasons).not.toContain('declaredOnly')
  expect(after.line?.visitedOn).toBe('2026-11-24')
  // What the visit found and nobody reported corrected is why the agency is visited again.
  expect(after.reasons).toContain('repeatedFinding')
})
