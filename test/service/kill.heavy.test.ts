import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { developmentIssuer } from '../../src/cli/serve/sign-in.ts'
import { digest } from '../../src/core/json.ts'
import { agencyIndex } from '../../src/service/entries.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { type BuiltCommandLine, buildCommandLine } from '../cli/command-line.ts'
import { smallBundle } from './support/bundles.ts'
import { client, type Invitation, writtenIn } from './support/client.ts'
import { sendForm } from './support/send-form.ts'
import { type LogLine, type ServeProcess, serveProcess } from './support/serve-process.ts'

const KILLS = Number(process.env.QMS_VERDICT_KILLS ?? 15)
const PER_LIFE = 5
/** Judging gives way to all else on the machine, so this may take long. */
const SECONDS = 600

let commandLine: BuiltCommandLine
let data: string
beforeAll(async () => {
  commandLine = await buildCommandLine()
  data = await mkdtemp(join(tmpdir(), 'qms-verdict-kill-'))
})
afterAll(async () => {
  await rm(data, { recursive: true })
})

interface Upload {
  code: string
  invitation: Invitation
  file: Uint8Array
}

async function ask(service: ServeProcess, number: number): Promise<Upload> {
  const code = `H61.${number}`
  const token = await tokenOf(code)
  return { code, invitation: await client(service.url, token).ask(code), file: await smallBundle(code) }
}

async function tokenOf(code: string): Promise<string> {
  return (await developmentIssuer(data)).token({ kind: 'agency', code }, new Date(), 3600)
}

/** Sends a bundle to the process that runs now; whether it said that it has it. */
async function send(service: ServeProcess, { invitation, file }: Upload): Promise<boolean> {
  const url = `${service.url}${new URL(invitation.upload.url).pathname}`
  try {
    return (await sendForm({ form: { ...invitation.upload, url }, file })).status === 204
  } catch (error) {
    // The process was killed: nobody knows whether it has the bundle.
    if (error instanceof TypeError) return false
    throw error
  }
}

test(
  `killed ${KILLS} times amid writes: what was taken in is judged once, and nothing is half-written`,
  async () => {
    const uploads: Upload[] = []
    const unknown = new Set<Upload>()
    const log: LogLine[] = []
    let broken = 0
    for (let life = 0; life < KILLS; life++) {
      const service = await serveProcess(commandLine.program, ['--data', data])
      onTestFinished(service.kill)
      const asked = await Promise.all(Array.from({ length: PER_LIFE }, (_, at) => ask(service, life * PER_LIFE + at)))
      for (const upload of asked) unknown.add(upload)
      uploads.push(...asked)
      // As many as agencies would try again at a time: with all of them none would come through.
      const sent = [...unknown].slice(0, 2 * PER_LIFE).map(async (upload) => {
        if (await send(service, upload)) unknown.delete(upload)
      })
      // Spread over the time that taking in and judging takes, a worker to be started included: every step is hit by some.
      await new Promise((resolve) => setTimeout(resolve, (life * 331) % 2_400))
      await service.kill()
      await Promise.all(sent)
      log.push(...service.log)
      broken += unknown.size
    }
    expect(broken, 'no kill came while a bundle was being taken in').toBeGreaterThan(0)
    expect(writtenIn(log).length, 'no kill came while a bundle was waiting').toBeLessThan(uploads.length - unknown.size)

    const service = await serveProcess(commandLine.program, ['--data', data, '--scan-seconds', '1'])
    onTestFinished(service.kill)
    for (const upload of unknown) expect(await send(service, upload)).toBe(true)
    const states = async () => Promise.all(uploads.map((upload) => stateOf(service, upload)))
    await expect
      .poll(async () => new Set(await states()), { timeout: 240_000, interval: 500 })
      .toEqual(new Set(['judged']))
    expect(await service.stop()).toBe(0)
    log.push(...service.log)

    expect(log.filter(({ event }) => /failed/.test(event))).toEqual([])
    expect(writtenIn(log).length).toBe(new Set(writtenIn(log)).size)
    const verdicts = new FolderStore(join(data, 'verdict-store'))
    for (const { code } of uploads) expect((await agencyIndex(code, verdicts)).uploads).toHaveLength(1)
    await expectWhole(join(data, 'verdict-store'))
  },
  SECONDS * 1000,
)

async function stateOf(service: ServeProcess, { code, invitation }: Upload): Promise<unknown> {
  return (await client(service.url, await tokenOf(code)).json(invitation.status)).state
}

/** Every document in the store is whole: JSON, and each verdict with the digest that it states. */
async function expectWhole(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  const documents = files.filter((name) => name.endsWith('.json'))
  expect(documents.length).toBeGreaterThan(KILLS)
  for (const name of documents) {
    const document = JSON.parse(await readFile(join(folder, name), 'utf8'))
    if (!name.startsWith('verdicts/')) continue
    const { digest: stated, signature: _, ...rest } = document
    expect(digest(rest)).toBe(stated)
  }
  for (const name of files.filter((one) => one.endsWith('.html')))
    expect(await readFile(join(folder, name), 'utf8')).toMatch(/<\/html>\s*$/)
}
