import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RefusalDocument } from '../src/intake/refusals/refusal.ts'
import { verdictHtml } from '../src/render/html/page.ts'
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
const PAGES = 'dist/demo'
const WIDTH = 100
/** Lines of a verdict that are shown; the whole is written as a page. */
const SHOWN_LINES = 20
const STEP_MS = 100
const LONGEST_MS = 60_000

/**
 * `npm run demo`: builds the sample bundles, uploads each to the service running on this machine, as an agency would, and
 * shows the begin of what comes back, writes the whole as pages, and says what to open next. Each sample has a day, so the
 * clock of the service is set to it.
 * @returns 0 when every sample came to what it is described to come to
 */
export async function main(): Promise<number> {
  if (!existsSync(PROGRAM)) {
    process.stderr.write(`Không có ${PROGRAM} / ${PROGRAM} is not there. Chạy / run: npm run build\n`)
    return 2
  }
  for (const folder of [FOLDER, PAGES]) await mkdir(folder, { recursive: true })
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
  say(NEXT)
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
    return await judged((await api.json(verdict)) as unknown as Verdict, { name, description }, ruleSet)
  } finally {
    await service.stop()
  }
}

function refused(refusal: RefusalDocument, { expect }: Sample['description']): boolean {
  say(refusalText(refusal, 'vi', WIDTH))
  return 'refusal' in expect && refusal.code === expect.refusal
}

async function judged(
  verdict: Verdict,
  { name, description: { expect } }: Pick<Sample, 'name' | 'description'>,
  ruleSet: RuleSet,
): Promise<boolean> {
  const page = `${PAGES}/${name}.html`
  await writeFile(page, verdictHtml(verdict, { ruleSet, lang: 'vi' }))
  const lines = verdictText(verdict, { ruleSet, lang: 'vi', width: WIDTH }).trimEnd().split('\n')
  const [shown, rest] = [lines.slice(0, SHOWN_LINES), Math.max(0, lines.length - SHOWN_LINES)]
  say([...shown, `  … còn ${rest} dòng, xem ${page} · ${rest} more lines, see ${page}`].join('\n'))
  return 'verdict' in expect && verdict.status === expect.verdict
}

const NEXT = `
────────────────────────────────────────────────────────────────────────────────────────────────────
Xem tiếp · What to open next

  ${PAGES}/commune-behind.html   kết quả ở trên, đủ mọi nội dung · a verdict as a page
  npm start                       rồi mở http://127.0.0.1:8080: trang của cơ quan, của đơn vị chủ trì
                                  then the pages in a browser; sign in as whoever you like
  node ${PROGRAM} help
                                  các lệnh · the commands
  docs/co-quan.md                 dành cho cơ quan: lập bộ hồ sơ, đọc kết quả
  docs/authority.md               dành cho Sở Khoa học và Công nghệ · for a DOST
  docs/rules.md, docs/runbook.md  người soạn quy tắc, người vận hành · rule authors, operators
  ARCHITECTURE.md                 for developers`

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function waited(ask: () => Promise<Record<string, unknown>>): Promise<Record<string, unknown>> {
  for (let asked = 0; asked < LONGEST_MS / STEP_MS; asked++) {
    const answer = await ask()
    if (answer.state !== 'waiting') return answer
    await sleep(STEP_MS)
  }
  throw new Error(`nothing came of an upload within ${LONGEST_MS} ms`)
}
