import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawUpStep } from '../../handlers/draw-up.ts'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { buildSample } from '../../scripts/samples/sample.ts'
import { openSignIn } from '../../src/cli/serve/sign-in.ts'
import { folderSigner } from '../../src/cli/verdict-keys.ts'
import { sha256 } from '../../src/core/json.ts'
import { visitPath } from '../../src/core/paths.ts'
import { REPORT_ITEMS } from '../../src/dossier/upkeep.ts'
import { createApp, createPages, createSite, PAGES, ROUTES } from '../../src/http/app.ts'
import { readAssets } from '../../src/http/assets.ts'
import { recorded } from '../../src/http/request-record.ts'
import { TOKEN_DEFAULTS } from '../../src/http/sign-in/caller.ts'
import { SESSION_SECONDS } from '../../src/http/sign-in/session.ts'
import { createVerifier } from '../../src/http/sign-in/verifier.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { createAudit } from '../../src/service/audit.ts'
import { createService } from '../../src/service/create-service.ts'
import { parseAskedKey } from '../../src/service/draft-reading.ts'
import { paperKey } from '../../src/service/drafts.ts'
import { createEndedSessions } from '../../src/service/ended-sessions.ts'
import { bundleKey, type DeskWork, versionKey } from '../../src/service/keys.ts'
import { notedPresigner } from '../../src/service/pending-uploads.ts'
import { listVersions } from '../../src/service/prescreen-versions.ts'
import { storeApart, withProvisional } from '../../src/service/store-apart.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import { AUDIENCE, listen, startIssuer } from '../http/support/issuer.ts'
import { signedIn } from '../http/support/signed-in.ts'
import { bundleOf } from '../service/world.ts'
import { collected } from '../support/collected.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { asRole } from './support/as-role.ts'
import { templateOf } from './support/package-service.ts'

/** Every route is asked as its function asks it in AWS: over stores that refuse what the function's role may not do. */

const CODE = 'H61.12'
const YEAR = 2026
const denied: string[] = []
const faults: unknown[] = []
/** Routes that were answered well, as `GET /desk`. */
const walked = new Set<string>()

let at = Date.parse('2026-11-20T02:00:00.000Z')
/** Each look at the clock is a millisecond later: two uploads are never of one instant. */
const clock = () => new Date(at++)
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const json = { 'Content-Type': 'application/json', Accept: 'application/json' }

let world: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  world = await start()
}, 120_000)
afterAll(() => world.stop())

