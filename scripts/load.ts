import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { developmentIssuer } from '../src/cli/serve/sign-in.ts'
import { allAgencies } from '../src/service/entries.ts'
import { FolderStore } from '../src/service/store-folder.ts'
import { smallBundle } from '../test/service/support/bundles.ts'
import { client, writtenIn } from '../test/service/support/client.ts'
import { sendForm } from '../test/service/support/send-form.ts'
import { type ServeProcess, serveProcess } from '../test/service/support/serve-process.ts'

const PROGRAM = 'dist/qms-verdict.mjs'
const BUNDLES = 500
const SENDERS = 8
const LONGEST_MS = 600_000

/**
 * `npm run load [-- N]`: N bundles (500) of as many agencies through the service on loopback; tells how long it took and
 * how much memory the service had at most.
 * @returns 0 when all were judged, none twice
 */
export async function main([count = String(BUNDLES)]: string[]): Promise<number> {
  const bundles = Number(count)
  if (!existsSync(PROGRAM) || !Number.isInteger(bundles) || bundles < 1) {
    process.stderr.write('npm run build && npm run load [-- N]\n')
    return 2
  }
  const data = await mkdtemp(join(tmpdir(), 'qms-verdict-load-'))
  try {
    return await load(bundles, data)
  } finally {
    await rm(data, { recursive: true })
  }
}

async function load(bundles: number, data: string): Promise<number> {
  const service = await serveProcess(PROGRAM, ['--data', data])
  const start = performance.now()
  const numbers = Array.from({ length: bundles }, (_, number) => number).values()
  // All senders draw from the same numbers.
  await Promise.all(Array.from({ length: SENDERS }, () => sendAll(numbers, service, data)))
  const sentMs = performance.now() - start
  while (writtenIn(service.log).length < bundles && performance.now() - start < LONGEST_MS) await sleep(50)
  const judgedMs = performance.now() - start
  await service.stop()
  const { maxRssMiB } = await service.event('stopped')

  const entries: number[] = []
  for await (const { uploads } of allAgencies(new FolderStore(join(data, 'verdict-store'))))
    entries.push(uploads.length)
  const once = entries.filter((found) => found === 1).length
  const failed = service.log.filter(({ event }) => /failed/.test(event)).length
  process.stdout.write(
    [
      `bundles          ${bundles}, sent by ${SENDERS} at once`,
      `judged once      ${once}`,
      `judged twice     ${entries.length - once}`,
      `failures logged  ${failed}`,
      `taken in         ${seconds(sentMs)}`,
      `all judged       ${seconds(judgedMs)} (${Math.round((bundles * 1000) / judgedMs)} a second)`,
      `peak memory      ${maxRssMiB} MiB\n`,
    ].join('\n'),
  )
  return once === bundles && entries.length === bundles && failed === 0 ? 0 : 1
}

async function sendAll(numbers: Iterator<number, undefined>, service: ServeProcess, data: string): Promise<void> {
  const issuer = await developmentIssuer(data)
  for (let next = numbers.next(); !next.done; next = numbers.next()) {
    const code = `H61.${next.value}`
    const api = client(service.url, await issuer.token({ kind: 'agency', code }, new Date(), 3600))
    const { upload: form } = await api.ask(code)
    const { status, text } = await sendForm({ form, file: await smallBundle(code) })
    if (status !== 204) throw new Error(`${code}: ${status} ${text}`)
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
