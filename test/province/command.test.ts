import { generateKeyPairSync } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { folderStores } from '../../src/cli/serve/place.ts'
import { digest, sha256 } from '../../src/core/json.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { type Prescreen, prescreen } from '../../src/province/prescreen.ts'
import { createService } from '../../src/service/create-service.ts'
import { prescreenKey } from '../../src/service/keys.ts'
import { shownVersion } from '../../src/service/prescreen-versions.ts'
import { signVerdict } from '../../src/verdict/signature.ts'
import { commandLine } from '../cli/command-line.ts'
import { RULES } from './made.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-prescreen-'))
  await mkdir(join(folder, 'bundles'))
  for (const { name, zip } of await buildSamples()) await writeFile(join(folder, 'bundles', `${name}.zip`), zip)
  await writeFile(join(folder, 'bundles', 'ghi-chu.txt'), 'x')
  await writeFile(
    join(folder, 'register.csv'),
    'Mã cơ quan,Tên cơ quan,Khối\nH61.12,Sở Tư pháp,Chi cục\nH61.13,Sở Nội vụ,Sở\nH61.152,UBND phường Mỹ Thuận Đông,Xã\n',
  )
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

// One thread: others are started from the built program only.
const ARGS = [
  'prescreen',
  'bundles',
  '--jobs',
  '1',
  '--register',
  'register.csv',
  '--year',
  '2026',
  '--as-of',
  '2026-11-01',
]
const run = (...more: string[]) => commandLine.run([...ARGS, ...more], folder)
/** The first run judges every bundle, scans included: on a busy machine that takes its time. */
const JUDGED_ANEW_MS = 180_000
/** For runs whose bundles the first one has judged. */
const KEPT = ['--cache', 'kept']

test(
  'problems are told, and end in 0; the register knows the block better',
  async () => {
    const { status, stdout, stderr } = await run('--format', 'json', ...KEPT, '--lang', 'en')
    expect(status).toBe(0)
    const document = prescreen.parse(JSON.parse(stdout))
    expect(document.agencies.map(({ code, block, status: found }) => [code, block, found])).toEqual([
      ['H61.12', 'sub-department', 'met'],
      ['H61.13', 'department', null],
      ['H61.152', 'commune', expect.any(String)],
    ])
    expect(new Set(document.problems.map(({ kind }) => kind))).toEqual(
      new Set(['noBundle', 'duplicateBundle', 'refused', 'copied']),
    )
    expect(stderr).toContain("says the block 'department', the register 'sub-department'")
    expect(stderr).toContain('No bundles, passed over: ghi-chu.txt')
    expect(stderr).toContain('(manifest-invalid)')
  },
  JUDGED_ANEW_MS,
)

test('as text, with the changes against last year and a person’s decisions', async () => {
  const { stdout } = await run('--format', 'json', ...KEPT)
  const before = JSON.parse(stdout)
  before.agencies = before.agencies.filter(({ code }: { code: string }) => code !== 'H61.13')
  before.agencies.push({ ...before.agencies[0], code: 'H61.77', name: 'Sở cũ' })
  await writeFile(join(folder, 'before.json'), JSON.stringify(before))
  await writeFile(
    join(folder, 'changes.yaml'),
    '- { agency: H61.152, change: add, reason: phản ánh của công dân }\n- { agency: H9.9, change: drop, reason: x }\n',
  )
  const {
    status,
    stdout: text,
    stderr,
  } = await run(
    ...[
      ...KEPT,
      '--previous',
      'before.json',
      '--unsigned-verdicts',
      '--changes',
      'changes.yaml',
      '--previous-bundles',
      'bundles',
    ],
  )
  expect(status).toBe(0)
  expect(text).toContain('H61.13 Sở Nội vụ: Mới có trong danh sách')
  expect(text).toContain('H61.77 Sở cũ: Không còn trong danh sách')
  expect(text).toMatch(/H61\.152 UBND phường Mỹ Thuận Đông: [^:]*theo quyết định của người có thẩm quyền/)
  expect(text).toContain('danh-gia-noi-bo/2026-bao-cao.pdf')
  expect(text).not.toContain('danh-gia-noi-bo/2025-bao-cao.pdf')
  expect(stderr).toContain("changes.yaml: danh sách cơ quan không có mã 'H9.9'")
})

