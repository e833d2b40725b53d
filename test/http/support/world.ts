import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderSigner } from '../../../src/cli/verdict-keys.ts'
import { mergePatch } from '../../../src/core/json.ts'
import { createApp } from '../../../src/http/app.ts'
import { TOKEN_DEFAULTS } from '../../../src/http/sign-in/caller.ts'
import { createVerifier } from '../../../src/http/sign-in/verifier.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../../../src/http/tools.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { createAudit } from '../../../src/service/audit.ts'
import { createService } from '../../../src/service/create-service.ts'
import { bundleKey } from '../../../src/service/keys.ts'
import { s3Connector, s3Presigner } from '../../../src/service/s3-connection.ts'
import { FolderStore } from '../../../src/service/store-folder.ts'
import { inThisProcess } from '../../../src/service/tasks.ts'
import { ENGINE, loaded } from '../../support/loaded.ts'
import { makeZip } from '../../support/zip.ts'
import { AUDIENCE, listen, startIssuer, type TokenOptions } from './issuer.ts'

export const NOW = '2026-03-05T02:00:00.000Z'
export const AGENCY = 'H61.12'
const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))

/** The service on loopback over a folder, with an identity provider of its own, at an instant that stands still. */
export async function startWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-web-'))
  const bundles = new FolderStore(join(folder, 'bundles'))
  const verdicts = new FolderStore(join(folder, 'verdicts'))
  const clock = () => new Date(NOW)
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const signer = await folderSigner(join(folder, 'keys'))
  const service = createService({ bundles, verdicts, judge, signer, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  const issuer = await startIssuer(clock)
  const faults: unknown[] = []
  const app = createApp({
    service,
    workers: inThisProcess({ judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 }),
    auth: createVerifier({ ...TOKEN_DEFAULTS, issuer: issuer.url, audience: AUDIENCE, keys: { url: issuer.keysUrl } }),
    presigner: s3Presigner('bundles', s3Connector(LOCAL_S3)),
    documents: verdicts,
    judge,
    signer,
    audit: createAudit({ store: verdicts, now: clock, writer: 'w', onLost: (_, fault) => faults.push(fault) }),
    clock,
    random: () => randomBytes(4).toString('hex'),
    onFault: (fault) => faults.push(fault),
    settings: { maxUploadBytes: DEFAULT_LIMITS.archiveBytes, uploadSeconds: DEFAULT_UPLOAD_SECONDS, uploadsPerDay: 5 },
  })
  const { server, url } = await listen(app.fetch)

  return {
    folder,
    app,
    url,
    issuer,
    service,
    verdicts,
    signer,
    /** Faults of ours since the start, as the operator hears of them. */
    faults,
    fetch: (path: string, init: RequestInit & { token?: string } = {}) => {
      const { token, ...rest } = init
      const headers = new Headers(init.headers)
      if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
      return fetch(`${url}${path}`, { ...rest, headers })
    },
    as: (claims: TokenOptions['claims'], more: Omit<TokenOptions, 'claims'> = {}) => issuer.token({ claims, ...more }),
    /** Lays a bundle of the agency into the store, as a form would, and judges it. */
    async judged(code: string, uploadId: string, files?: Record<string, string>): Promise<void> {
      const key = bundleKey(code, uploadId)
      const manifest = JSON.stringify(mergePatch(base, { agency: { code, province: code.slice(0, 3) } }))
      await bundles.put(key, await makeZip(files ?? { 'manifest.json': manifest }))
      await service.evaluateUpload({ key, on: NOW })
    },
    async stop(): Promise<void> {
      server.close()
      issuer.stop()
      await rm(folder, { recursive: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>

/** Signing a form needs no server. */
const LOCAL_S3 = {
  endpoint: 'http://127.0.0.1:9',
  forcePathStyle: true,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}
