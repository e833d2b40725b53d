import { generateKeyPairSync } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createService } from '../../src/service/create-service.ts'
import { keepRegister } from '../../src/service/draw-up.ts'
import { keptRegister } from '../../src/service/prepared-prescreen.ts'
import { type OfVersion, requestVersion } from '../../src/service/prescreen-versions.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import type { WorkTools } from '../../src/service/work.ts'
import { beginWork, endOrFinish, plannedAgencies } from '../../src/service/work-jobs.ts'
import { verdictSigner } from '../../src/verdict/known-keys.ts'
import { member } from '../province/made.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { CountedStore } from './support/counted.ts'
import { bundleOf, endWorlds, makeWorld, upload } from './world.ts'

afterAll(endWorlds)

// The model by which drawing up a province takes its time in AWS, written down in docs/runbook.md: operations are counted,
// what each takes is set high. S3: 60 ms a read, 100 ms a write, 200 ms a listing. An item of the distributed map: 300 ms to be
// started beside its function, 2 s for what a new instance takes, 1 s to be judged from stored facts.
const MS = { read: 60, write: 100, listing: 200, item: 300, cold: 2_000, judged: 1_000 }
const AT_ONCE = 40
const AGENCIES = 500
/** Records that the last step reads at once. */
const READ_AT_ONCE = 8

const signer = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })

/** What each step asks of both stores, for a province of so many agencies that sent something. */
async function counted(agencies: number) {
  const { tools } = await makeWorld({ judge: { ruleSet: loaded, profileId: 'national', engine: ENGINE } })
  const [bundles, verdicts] = [new CountedStore(), new CountedStore()]
  const parts = { ...tools, bundles, verdicts }
  const service = createService(parts)
  const codes = Array.from({ length: agencies }, (_, at) => `H61.${100 + at}`)
  for (const code of codes) {
    const zip = await bundleOf({ agency: { code } })
    await service.evaluateUpload(await upload({ bundles }, '2026-10-01T02:00:00.000Z', zip, { code }))
  }
  const of: OfVersion = { province: 'H61', year: 2026, id: '20261120T020000000Z-0000abcd' }
  await keepRegister(of, keptRegister({ members: codes.map((code) => member(code)), warnings: [] }), verdicts)
  const ruleSet = { id: 'vn', version: '1', sha256: 'a' }
  const asked = { by: 'chi', from: 'desk', asOf: '2026-11-20', profileId: 'national', registered: agencies } as const
  const request = { schemaVersion: 1, id: of.id, on: '2026-11-20T02:00:00.000Z', ...asked, ruleSet } as const
  await requestVersion(of, request, verdicts)
  const by: WorkTools = {
    ...{ service, store: verdicts, signer, workers: inThisProcess(parts), ruleSet: loaded.source },
    now: () => new Date('2026-11-20T03:00:00.000Z'),
    log: () => undefined,
  }
  const during = async (act: () => Promise<unknown>) => {
    let own = { reads: 0, writes: 0, listings: 0 }
    const other = await bundles.during(async () => {
      own = await verdicts.during(act)
    })
    const { reads, writes, listings } = other
    return { reads: own.reads + reads, writes: own.writes + writes, listings: own.listings + listings }
  }
  const plan = await during(() => plannedAgencies(of, by))
  const one = await during(async () => (await beginWork(of, by))(codes[0] ?? '', by))
  for (const code of codes.slice(1)) await (await beginWork(of, by))(code, by)
  const finish = await during(() => endOrFinish(of, '0000abcd', by))
  return { plan, one, finish }
}

test('a province of 500 agencies is drawn up in under a minute in AWS, by the model', async () => {
  const [few, many] = [await counted(2), await counted(6)]
  // Each agency is judged by the same few operations, whoever else there is.
  expect(many.one).toEqual(few.one)
  const each = (step: 'plan' | 'finish') => (many[step].reads - few[step].reads) / 4
  const seconds = {
    plan: (few.plan.listings * MS.listing + few.plan.reads * MS.read + few.plan.writes * MS.write) / 1000,
    agency:
      (MS.item + MS.judged + few.one.reads * MS.read + few.one.writes * MS.write + few.one.listings * MS.listing) /
      1000,
    finish:
      (((each('finish') * AGENCIES) / READ_AT_ONCE) * MS.read +
        few.finish.reads * MS.read +
        few.finish.writes * MS.write +
        few.finish.listings * MS.listing) /
      1000,
  }
  expect(each('plan')).toBe(0)
  const whole = (2 * MS.cold) / 1000 + seconds.plan + Math.ceil(AGENCIES / AT_ONCE) * seconds.agency + seconds.finish
  expect(few.one).toEqual({ reads: 4, writes: 2, listings: 2 })
  expect(whole).toBeLessThan(60)
})