test('last year’s document counts by a known signature, or where it is asked for, and then all output says so', async () => {
  const args = [...KEPT, '--previous', 'before.json', '--lang', 'en']
  const refused = await run(...args)
  expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('and is not taken') })
  const note = 'what is compared with the year before was taken from files without a signature'
  const text = await run(...args, '--unsigned-verdicts')
  expect(text.stdout.replace(/\s+/g, ' ')).toContain(note)
  const { stdout } = await run(...args, '--unsigned-verdicts', '--format', 'json')
  await writeFile(join(folder, 'since.json'), stdout)
  expect(await commandLine.run(['plan', 'since.json', '--output', 'since', '--lang', 'en'], folder)).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(await readFile(join(folder, 'since/plan.html'), 'utf8')).toContain(note)
})

test('verdicts of the agencies are written where asked for', async () => {
  await run(...KEPT, '--verdicts', 'verdicts')
  expect((await readdir(join(folder, 'verdicts'))).sort()).toEqual(['H61.12.json', 'H61.152.json'])
})

test('verdicts in place of bundles: the same agencies, what cannot be told is not, and an edited one is refused', async () => {
  const { stdout } = await run(...KEPT, '--verdicts', 'out', '--format', 'json')
  const judged = prescreen.parse(JSON.parse(stdout))
  const edited = JSON.parse(await readFile(join(folder, 'out/H61.152.json'), 'utf8'))
  await writeFile(join(folder, 'out/sua.json'), JSON.stringify({ ...edited, status: 'met' }))
  const again = await commandLine.run(
    ['prescreen', 'out', ...ARGS.slice(2), '--format', 'json', '--lang', 'en'],
    folder,
  )
  const document = prescreen.parse(JSON.parse(again.stdout))
  const parts = ({ agencies }: typeof document) =>
    agencies.map(({ code, status, score, blocking, missing }) => ({ code, status, score, blocking, missing }))
  expect(parts(document)).toEqual(parts(judged))
  expect(document.blocks.map(({ declared }) => declared)).toEqual(judged.blocks.map(({ declared }) => declared))
  expect(document.problems.filter(({ kind }) => kind === 'refused')).toEqual([
    { kind: 'refused', codes: [], file: 'sua.json' },
  ])
  expect(again.stderr).toContain('sua.json')
  await rm(join(folder, 'out/sua.json'))
  const later = await commandLine.run(['prescreen', 'out', ...ARGS.slice(2, -1), '2026-12-01', '--lang', 'en'], folder)
  expect(later.stderr).toContain("H61.12.json: this verdict is of 2026-11-01 under the profile 'national'")
})

