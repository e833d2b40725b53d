import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { smallBundle } from '../service/support/bundles.ts'
import { client, devToken } from '../service/support/client.ts'
import { sendForm } from '../service/support/send-form.ts'
import { type ServeProcess, serveProcess } from '../service/support/serve-process.ts'
import { HEAVIEST } from '../support/heaviest.ts'
import { ownSeconds, serviceSeconds } from '../support/processor-time.ts'

/** Milliseconds between two questions: twenty a second. */
const EVERY_MS = 50
const LONGEST_MS = 1_200_000
const LOOK_EVERY_MS = 500

/** The goal: so long may ninety-nine of a hundred answers take, on two cores that do nothing else. */
const MOST_P99_MS = 250

/** What is asked for while bundles are judged. */
const ASKED = { health: '/health', verdict: 'page of a verdict' } as const
type Asked = keyof typeof ASKED

/** How a service answered while it had heavy bundles to judge. */
interface Answered {
  bundles: { name: string; state: string }[]
  /** Milliseconds of every answer, ascending, by what was asked. */
  took: Readonly<Record<Asked, readonly number[]>>
  /** Answers that were none, or not 200. */
  failed: number
  /** Seconds of processor time: of the process that answers, and of the whole service. */
  seconds: { answering: number; all: number }
  /** The longest for which a loop did not turn, by the clock on the wall: of the service, and of this process, which asks. */
  blockedMs: { service: number; asking: number }
}

/** The value below which a share of ascending figures lies. */
const percentile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN

/**
 * Asks a service of the built program for its health and for a page of a verdict, twenty times a second each, while it
 * judges the heaviest bundles, each kind so many times.
 */
async function answering(program: string, times: number): Promise<Answered> {
  const data = await mkdtemp(join(tmpdir(), 'qms-verdict-answering-'))
  const service = await serveProcess(program, ['--data', data, '--scan-seconds', '3600', '--metrics-port', '0'])
  try {
    return await underLoad(service, times, (code) => devToken(program, ['--data', data, '--agency', code]))
  } finally {
    await service.kill()
    await rm(data, { recursive: true })
  }
}

type Tokens = (code: string) => Promise<string>

async function underLoad(service: ServeProcess, times: number, tokenOf: Tokens): Promise<Answered> {
  const { url, pid } = service
  const own = client(url, await tokenOf('H61.12'))
  const light = await sent(url, tokenOf, 'H61.12', await smallBundle('H61.12'))
  while ((await own.json(light.status)).state === 'waiting') await sleep(LOOK_EVERY_MS)
  // Made before anybody is asked: this process is busy with it.
  const heavy: { name: string; code: string; file: Uint8Array }[] = []
  for (let round = 0; round < times; round++)
    for (const { name, of } of HEAVIEST) {
      const code = `H61.${100 + heavy.length}`
      heavy.push({ name, code, file: await of(code) })
    }
  const before = { answering: await ownSeconds(pid), all: await serviceSeconds(pid) }
  const figures = String((await service.event('figures')).url)
  await longestBlock(figures)
  const ownLoop = monitorEventLoopDelay({ resolution: 10 })
  ownLoop.enable()

  const took: Record<Asked, number[]> = { health: [], verdict: [] }
  let failed = 0
  let over = false
  async function ask(what: Asked, get: () => Promise<Response>): Promise<void> {
    const from = performance.now()
    // Read to its end: an answer that begins is none yet.
    const answered = await get().then(
      (one) => one.arrayBuffer().then(() => one.ok),
      () => false,
    )
    if (!answered) failed++
    took[what].push(performance.now() - from)
  }
  async function askOn(): Promise<void> {
    const asked: Promise<void>[] = []
    for (; !over; await sleep(EVERY_MS))
      asked.push(
        ask('health', () => fetch(`${url}/health`)),
        ask('verdict', () => own.get(light.verdict, { Accept: 'text/html' })),
      )
    await Promise.all(asked)
  }

  const asking = askOn()
  const sending = heavy.map(async ({ name, code, file }) => {
    const { status } = await sent(url, tokenOf, code, file)
    const api = client(url, await tokenOf(code))
    for (const end = performance.now() + LONGEST_MS; ; await sleep(LOOK_EVERY_MS)) {
      const { state, refusal } = await api.json(status)
      const why = (refusal as { code?: string } | undefined)?.code
      if (state !== 'waiting' || performance.now() > end) return { name, state: why ?? String(state) }
    }
  })
  const bundles = await Promise.all(sending).finally(() => {
    over = true
  })
  await asking
  const blockedMs = { service: await longestBlock(figures), asking: ownLoop.max / 1e6 }
  ownLoop.disable()
  const seconds = {
    answering: (await ownSeconds(pid)) - before.answering,
    all: (await serviceSeconds(pid)) - before.all,
  }
  for (const all of Object.values(took)) all.sort((a, b) => a - b)
  return { bundles, took, failed, seconds, blockedMs }
}

async function sent(url: string, tokenOf: Tokens, code: string, file: Uint8Array) {
  const { upload, status, verdict } = await client(url, await tokenOf(code)).ask(code)
  const answer = await sendForm({ form: upload, file })
  if (answer.status !== 204) throw new Error(`the form was answered ${answer.status} ${answer.text}`)
  return { status, verdict }
}

/** Milliseconds for which the loop of a service stood still at most since it was asked last. */
async function longestBlock(figures: string): Promise<number> {
  const text = await (await fetch(figures)).text()
  const found = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]
  if (found === undefined) throw new Error(`${figures} tells nothing of the loop`)
  return Number(found) * 1000
}

const TIMES = '5'

/**
 * `npm run bench:answering [program] [times]`: prints how long answers take while the heaviest bundles are judged, each
 * kind so many times.
 * @returns 0 where the goal is met
 */
export async function main([program = 'dist/qms-verdict.mjs', times = TIMES]: string[]): Promise<number> {
  const { bundles, took, failed, seconds, blockedMs } = await answering(program, Number(times))
  const unjudged = bundles.filter(({ state }) => state !== 'judged')
  const most = Object.values(took).map((all) => percentile(all, 0.99))
  const isMet = failed === 0 && unjudged.length === 0 && most.every((ms) => ms <= MOST_P99_MS)
  const row = (name: string, ...cells: (string | number)[]) =>
    [
      name.padEnd(20),
      ...cells.map((cell) => String(typeof cell === 'number' ? Math.round(cell) : cell).padStart(9)),
    ].join('')
  const lines = [
    row('', 'asked', 'p50 ms', 'p99 ms', 'most ms'),
    ...(Object.keys(ASKED) as Asked[]).map((what) =>
      row(ASKED[what], took[what].length, ...[0.5, 0.99, 1].map((share) => percentile(took[what], share))),
    ),
    row('loop, service', '', '', '', blockedMs.service),
    row('loop, who asks', '', '', '', blockedMs.asking),
    '',
    `${bundles.length} bundles, ${unjudged.length} not judged; ${failed} questions not answered`,
    ...unjudged.map(({ name, state }) => `  ${name}: ${state}`),
    `processor time: ${seconds.answering.toFixed(1)} s of the process that answers, ${seconds.all.toFixed(1)} s of all`,
    `goal (p99 at most ${MOST_P99_MS} ms, nothing refused): ${isMet ? 'met' : 'MISSED'}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return isMet ? 0 : 1
}
