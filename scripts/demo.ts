import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { buildSamples, type Sample } from './samples/sample.ts'

const PROGRAM = 'dist/qms-verdict.mjs'
const FOLDER = 'dist/samples'

/**
 * `npm run demo`: builds the sample bundles, judges each with the command line as anyone would, and shows what it prints.
 * @returns 0 when every sample came to what it is described to come to
 */
export async function main(): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write(`Không có ${PROGRAM} / ${PROGRAM} is not there. Chạy / run: npm run build\n`)
    return 2
  }
  await mkdir(FOLDER, { recursive: true })
  const shown: boolean[] = []
  // What an agency did next belongs to the walk in the README, not to the first sight of the product.
  const first = (await buildSamples()).filter(({ description }) => description.after === undefined)
  for (const sample of first) shown.push(await show(sample))
  return shown.every(Boolean) ? 0 : 1
}

async function show({ name, description, zip }: Sample): Promise<boolean> {
  const file = `${FOLDER}/${name}.zip`
  await writeFile(file, zip)
  const args = [PROGRAM, 'check', file, '--as-of', description.asOf]
  process.stdout.write(`\n$ node ${args.join(' ')}\n\n`)
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  process.stdout.write(stdout + stderr)
  const expected = exitCodeOf(description.expect)
  process.stdout.write(`\n[exit ${status}: ${EXIT_WORDS[status ?? -1] ?? 'not run'}]\n`)
  return status === expected
}

const EXIT_WORDS: Record<number, string> = {
  0: 'đã đánh giá / judged',
  1: 'đã đánh giá, chưa đáp ứng yêu cầu / judged, requirements not met',
  2: 'không tiếp nhận được bộ hồ sơ / bundle not taken in',
  3: 'lỗi phần mềm / a fault of the software',
}

function exitCodeOf(expect: Sample['description']['expect']): number {
  if ('refusal' in expect) return 2
  return expect.verdict === 'notMet' ? 1 : 0
}