test('a forged verdict, its digest computed anew, counts nowhere unless asked for, and then all output says so', async () => {
  const { stdout } = await run(...KEPT, '--verdicts', 'true', '--format', 'json')
  await writeFile(join(folder, 'true.json'), stdout)
  const real = JSON.parse(await readFile(join(folder, 'true/H61.152.json'), 'utf8'))
  const { digest: _, signature, ...body } = { ...real, status: 'met', score: { low: 100, high: 100 } }
  await mkdir(join(folder, 'forged'))
  const forged = JSON.stringify({ ...body, digest: digest(body), signature })
  await writeFile(join(folder, 'forged/H61.152.json'), forged)
  const args = ['prescreen', 'forged', ...ARGS.slice(2), '--lang', 'en']
  const screened = async (...more: string[]) =>
    prescreen.parse(JSON.parse((await commandLine.run([...args, '--format', 'json', ...more], folder)).stdout))
  const found = (document: Prescreen) => document.agencies.find(({ code }) => code === 'H61.152')?.status
  const refused = await screened()
  expect(found(refused)).toBeNull()
  expect(refused.problems.filter(({ kind }) => kind === 'refused')).toHaveLength(1)
  expect(refused.unsignedVerdicts).toBeUndefined()

  const asked = await screened('--unsigned-verdicts')
  expect(found(asked)).toBe('met')
  expect(asked.unsignedVerdicts).toEqual(['H61.152'])
  await writeFile(join(folder, 'asked.json'), JSON.stringify(asked))
  const text = await commandLine.run([...args, '--unsigned-verdicts'], folder)
  expect(text.stdout.replace(/\s+/g, ' ')).toContain('without a signature of any known service')
  const note = 'without a signature of any known service; nothing proves that they were judged so: H61.152.'
  for (const command of ['plan', 'report']) {
    await commandLine.run([command, 'asked.json', '--output', 'papers', '--lang', 'en'], folder)
    expect(await readFile(join(folder, `papers/${command}.html`), 'utf8')).toContain(note)
    const sheets = unzipSync(await readFile(join(folder, `papers/${command}.xlsx`)))
    expect(strFromU8(sheets['xl/sharedStrings.xml'] ?? expect.unreachable())).toContain(note)
  }
  const letters = (...more: string[]) =>
    commandLine.run(['letters', 'asked.json', '--verdicts', 'forged', '--output', 'letters', ...more], folder)
  expect(await letters()).toMatchObject({ status: 2, stderr: expect.stringContaining('không có chữ ký') })
  expect(await letters('--unsigned-verdicts')).toMatchObject({ status: 0 })
  const letter = unzipSync(await readFile(join(folder, 'letters/H61.152.docx')))
  expect(strFromU8(letter['word/document.xml'] ?? expect.unreachable())).toContain('không có chữ ký đã biết')

  const since = ['--previous', 'true.json', '--previous-verdicts', 'forged']
  const plain = await run(...KEPT, ...since, '--lang', 'en')
  expect(plain.stderr).toContain("'forged/H61.152.json' bears no signature of a known key")
  expect(plain.stdout).not.toContain('nothing proves the comparison')
  for (const more of [since, ['--previous-bundles', 'forged']]) {
    const compared = await run(...KEPT, ...more, '--unsigned-verdicts', '--lang', 'en')
    expect(compared.stdout.replace(/\s+/g, ' ')).toContain('nothing proves the comparison')
  }

  const beside = await commandLine.run([...args, '--data', 'd', '--province', 'H61', '--unsigned-verdicts'], folder)
  expect(beside).toMatchObject({ status: 2, stderr: expect.stringContaining('are not published') })
})

