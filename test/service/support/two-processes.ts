import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { developmentIssuer } from '../../../src/cli/serve/sign-in.ts'
import { folderSigner } from '../../../src/cli/verdict-keys.ts'
import { allAgencies } from '../../../src/service/entries.ts'
import { S3Store } from '../../../src/service/store-s3.ts'
import { type BuiltCommandLine, buildCommandLine } from '../../cli/command-line.ts'
import type { Ceph } from '../../support/ceph/ceph.ts'
import { collected } from '../../support/collected.ts'
import { smallBundle } from './bundles.ts'
import { client, writtenIn } from './client.ts'
import { sendForm } from './send-form.ts'
import { type ServeProcess, serveProcess } from './serve-process.ts'

/** A quarter of what a province of 200 agencies sends; `QMS_VERDICT_BUNDLES=200` for all of it. */
const BUNDLES = Number(process.env.QMS_VERDICT_BUNDLES ?? 50)
const KILLED_AFTER = BUNDLES / 4
const AT_ONCE = 2
/** Judging gives way to all else on the machine, so this may take long. */
const SECONDS = 400

/** Two `serve` processes on one store judge many bundles, and one of them is killed midway. */
export function twoProcesses(ceph: () => Ceph): void {
  let commandLine: BuiltCommandLine
  let data: string
  beforeAll(async () => {
    commandLine = await buildCommandLine()
    data = await mkdtemp(join(tmpdir(), 'qms-verdict-two-'))
    await ceph().makeBucket('bundles')
    await ceph().makeBucket('verdicts')
    await folderSigner(join(data, 'keys'))
  })
  afterAll(async () => {
    await rm(data, { recursive: true })
  })

  /** One process on the shared store; the folder holds no more than the development key. */
  function begin(): Promise<ServeProcess> {
    const { endpoint, region, credentials } = ceph().settings
    const args = ['--data', data, '--at-once', String(AT_ONCE), '--scan-seconds', '1', '--lease-seconds', '5']
    return serveProcess(commandLine.program, args, {
      S3_ENDPOINT: endpoint,
      AWS_REGION: region ?? '',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      BUNDLE_BUCKET: 'bundles',
      VERDICT_BUCKET: 'verdicts',
      VERDICT_KEY: join(data, 'keys', 'verdict-key.pem'),
    })
  }

  async function upload(service: ServeProcess, code: string): Promise<void> {
    const token = await (await developmentIssuer(data)).token({ kind: 'agency', code }, new Date(), 3600)
    const { upload: form } = await client(service.url, token).ask(code)
    expect(await sendForm({ form, file: await smallBundle(code) })).toMatchObject({ status: 204 })
  }

  test(
    `judge ${BUNDLES} bundles, one is killed midway: all are judged, none twice`,
    async () => {
      const [killed, lives] = [await begin(), await begin()]
      for (const service of [killed, lives]) onTestFinished(service.kill)
      const codes = Array.from({ length: BUNDLES }, (_, number) => `H61.${number}`)
      const uploads = (async () => {
        for (const code of codes) await upload(lives, code)
      })()
      await expect
        .poll(() => writtenIn(killed.log).length, { timeout: 180_000, interval: 20 })
        .toBeGreaterThan(KILLED_AFTER)
      await killed.kill()
      await uploads

      const verdicts = new S3Store('verdicts', ceph().connect)
      const judged = async () => (await collected(allAgencies(verdicts))).map(({ uploads: entries }) => entries.length)
      await expect.poll(async () => (await judged()).length, { timeout: SECONDS * 1000, interval: 1000 }).toBe(BUNDLES)
      expect(await judged()).toEqual(codes.map(() => 1))
      const written = [...writtenIn(killed.log), ...writtenIn(lives.log)]
      expect(new Set(written).size).toBe(written.length)
      // Of what the killed process had just written, it may not have told.
      expect(written.length).toBeGreaterThanOrEqual(BUNDLES - AT_ONCE)
      const inVain = [...killed.log, ...lives.log].filter(({ stored }) => stored === 'present')
      expect(inVain.length, 'work that was done twice').toBeLessThanOrEqual(AT_ONCE)
      expect(writtenIn(lives.log).length, 'the other process had a share').toBeGreaterThan(0)
      expect(await lives.stop()).toBe(0)
      expect(lives.log.filter(({ event }) => /failed/.test(event))).toEqual([])
    },
    SECONDS * 1000,
  )
}
