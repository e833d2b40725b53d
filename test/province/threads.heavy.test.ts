import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { type BuiltCommandLine, buildCommandLine } from '../cli/command-line.ts'

let commandLine: BuiltCommandLine
let folder: string

beforeAll(async () => {
  commandLine = await buildCommandLine()
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

const ARGS = ['prescreen', 'bundles', '--register', 'register.csv', '--year', '2026', '--as-of', '2026-11-01']
const run = (...more: string[]) => commandLine.run([...ARGS, ...more], folder)
test('one thread, several threads and a cache give the same bytes', async () => {
  const cache = join(folder, 'cache')
  const first = await run('--format', 'json', '--cache', cache, '--jobs', '2')
  const kept = await readdir(cache)
  expect(kept.length).toBeGreaterThan(0)
  const [one = ''] = kept
  await writeFile(join(cache, one), `${'0'.repeat(64)}\n{`)
  const again = await run('--format', 'json', '--cache', cache, '--jobs', '2')
  const alone = await run('--format', 'json', '--no-cache', '--jobs', '1')
  expect(again.stdout).toBe(first.stdout)
  expect(alone.stdout).toBe(first.stdout)
  expect(await readFile(join(cache, one), 'utf8')).not.toMatch(/^0{64}/)
})

const BUNDLES = 10

test('a run that is broken off goes on where it stopped', async () => {
  const many = join(folder, 'many')
  await mkdir(join(many, 'bundles'), { recursive: true })
  for (let at = 0; at < BUNDLES; at++)
    await cp(join(folder, 'bundles/department-complete.zip'), join(many, 'bundles', `${at}.zip`))
  await cp(join(folder, 'register.csv'), join(many, 'register.csv'))
  for (let at = 1; at < BUNDLES; at++) await appendComment(join(many, 'bundles', `${at}.zip`), at)
  const cache = join(many, 'cache')
  const args = [...ARGS, '--format', 'json', '--cache', cache, '--jobs', '1']
  const child = spawn(process.execPath, [commandLine.program, ...args], {
    cwd: many,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  while ((await readdir(cache).catch(() => [])).filter((name) => name.endsWith('.json')).length < 3)
    await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(told).toContain('chạy lại lệnh này để làm tiếp')
  const kept = (await readdir(cache)).filter((name) => name.endsWith('.json'))
  expect(kept.length).toBeLessThan(BUNDLES)
  const [resumed, fresh] = [await commandLine.run(args, many), await commandLine.run([...args, '--no-cache'], many)]
  expect(resumed.stdout).toBe(fresh.stdout)
  expect((await readdir(cache)).filter((name) => name.endsWith('.json'))).toEqual(expect.arrayContaining(kept))
}, 120_000)

/** A ZIP comment makes it another archive of the same content. */
async function appendComment(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes.writeUInt16LE(2, bytes.length - 2)
  await writeFile(path, Buffer.concat([bytes, Buffer.from(String(at).padStart(2, '0'))]))
}