test('a forged verdict whose bundle lies beside it is judged again; one of another known key is taken', async () => {
  const { digest: _, signature: __, ...body } = JSON.parse(await readFile(join(folder, 'true/H61.152.json'), 'utf8'))
  await mkdir(join(folder, 'both'))
  await copyFile(join(folder, 'bundles/commune-behind.zip'), join(folder, 'both/commune-behind.zip'))
  const bundle = { ...body.bundle, sha256: sha256(await readFile(join(folder, 'both/commune-behind.zip'))) }
  const forged = { ...body, bundle, status: 'met' }
  await writeFile(join(folder, 'both/a.json'), JSON.stringify({ ...forged, digest: digest(forged) }))
  const args = (from: string) => ['prescreen', from, ...ARGS.slice(2), '--no-cache', '--format', 'json', '--lang', 'en']
  const again = await commandLine.run(args('both'), folder)
  expect(again.stderr).toContain('it was judged again')
  expect(JSON.parse(again.stdout).agencies.at(-1)).toMatchObject({
    status: body.status,
    bundle: { name: 'commune-behind.zip' },
  })

  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await mkdir(join(folder, 'other'))
  const signed = await signVerdict({ ...body, digest: digest(body) }, privateKey)
  await writeFile(join(folder, 'other/a.json'), JSON.stringify(signed))
  await writeFile(join(folder, 'other.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  const status = async (...more: string[]) =>
    JSON.parse((await commandLine.run([...args('other'), ...more], folder)).stdout).agencies.at(-1).status
  expect(await status()).toBeNull()
  expect(await status('--verdict-keys', 'other.pem')).toBe(body.status)
})

test('with last year’s verdicts the change is told rule by rule', async () => {
  const before = await run(...KEPT, '--verdicts', 'last', '--format', 'json')
  await writeFile(join(folder, 'last.json'), before.stdout)
  const args = ['prescreen', 'bundles', ...ARGS.slice(2, -1), '2028-06-01', '--no-cache']
  const { stdout } = await commandLine.run(
    [...args, '--previous', 'last.json', '--previous-verdicts', 'last', '--lang', 'en'],
    folder,
  )
  expect(stdout).toMatch(/H61\.12 [^\n]*: Worse\n(- .*\n)*- A management review is carried out .*: Met → Not met/)
})

test('the service’s store in place of a folder: its accepted bundles, judged again on the day', async () => {
  const data = join(folder, 'service')
  const bundle = await readFile(join(folder, 'bundles/department-complete.zip'))
  const { bundles, verdicts } = folderStores(data)
  const key = 'bundles/H61.12/20261101T020000000Z-0000abcd.zip'
  await bundles.put(key, bundle, 'application/zip')
  const judge = { ruleSet: RULES, profileId: 'national', engine: { name: 'qms-verdict', version: '0' } }
  const service = createService({ bundles, verdicts, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  await service.evaluateUpload({ key, on: '2026-11-01T02:00:00.000Z' })
  const args = ['prescreen', '--data', 'service', ...ARGS.slice(2), '--format', 'json']
  const document = prescreen.parse(JSON.parse((await commandLine.run(args, folder)).stdout))
  expect(document.agencies.map(({ code, block, status, bundle: from }) => [code, block, status, from?.name])).toEqual([
    ['H61.12', 'sub-department', 'met', key],
    ['H61.13', 'department', null, undefined],
    ['H61.152', 'commune', null, undefined],
  ])
})

test.each([
  [['prescreen', 'bundles'], "A folder of bundles (or the service's store"],
  [['prescreen', 'no-such', '--register', 'register.csv', '--year', '2026'], "The folder 'no-such' cannot be read."],
  [['prescreen', 'bundles', '--register', 'none.csv', '--year', '2026'], "The file 'none.csv' cannot be read."],
  [['prescreen', 'bundles', '--register', 'register.csv', '--year', 'x'], '--year'],
  [[...ARGS, '--profile', 'nationl'], "the nearest is 'national'"],
  [[...ARGS, '--previous', 'register.csv'], "The file 'register.csv' is no JSON."],
  [[...ARGS, '--cache', 'register.csv'], "The cache folder 'register.csv' cannot be written."],
])('%j cannot be done and ends in 2', async (args, said) => {
  const { status, stdout, stderr } = await commandLine.run([...args, '--lang', 'en'], folder)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(said)
})

test('is published where the service answers the authority from, and a later one replaces it', async () => {
  const data = join(folder, 'data')
  for (const seed of ['1', '2']) {
    const { stdout, status } = await run(
      '--format',
      'json',
      ...KEPT,
      '--seed',
      seed,
      '--data',
      data,
      '--province',
      'H61',
    )
    expect(status).toBe(0)
    const { verdicts } = folderStores(data)
    const shown = (await shownVersion({ province: 'H61', year: 2026 }, verdicts)) ?? expect.unreachable()
    const stored = await verdicts.read(prescreenKey('H61', 2026, shown.id ?? undefined))
    expect(new TextDecoder().decode(stored)).toBe(stdout)
  }
  const half = await run('--data', data, '--lang', 'en')
  expect([half.status, half.stderr]).toEqual([2, expect.stringContaining('--province <code>')])
})
