import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { storesOf } from '../../handlers/environment.ts'
import { serviceJudge } from '../../src/cli/service-options.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { createService } from '../../src/service/create-service.ts'
import { keepRegister } from '../../src/service/draw-up.ts'
import { bundleKey, versionKey } from '../../src/service/keys.ts'
import { keptRegister } from '../../src/service/prepared-prescreen.ts'
import { cancelVersion, type OfVersion, readEnd, requestVersion } from '../../src/service/prescreen-versions.ts'
import { readShown } from '../../src/service/published.ts'
import { signingKeyOf, verdictSigner } from '../../src/verdict/known-keys.ts'
import { member } from '../province/made.ts'
import { bundleOf, LITTLE } from '../service/world.ts'
import { builtService } from '../support/built-service.ts'
import { withCeph } from '../support/ceph/with-ceph.ts'
import { collected } from '../support/collected.ts'
import { ownPackages } from '../support/own-packages.ts'
import { startVault } from '../support/vault.ts'
import { templateOf } from './support/package-service.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))
const why = await ownPackages(here)
const SECRET = 'x'.repeat(64)
const vault = await startVault(SECRET)
afterAll(() => vault.close())

/** The interpreter of the states language; it knows no distributed map: what such a one adds (children of their own, tolerated failures) it passes over. */
interface StateMachine {
  run(input: unknown, options: unknown): { result: Promise<unknown> }
}
type Machine = new (definition: unknown, options?: object) => StateMachine

/** Node 22 has it, and the interpreter needs it. */
if (!('withResolvers' in Promise))
  Object.assign(Promise, {
    withResolvers() {
      const made: Record<string, unknown> = {}
      made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }))
      return made
    },
  })

await withCeph('The state machine that draws up a pre-screening', (ceph) => {
  const BUCKETS = { bundleBucket: 'bundles', verdictBucket: 'verdicts' }
  const ON = '2026-11-20T02:00:00.000Z'

  /** Calls the packaged function in a process of its own. */
  async function call(event: unknown): Promise<unknown> {
    const { endpoint, credentials } = ceph().settings
    const env = {
      ...{ AWS_REGION: 'us-east-1', BUNDLE_BUCKET: 'bundles', VERDICT_BUCKET: 'verdicts', ...vault.env },
      ...{ S3_ENDPOINT: endpoint, S3_FORCE_PATH_STYLE: 'true' },
      ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    }
    const dist = await builtService()
    const args = [join(root, 'test/handlers/invoke.mjs'), join(dist, 'handlers/draw-up.mjs')]
    const called = promisify(execFile)(process.execPath, args, { env, cwd: dist })
    called.child.stdin?.end(JSON.stringify(event))
    const answer = (await called).stdout.trimEnd().split('\n').at(-1)
    return answer === undefined || answer === 'undefined' ? null : JSON.parse(answer)
  }

  async function run(of: OfVersion, fail: (step: string, code?: string) => boolean = () => false): Promise<unknown> {
    const { StateMachine } = createRequire(join(here, 'package.json'))('aws-local-stepfunctions') as {
      StateMachine: Machine
    }
    const { DrawUp } = await templateOf('dev')
    // ARNs are known when it is deployed.
    const definition = JSON.parse(
      JSON.stringify(DrawUp?.Properties.Definition).replaceAll(
        /\{"Fn::GetAtt":\[[^\]]*\]\}/g,
        '"arn:aws:lambda:ap-southeast-1:123456789012:function:drawUp"',
      ),
    )
    const step = async (input: { step: string; code?: string }) => {
      if (fail(input.step, input.code)) throw new Error('Lambda.Unknown')
      return call(input)
    }
    const names = ['Plan', 'ScreenOne', 'Finish', 'TellFailure']
    const pauses = Object.fromEntries(names.map((name) => [name, 0]))
    const taskResourceLocalHandlers = Object.fromEntries(names.map((name) => [name, step]))
    const machine = new StateMachine(definition, { validationOptions: { checkArn: false } })
    const input = { key: versionKey(of, of.id) }
    return machine.run(input, { overrides: { taskResourceLocalHandlers, retryIntervalOverrides: pauses } }).result
  }

  test.skipIf(why !== undefined)(
    `judges each agency by itself, and shows the document${why ? ` — skipped: ${why}` : ''}`,
    async () => {
      await ceph().makeBucket('bundles')
      await ceph().makeBucket('verdicts')
      const { bundles, verdicts } = storesOf(BUCKETS, ceph().connect)
      const judge = await serviceJudge({ profile: 'national' })
      const by = { bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 }
      const service = createService(by as never)
      const codes = ['H61.12', 'H61.34', 'H61.56']
      for (const [at, code] of [...codes, 'H01.12'].entries()) {
        const zip = await bundleOf({ ...LITTLE, agency: { code, province: code.slice(0, 3) } })
        const key = bundleKey(code, `20261001T02000000${at}Z-00000000`)
        await bundles.put(key, zip, 'application/zip')
        await service.evaluateUpload({ key, on: ON })
      }
      // Of one agency neither facts nor bundle are there any more.
      const lost = (await collected(bundles.list('bundles/H61.34/')))[0]?.key ?? expect.unreachable()
      await bundles.put(lost, new Uint8Array([1]), 'application/zip')
      for (const { key } of await collected(bundles.list('facts/'))) await bundles.put(key, new Uint8Array([1]), 'x')

      const ask = async (id: string): Promise<OfVersion> => {
        const of = { province: 'H61', year: 2026, id }
        await keepRegister(
          of,
          keptRegister({ members: [...codes, 'H61.99'].map((code) => member(code)), warnings: [] }),
          verdicts,
        )
        const asked = { by: 'chi', from: 'desk', asOf: '2026-11-20', profileId: 'national', registered: 4 } as const
        const ruleSet = { id: 'vn', version: '1', sha256: 'a' }
        await requestVersion(of, { schemaVersion: 1, id, on: ON, ...asked, ruleSet }, verdicts)
        return of
      }
      const of = await ask('20261120T020000000Z-0000abcd')
      await run(of)
      const signer = await verdictSigner(signingKeyOf(SECRET, 'secret'), { keys: [] })
      const { document } = (await readShown(of, verdicts, signer)) ?? expect.unreachable()
      expect(document.agencies.map(({ code, status }) => [code, status === null])).toEqual([
        ['H61.12', false],
        ['H61.34', true],
        ['H61.56', false],
        ['H61.99', true],
      ])
      expect(document.agencies.flatMap(({ code, notJudged }) => (notJudged ? [code] : []))).toEqual(['H61.34'])
      expect(await readEnd(of, verdicts)).toMatchObject({ kind: 'finished', results: { none: 1, notJudged: 1 } })

      const cancelled = await ask('20261121T020000000Z-0000abcd')
      await cancelVersion(cancelled, { on: ON, by: 'chi' }, verdicts)
      await run(cancelled)
      expect(await readEnd(cancelled, verdicts)).toMatchObject({ kind: 'cancelled' })

      // A function that ends again and again gives the version up, and says so; what is shown stays.
      const given = await ask('20261122T020000000Z-0000abcd')
      let tried = 0
      await expect(run(given, (step) => step === 'finish' && ++tried > 0)).rejects.toThrow()
      expect(tried).toBe(5)
      expect(await readEnd(given, verdicts)).toMatchObject({ kind: 'failed' })
      expect((await readShown(of, verdicts, signer))?.id).toBe(of.id)
    },
  )
})
