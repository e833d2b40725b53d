import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RefusalDocument } from '../src/intake/refusals/refusal.ts'
import { refusalText, verdictText } from '../src/render/text.ts'
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { RuleSet } from '../src/rules/rule-set.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import type { Verdict } from '../src/verdict/verdict.ts'
import { client, devToken } from '../test/service/support/client.ts'
import { sendForm } from '../test/service/support/send-form.ts'
import { serveProcess } from '../test/service/support/serve-process.ts'
import { buildSamples, type Sample } from './samples/sample.ts'

const PROGRAM = 'dist/qms-verdict.mjs'
const FOLDER = 'dist/samples'
const WIDTH = 100
const STEP_MS = 100
const LONGEST_MS = 60_000

/**
 * `npm run demo`: builds the sample bundles, uploads each to the service running on this machine, as an agency would, and
 * shows what comes back. Each sample has a day, so the clock of the service is set to it.
 * @returns 0 when every sample came to what it is described to come to
 */
export async function main(): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write(`Không có ${PROGRAM} / ${PROGRAM} is not there. Chạy / run: npm run build\n`)
    return 2
  }
  await mkdir(FOLDER, { recursive: true })
  const data = await mkdtemp(join(tmpdir(), 'qms-verdict-demo-'))
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  const shown: boolean[] = []
  try {
    // What an agency did next belongs to the walk in the README, not to the first sight of the product.
    const first = (await buildSamples()).filter(({ description }) => description.after === undefined)
    for (const sample of first) shown.push(await show(sample, data, loaded.source))
  } finally {
    await rm(data, { recursive: true })
  }
  return shown.every(Boolean) ? 0 : 1
}

async function show({ name, description, zip }: Sample, data: string, ruleSet: RuleSet): Promise<boolean> {
  const file = `${FOLDER}/${name}.zip`
  await writeFile(file, zip)
  const code: string = JSON.parse(await readFile(`fixtures/base/${description.base}.json`, 'utf8')).agency.code
  const clock = { QMS_VERDICT_NOW: `${description.asOf}T09:00:00+07:00` }
  say(`\n$ QMS_VERDICT_NOW=${clock.QMS_VERDICT_NOW} node ${PROGRAM} serve --data ${data}`)
  const service = await serveProcess(PROGRAM, ['--data', data], clock)
  try {
    say(`$ TOKEN=$(node ${PROGRAM} token --agency ${code} --data ${data})`)
    const api = client(service.url, await devToken(PROGRAM, ['--agency', code, '--data', data], clock))
    say(`$ curl -X POST ${service.url}/agencies/${code}/uploads -H "Authorization: Bearer $TOKEN"`)
    const { upload: form, status, verdict } = await api.ask(code)
    say(`$ curl ${form.url} -F … -F file=@${file}`)
    say(`  HTTP ${(await sendForm({ form, file: zip })).status}`)
    say(`$ curl ${service.url}${status} -H "Authorization: Bearer $TOKEN"`)
    const answer = await waited(() => api.json(status))
    say(`  ${answer.state}`)
    if (answer.state === 'refused') return refused(answer.refusal as RefusalDocument, description)
    say(`$ curl ${service.url}${verdict} -H "Authorization: Bearer $TOKEN"\n`)
    return judged((await api.json(verdict)) as unknown as Verdict, description, ruleSet)
  } finally {
    await service.stop()
  }
}

function refused(refusal: RefusalDocument, { expect }: Sample['description']): boolean {
  say(refusalText(refusal, 'vi', WIDTH))
  return 'refusal' in expect && refusal.code === expect.refusal
}

function judged(verdict: Verdict, { expect }: Sample['description'], ruleSet: RuleSet): boolean {
  say(verdictText(verdict, { ruleSet, lang: 'vi', width: WIDTH }))
  return 'verdict' in expect && verdict.status === expect.verdict
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function waited(ask: () => Promise<Record<string, unknown>>): Promise<Record<string, unknown>> {
  for (let asked = 0; asked < LONGEST_MS / STEP_MS; asked++) {
    const answer = await ask()
    if (answer.state !== 'waiting') return answer
    await sleep(STEP_MS)
  }
  throw new Error(`nothing came of an upload within ${LONGEST_MS} ms`)
}