async function start() {
  const resources = await templateOf('dev')
  const folder = await mkdtemp(join(tmpdir(), 'qms-rights-'))
  const buckets = {
    BundleBucket: new FolderStore(join(folder, 'bundles')),
    VerdictBucket: new FolderStore(join(folder, 'verdicts')),
  }
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const stopwatch = () => performance.now()
  const signer = await folderSigner(join(folder, 'keys'))
  const workers = inThisProcess({ judge, limits: DEFAULT_LIMITS, stopwatch })

  /** What the function of a role works with, as `handlers/environment.ts` puts it together. */
  function partsOf(role: string) {
    const by = { resources, denied }
    const bundles = asRole(role, 'BundleBucket', buckets.BundleBucket, by)
    const locked = asRole(role, 'VerdictBucket', buckets.VerdictBucket, by)
    const verdicts = withProvisional(storeApart(locked, bundles), bundles)
    const service = createService({
      ...{ bundles, verdicts, judge, signer, workers, limits: DEFAULT_LIMITS, stopwatch },
      readsScans: true,
      readsDraftsElsewhere: role !== 'ReadScansRole',
      catalogueKey: 'authority/catalogue/',
    } as Parameters<typeof createService>[0])
    return { bundles, verdicts, service }
  }

  const { bundles, verdicts, service } = partsOf('ApiRole')
  const issuer = await startIssuer(clock)
  let own = ''
  const url = () => own
  const tools = {
    service,
    workers,
    auth: createVerifier({ ...TOKEN_DEFAULTS, issuer: issuer.url, audience: AUDIENCE, keys: { url: issuer.keysUrl } }),
    presigner: notedPresigner(async () => ({ url: 'http://127.0.0.1:9', fields: {} }), bundles),
    documents: verdicts,
    desk: verdicts,
    judge,
    signer,
    audit: createAudit({ store: verdicts, now: clock, writer: 'w', onLost: (_, fault) => faults.push(fault) }),
    clock,
    random: () => '0000abcd',
    onFault: (fault: unknown) => faults.push(fault),
    settings: { maxUploadBytes: DEFAULT_LIMITS.archiveBytes, uploadSeconds: 900, uploadsPerDay: 50 },
  }
  const assets = join(folder, 'assets')
  await buildAssets(assets)
  const signIn = (await openSignIn({ developmentKeys: folder }, url)) ?? expect.unreachable()
  const pages = createPages({
    ...tools,
    ...signIn,
    sessions: createEndedSessions({ store: bundles, now: clock, stopwatch, longestMs: SESSION_SECONDS * 1000 }),
    assets: await readAssets(assets),
    authorityFiles: { bundles, catalogueKey: 'authority/catalogue/' },
    makeVersion: async (_, ask) => void (await ask()),
    publicUrl: url,
  })
  const site = createSite(createApp(tools), pages)
  const note = ({ method, route, status }: { method: string; route: string; status: number }) =>
    status < 400 && walked.add(`${method} ${route}`)
  const listening = await listen(recorded((request) => site.fetch(request), note, stopwatch))
  own = listening.url
  return {
    url: own,
    buckets,
    partsOf,
    workers,
    signer,
    token: (claims: Record<string, string>) => issuer.token({ claims }),
    async stop() {
      listening.server.close()
      issuer.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type SignedIn = Awaited<ReturnType<typeof signedIn>>

/** Asks as a browser does that is signed in; what is not answered well ends the test with what was said. */
async function ask(who: SignedIn, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Cookie: who.cookie, 'X-CSRF-Token': who.csrf, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' }
  const answer = await fetch(`${world.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { ...headers, ...(init.headers as Record<string, string>) },
  })
  if (answer.status >= 400) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
const send = (who: SignedIn, path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  ask(who, path, { method: 'POST', body, headers })
const fill = (who: SignedIn, path: string, fields: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ csrf: who.csrf, ...fields })) form.set(name, value)
  return send(who, path, form)
}
const sendJson = async (who: SignedIn, path: string, value: unknown, headers = {}) =>
  (await send(who, path, JSON.stringify(value), { ...json, ...headers })).json()

/** Lays a bundle where its form would, and judges it as the function does. */
async function judged(id: string, bundle: Uint8Array): Promise<void> {
  const key = bundleKey(CODE, id)
  await world.buckets.BundleBucket.put(key, bundle)
  const { service } = world.partsOf('EvaluateBundleRole')
  expect(await service.evaluateUpload({ key, on: clock().toISOString() })).toMatchObject({ kind: 'verdict' })
}

/** The steps of the state machine, each as its function does it. */
const drawnUp = (id: string) => worked(undefined, id)

async function worked(work: DeskWork | undefined, id: string): Promise<void> {
  const { service, verdicts: store } = world.partsOf('DrawUpRole')
  const told: unknown[] = []
  const log = (level: string, event: string, fields?: object) => level === 'error' && told.push({ event, ...fields })
  const ruleSet = loaded.source
  const tools = { service, store, signer: world.signer, workers: world.workers, ruleSet, now: clock, log }
  const step = (event: unknown) => drawUpStep(event, tools, '0000abcd')
  const planned = await step({ step: 'plan', key: versionKey({ province: 'H61', year: YEAR, work }, id) })
  const of = planned?.of ?? expect.unreachable()
  expect(planned?.codes).toEqual(work === 'plan' || work === 'report' ? [] : [CODE])
  for (const code of planned?.codes ?? []) await step({ step: 'screen', of, code })
  await step({ step: 'finish', of })
  // Where the machine gave up after all was done, what is done stays.
  await step({ step: 'failed', of })
  expect(told).toEqual([])
}

const verdictIds = async (): Promise<string[]> =>
  (await world.partsOf('ApiRole').service.listVerdicts(CODE)).map(({ id }: { id: string }) => id)

describe('every route is answered within the rights of its role', { timeout: 240_000 }, () => {
  let agency: SignedIn
  let authority: SignedIn

  test('an agency drafts, sends, and looks at what came of it', async () => {
    agency = await signedIn(world, { kind: 'agency', code: CODE })
    for (const path of ['/', '/sign-in', '/signed-in', '/session', '/rule-book', '/agency', '/agency/token'])
      await ask(agency, path)
    await ask(agency, `/rule-book/${loaded.source.rules[0]?.id}`)
    for (const path of ['/agency/upload', '/agency/upload/form', '/agency/manifest', '/agency/manifest/ho-so.xlsx'])
      await ask(agency, path)
    const { next } = await sendJson(agency, '/agency/uploads', {})
    const id = String(next).split('/').at(-1) ?? ''
    await ask(agency, next)
    await ask(agency, `${next}/state`)
    await judged(id, (await buildSample('department-complete')).zip)
    // Only a person can decide what to think of a certificate.
    const certificates = [{ issuer: 'Tổ chức A', issuedOn: '2026-05-04' }]
    await judged(id.replace(/\w{8}$/, 'aaaaaaaa'), await bundleOf({ certificates }))
    const verdict = `/agency/verdicts/${id}`
    const page = await (await ask(agency, verdict)).text()
    const paper = /href="([^"]*\/papers\/[^"#]*)/.exec(page)?.[1] ?? expect.unreachable('no paper')
    for (const way of ['/bao-cao.docx', '/share', '/json', '/ho-so.zip', '/compare']) await ask(agency, verdict + way)
    await ask(agency, paper)
    await ask(agency, '/agency/calendar.ics')

    const { manifest } = await sendJson(agency, '/agency/draft/last-dossier', {})
    const text = JSON.stringify(manifest)
    await send(agency, '/agency/manifest/check', text, json)
    const workbook = await (await send(agency, '/agency/manifest/workbook', text, json)).arrayBuffer()
    await send(agency, '/agency/manifest/opened', workbook)
    const bytes = Buffer.from('Quy trình đăng ký kết hôn')
    const papers = { 'QT-02.txt': { sha256: sha256(bytes), bytes: bytes.length } }
    const asked = Object.entries(papers).map(([path, one]) => ({ path, ...one }))
    await sendJson(agency, '/agency/draft/papers', { papers: asked })
    await world.buckets.BundleBucket.put(paperKey(CODE, sha256(bytes)), bytes)
    const form = { manifest, putAway: {}, stated: [], papers }
    await sendJson(agency, '/agency/draft', form, { 'If-Match': '"0"' })
    await ask(agency, '/agency/draft')
    await ask(agency, '/agency/draft/history')
    // The function that reads scans reads what is asked for, while the browser waits.
    const reading = sendJson(agency, '/agency/draft/read', { papers })
    const { drafting } = world.partsOf('ReadScansRole').service
    await expect.poll(async () => readAsked(drafting), { timeout: 20_000 }).toEqual(['read'])
    expect(await reading).toMatchObject({ state: 'read' })
    await sendJson(agency, '/agency/draft/send', { manifest, papers })
    await sendJson(agency, '/agency/draft/erase', {})
    expect(denied).toEqual([])
  })

  /** What every open request for papers to be read came to. */
  async function readAsked(drafting: { readAsked(code: string, id: string): Promise<string> }): Promise<string[]> {
    const keys = await collected(world.buckets.BundleBucket.list('drafts/'))
    const asked = keys.flatMap(({ key }) => parseAskedKey(key) ?? [])
    return Promise.all(asked.map(({ code, id }) => drafting.readAsked(code, id)))
  }

  test('programs ask the API', async () => {
    const [id = ''] = await verdictIds()
    const token = await world.token({ agency: CODE })
    const call = async (path: string, by: string, init: RequestInit = {}) => {
      const headers = { Authorization: `Bearer ${by}`, ...(init.headers as Record<string, string>) }
      const answer = await fetch(`${world.url}${path}`, { ...init, headers })
      expect([path, answer.status < 400]).toEqual([path, true])
      return answer
    }
    const invited = await call(`/agencies/${CODE}/uploads`, token, { method: 'POST', body: '{}', headers: json })
    await call((await invited.json()).status, token)
    for (const path of ['verdicts', 'verdicts/latest', `verdicts/${id}`, 'calendar.ics'])
      await call(`/agencies/${CODE}/${path}`, token)
    for (const path of ['/rules', '/health', '/keys/verdicts.json', '/problems/no-verdict', '/openapi.json'])
      await call(path, token)
  })

  test('an authority draws up the year, plans, writes, looks at dossiers, and previews rules', async () => {
    authority = await signedIn(world, { kind: 'authority', province: 'H61' })
    for (const path of ['/desk', '/desk/token', '/desk/draw-up', '/desk/rule-preview']) await ask(authority, path)
    const list = `Mã cơ quan,Tên cơ quan,Khối\n${CODE},Sở Tư pháp,Sở\nH61.13,Sở Y tế,Sở\n`
    const draw = async () => {
      const register = new File([list], 'danh-sach.csv', { type: 'text/csv' })
      const answer = await fill(authority, '/desk/draw-up', { year: String(YEAR), profile: 'national', register })
      return answer.headers.get('Location') ?? ''
    }
    const stopped = await draw()
    for (const path of [stopped, `${stopped}/state`]) await ask(authority, path)
    await fill(authority, `${stopped}/cancelled`, {})
    await drawnUp(stopped.split('/').at(-1) ?? '')
    const made = await draw()
    const id = made.split('/').at(-1) ?? ''
    await drawnUp(id)
    for (const path of [made, `${made}/state`, `/desk/${YEAR}/versions`]) await ask(authority, path)
    await fill(authority, `${made}/shown`, {})
    expect(await listVersions({ province: 'H61', year: YEAR }, world.partsOf('ApiRole').verdicts)).toHaveLength(2)
    await fill(authority, `/desk/${YEAR}/views`, { name: 'Sở', query: 'block=department' })
    const change = { reason: 'Có đơn phản ánh', by: 'An' }
    await fill(authority, `/desk/${YEAR}/plan`, { agency: CODE, change: 'add', month: `${YEAR}-11`, ...change })
    for (const path of ['', '/agencies.xlsx', `/verdicts/${CODE}`, '/plan', `/plan/chosen?code=${CODE}`, '/plan.xlsx'])
      await ask(authority, `/desk/${YEAR}${path}`)
    for (const path of ['/plan/print', '/report', '/report.xlsx', '/letters', '/letters/H61.13'])
      await ask(authority, `/desk/${YEAR}${path}`)
    for (const [work, path, fields] of [
      ['preview', '/desk/rule-preview', { rule: 'staff-trained', 'param-months': '12', profile: 'national' }],
      ['rejudge', `/desk/${YEAR}/versions/rejudge`, { reason: 'Sửa quy tắc' }],
      ['letters', `/desk/${YEAR}/letters?code=${CODE}`, {}],
      ['plan', `/desk/${YEAR}/versions/plan`, {}],
      ['report', `/desk/${YEAR}/versions/report`, {}],
    ] as const) {
      const asked = await fill(authority, path, { ...fields })
      const made = asked.headers.get('Location') ?? expect.unreachable()
      if (work === 'plan') await fill(authority, `${made}/cancelled`, {})
      await worked(work, made.split('/').at(-1) ?? '')
      const files = { preview: [], rejudge: [], letters: ['/letters.zip'], plan: [], report: ['/page', '/paper.xlsx'] }[
        work
      ]
      for (const more of ['', '/state', ...files]) await ask(authority, `${made}${more}`)
    }
    const token = await world.token({ authority: 'H61' })
    const headers = { Authorization: `Bearer ${token}` }
    expect((await fetch(`${world.url}/prescreens/${YEAR}`, { headers })).status).toBe(200)

    const own = `/desk/agencies/${CODE}`
    const record = JSON.stringify({ agency: CODE, papersSeen: [] })
    await ask(authority, own)
    await ask(authority, `${own}/authority`)
    await fill(authority, `${own}/authority/record`, { file: new File([record], 'ban-ghi.json') })
    await fill(authority, `${own}/authority/catalogue`, { file: new File(['Mã TTHC,Tên\n1.000001,Một\n'], 'ds.csv') })
    const [first, last] = await verdictIds()
    const verdict = `${own}/verdicts/${first}`
    const page = await (await ask(authority, verdict)).text()
    await ask(authority, /href="([^"]*\/papers\/[^"#]*)/.exec(page)?.[1] ?? expect.unreachable('no paper'))
    for (const way of ['/compare', '/ho-so.zip']) await ask(authority, verdict + way)
    const review = await (await ask(authority, `${own}/verdicts/${last}/review`)).text()
    const rule = /name="rule" value="([^"]+)"/.exec(review)?.[1] ?? expect.unreachable('nothing to decide')
    await fill(authority, `${own}/verdicts/${last}/review`, {
      rule,
      outcome: 'pass',
      reason: 'Đã xem bản chính',
      by: 'An',
    })
    const rules = new File([JSON.stringify(loaded.source)], 'quy-tac.json', { type: 'application/json' })
    await fill(authority, '/desk/rule-preview', { rules, profile: 'national' })
    expect(denied).toEqual([])
  })

  test('inspectors keep a visit from its plan to the report of correction, and erase it', async () => {
    const path = visitPath(YEAR, CODE)
    for (const page of [`/desk/${YEAR}/visits`, path, `${path}/sheet`]) await ask(authority, page)
    const { sha256: photo } = await (
      await send(authority, `${path}/files`, JPEG, { 'Content-Type': 'image/jpeg' })
    ).json()
    await ask(authority, `${path}/files/${photo}`)
    const met = { verdict: 'met', grounds: ['dossier'] }
    const sheet = {
      head: { team: [{ name: 'Lê Văn An', title: 'Trưởng phòng', role: 'head' }] },
      items: {
        ...Object.fromEntries(REPORT_ITEMS.map((id) => [id, met])),
        '1dd': {
          verdict: 'notMet',
          grounds: ['interview'],
          found: 'Chưa đánh giá nội bộ tại một đơn vị',
          points: { 'internal-audit-yearly': { outcome: 'fail', reason: 'Báo cáo lập khống' } },
          papers: [{ sha256: photo, bytes: JPEG.length, name: 'anh.jpg' }],
        },
      },
    }
    await sendJson(authority, `${path}/sheet`, sheet, { 'If-Match': '"0"' })
    for (const page of ['/minutes', '/papers/minutes.docx']) await ask(authority, path + page)
    await fill(authority, `${path}/signed`, { signedOn: '2026-11-20', responsible: 'Lê Văn An' })
    await fill(authority, `${path}/correction`, { on: '2026-11-20', kind: 'accepted', reason: 'Đủ' })
    await fill(authority, `${path}/reopened`, {})
    await fill(authority, `${path}/erased`, { confirm: CODE })
    expect(denied).toEqual([])
  })

  test('people sign out, here and everywhere', async () => {
    await fill(agency, '/sign-out', {})
    await fill(authority, '/sign-out/everywhere', {})
  })

  test('no route was left out, and nothing was refused', () => {
    const all = [...ROUTES, ...PAGES].map(({ method, path }) => `${method} ${path}`)
    expect([...all, 'GET /openapi.json'].filter((route) => !walked.has(route))).toEqual([])
    expect(denied).toEqual([])
    expect(faults).toEqual([])
  })
})
