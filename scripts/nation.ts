import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { folderStores, keysFolder } from '../src/cli/serve/place.ts'
import { developmentIssuer } from '../src/cli/serve/sign-in.ts'
import { folderSigner } from '../src/cli/verdict-keys.ts'
import { mapConcurrent } from '../src/core/async.ts'
import { bytesInMemory } from '../src/core/files.ts'
import { digest, sha256 } from '../src/core/json.ts'
import { ownProcessorTime } from '../src/documents/process/usage.ts'
import { DEFAULT_LIMITS } from '../src/intake/container.ts'
import { prescreenOf } from '../src/province/draw-up.ts'
import { createService } from '../src/service/create-service.ts'
import { storeVerdict } from '../src/service/documents.ts'
import { putEntry } from '../src/service/entries.ts'
import { verdictEntryOf } from '../src/service/evaluate-upload.ts'
import { packFacts, storeFacts, unpackFacts } from '../src/service/facts.ts'
import { bundleKey, makeUploadId, recheckEntryKey, uploadEntryKey } from '../src/service/keys.ts'
import { publishPrescreen } from '../src/service/published.ts'
import type { ErasableStore } from '../src/service/store.ts'
import { inThisProcess } from '../src/service/tasks.ts'
import { refreshLatest } from '../src/service/verdicts.ts'
import type { Verdict } from '../src/verdict/verdict.ts'
import { signedIn } from '../test/http/support/signed-in.ts'
import { bundle, cohort, member } from '../test/province/made.ts'
import { smallBundle } from '../test/service/support/bundles.ts'
import { client, writtenIn } from '../test/service/support/client.ts'
import { sendForm } from '../test/service/support/send-form.ts'
import { serveProcess } from '../test/service/support/serve-process.ts'
import { ENGINE, loaded } from '../test/support/loaded.ts'
import { buildSample } from './samples/sample.ts'

const PROGRAM = 'dist/qms-verdict.mjs'
const LAST_YEAR = 2026
const PROVINCE = 'H61'
const ON = `${LAST_YEAR}-11-02`

/** How large a nation is made, and how long it is asked. */
interface Sizes {
  agencies: number
  provinces: number
  years: number
  /** Bundles handed in a minute while pages are asked for, and for how many minutes. */
  uploads: number
  minutes: number
  /** Agencies that are judged again; the cost of all is told by them. */
  rechecks: number
}

const SIZES = { agencies: '15000', provinces: '34', years: '12', uploads: '50', minutes: '3', rechecks: '500' }

/**
 * `npm run nation [-- --agencies N --provinces N --years N --uploads N --minutes N --rechecks N]`: makes a nation in a folder
 * as the service writes it, asks the pages of a province while bundles are judged, and judges agencies again as each year
 * begins; tells times, memory, and what that asks of the store.
 * @returns 0 when every page was answered
 */
export async function main(args: string[]): Promise<number> {
  const options = Object.fromEntries(
    Object.entries(SIZES).map(([name, value]) => [name, { type: 'string' as const, default: value }]),
  )
  const { values } = parseArgs({ args, options })
  const sizes = Object.fromEntries(
    Object.entries(values).map(([name, said]) => [name, Number(said)]),
  ) as unknown as Sizes
  if (!existsSync(PROGRAM) || Object.values(sizes).some((size) => !Number.isInteger(size) || size < 1)) {
    process.stderr.write('npm run build && npm run nation [-- --agencies N --years N …]: whole numbers from 1\n')
    return 2
  }
  const folder = await mkdtemp(join(tmpdir(), 'qms-nation-'))
  try {
    const start = performance.now()
    const codes = await makeNation(folder, sizes)
    tell(`made: ${sizes.agencies} agencies of ${sizes.provinces} provinces, ${sizes.years} years`, seconds(start))
    const failed = await askPages(folder, codes, sizes)
    await judgeAgain(folder, codes, sizes)
    return failed === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
const tell = (what: string, figures: string): void => void process.stdout.write(`${what.padEnd(60)} ${figures}\n`)

/**
 * Writes the nation by the writers of the service. One dossier is judged, the others are its copies, each with facts, a verdict
 * and a page of its own; of the years before there are index entries alone.
 * @returns codes of the agencies of the province that is asked about
 */
async function makeNation(folder: string, { agencies, provinces, years }: Sizes): Promise<string[]> {
  const { verdicts } = folderStores(folder)
  const signer = await folderSigner(keysFolder(folder))
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const workers = inThisProcess({ judge, limits: DEFAULT_LIMITS, stopwatch: ownProcessorTime })
  const { zip } = await buildSample('department-complete')
  const read = await workers.run('read', { code: `${PROVINCE}.12`, asOf: ON }, { source: bytesInMemory(zip) })
  if ('refusal' in read) throw new Error(read.refusal.code)
  const judged = await workers.run('judge', { facts: read.facts, asOf: ON })
  const dossier = await unpackFacts(read.facts.bytes, read.facts.sha256)
  if ('unusable' in judged || dossier === undefined) throw new Error('the sample cannot be judged')
  const page = await workers.run('page', { verdict: judged.verdict, lang: 'vi', notices: [] })
  const tools = { verdicts, signer, workers: { run: async () => page } as unknown as typeof workers }
  const own = new Map<string, Verdict>()

  async function write(at: number): Promise<void> {
    const code = `H${61 - (at % provinces)}.${100 + Math.floor(at / provinces)}`
    const name = `Ủy ban nhân dân xã thứ ${at}`
    const hash = sha256(code)
    const agency = { ...dossier?.manifest.agency, code, name, province: code.slice(0, 3) }
    const copy = {
      ...dossier,
      manifest: { ...dossier?.manifest, agency },
      bundle: { ...dossier?.bundle, sha256: hash },
    }
    const facts = { sha256: hash, bytes: await packFacts(copy as NonNullable<typeof dossier>) }
    await storeFacts(facts, { verdicts })
    const { digest: _, ...rest } = (judged as { verdict: Verdict }).verdict
    const said = { ...rest, agency: { ...rest.agency, code, name }, bundle: { ...rest.bundle, sha256: hash } }
    const { key, verdict } = await storeVerdict({ ...said, digest: digest(said) } as Verdict, [], tools)
    for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
      const on = `${year}-11-02T02:00:00.000Z`
      const uploadId = makeUploadId(on, '00000000')
      const head = { schemaVersion: 1, uploadId, uploadedOn: on, bundleKey: bundleKey(code, uploadId), key } as const
      const entry = verdictEntryOf({ ...head, asOf: on.slice(0, 10) }, verdict, {})
      await putEntry(uploadEntryKey(code, uploadId, { on }), entry, verdicts)
      if (year === LAST_YEAR) continue
      const recheck = { ...entry, asOf: `${year + 1}-01-02`, year: year + 1, since: uploadId, changes: [] }
      await putEntry(recheckEntryKey(code, year + 1), recheck, verdicts)
    }
    await refreshLatest(code, verdicts)
    if (code.startsWith(`${PROVINCE}.`)) own.set(code, verdict)
  }
  await mapConcurrent(
    Array.from({ length: agencies }, (_, at) => at),
    8,
    write,
  )

  const members = [...own].map(([code, { agency }]) => member(code, 'commune', { name: agency.name }))
  const submissions = members.map((one, at) =>
    bundle(one, {
      sha256: sha256(one.code),
      ...(at % 5 === 0 && { status: 'notMet', grade: null, failing: ['procedures-all-covered'] }),
    }),
  )
  for (const year of [LAST_YEAR - 1, LAST_YEAR]) {
    const document = prescreenOf(cohort(members, submissions, { asOf: ON, year }))
    const of = { province: PROVINCE, year, id: '20261101T020000000Z-0000abcd', by: 'qms', registered: members.length }
    await publishPrescreen(of, document, year === LAST_YEAR ? own : new Map(), verdicts, signer)
  }
  return [...own.keys()]
}

/** Asks the pages of the province one after the other while bundles are judged. @returns how many were not answered well */
async function askPages(folder: string, codes: readonly string[], { uploads, minutes }: Sizes): Promise<number> {
  const service = await serveProcess(PROGRAM, ['--data', folder])
  const authority = await signedIn(service, { kind: 'authority', province: PROVINCE })
  const year = `/desk/${LAST_YEAR}`
  const pages: Record<string, (turn: number) => string> = {
    overview: () => year,
    'agency page': (turn) => `/desk/agencies/${codes[(turn * 37) % codes.length]}`,
    plan: () => `${year}/plan`,
    letters: () => `${year}/letters`,
    report: () => `${year}/report`,
  }
  const took = new Map(Object.keys(pages).map((name) => [name, [] as number[]]))
  let failed = 0
  const end = performance.now() + minutes * 60_000
  async function ask(): Promise<void> {
    for (let turn = 0; performance.now() < end; turn++)
      for (const [name, path] of Object.entries(pages)) {
        const from = performance.now()
        const answer = await authority.get(path(turn))
        await answer.arrayBuffer()
        if (answer.status !== 200) failed++
        took.get(name)?.push(performance.now() - from)
        await sleep(100)
      }
  }
  let sent = 0
  async function send(): Promise<void> {
    const issuer = await developmentIssuer(folder)
    while (performance.now() < end) {
      const next = performance.now() + 60_000 / uploads
      const code = codes[sent % codes.length] ?? ''
      const api = client(service.url, await issuer.token({ kind: 'agency', code }, new Date(), 3600))
      const { status } = await sendForm({ form: (await api.ask(code)).upload, file: await smallBundle(code) })
      if (status !== 204) failed++
      sent++
      await sleep(Math.max(0, next - performance.now()))
    }
  }
  await Promise.all([ask(), send()])
  const judged = writtenIn(service.log).length
  await service.stop()
  const { maxRssMiB } = await service.event('stopped')
  tell('', 'p50, p99')
  for (const [name, all] of took) {
    all.sort((a, b) => a - b)
    const at = (share: number) => `${Math.round(all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0)} ms`
    tell(`${name} of ${codes.length} agencies, ${all.length} times`, `${at(0.5)}, ${at(0.99)}`)
  }
  tell(`handed in meanwhile, ${uploads} a minute; judged by then`, `${sent}; ${judged}`)
  tell('not answered well', String(failed))
  tell('peak memory of the service', `${maxRssMiB} MiB`)
  return failed
}

/** A store that counts what it is asked for; a listing once for each thousand of what it tells, as S3 does. */
function counted(store: ErasableStore, counts: { reads: number; writes: number; listings: number }): ErasableStore {
  const reading = <T>(act: () => T): T => {
    counts.reads++
    return act()
  }
  const writingOnce = <T>(act: () => T): T => {
    counts.writes++
    return act()
  }
  return {
    head: (key) => reading(() => store.head(key)),
    read: (key) => reading(() => store.read(key)),
    source: (key, options) => reading(() => store.source(key, options)),
    put: (key, bytes, type) => writingOnce(() => store.put(key, bytes, type)),
    putIfAbsent: (key, bytes, type) => writingOnce(() => store.putIfAbsent(key, bytes, type)),
    remove: (key) => writingOnce(() => store.remove(key)),
    erase: (key) => writingOnce(() => store.erase(key)),
    async *list(prefix, options) {
      let told = 0
      counts.listings++
      for await (const object of store.list(prefix, options)) {
        if (told > 0 && told % 1000 === 0) counts.listings++
        told++
        yield object
      }
    },
  }
}

/**
 * US dollars, by the public lists of S3 Standard, Lambda (arm64) and SQS for us-east-1 as they were known in 2025; ours are a
 * few hundredths dearer in Singapore. Look before relying on them.
 */
const PRICES = { read: 0.4e-6, write: 5e-6, listing: 5e-6, message: 0.4e-6, lambdaGbSecond: 1.33334e-5 }
/** Of the function that judges. */
const LAMBDA_GB = 1769 / 1024

/** Judges agencies again as of the next January, one after the other, and tells what all of them would cost. */
async function judgeAgain(folder: string, codes: readonly string[], { agencies, rechecks }: Sizes): Promise<void> {
  const stores = folderStores(folder)
  const counts = { reads: 0, writes: 0, listings: 0 }
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const service = createService({
    ...{ bundles: counted(stores.bundles, counts), verdicts: counted(stores.verdicts, counts) },
    ...{ judge, limits: DEFAULT_LIMITS, stopwatch: ownProcessorTime, signer: await folderSigner(keysFolder(folder)) },
  })
  const some = codes.slice(0, rechecks)
  const start = performance.now()
  for (const code of some) {
    const { kind } = await service.recheckAgency(code, { year: LAST_YEAR + 1, asOf: `${LAST_YEAR + 1}-01-02` })
    if (kind !== 'verdict') throw new Error(`${code}: ${kind}`)
  }
  const each = (performance.now() - start) / 1000 / some.length
  const all = (count: number) => Math.round((count / some.length) * agencies)
  const [reads, writes, listings] = [all(counts.reads), all(counts.writes), all(counts.listings)]
  tell(`judged again: ${some.length} agencies, each`, `${(each * 1000).toFixed(0)} ms`)
  tell(`all ${agencies}: one after the other`, `${((each * agencies) / 60).toFixed(1)} min`)
  tell('reads, writes, listings of all', `${reads}, ${writes}, ${listings}`)
  const store = reads * PRICES.read + writes * PRICES.write + listings * PRICES.listing
  // Each message is sent, received and deleted.
  const run = each * agencies * LAMBDA_GB * PRICES.lambdaGbSecond + agencies * 3 * PRICES.message
  tell('cost in AWS: store, functions and queue', `$${store.toFixed(2)}, $${run.toFixed(2)}`)
}
