import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { developmentIssuer } from '../../src/cli/serve/sign-in.ts'
import { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { engineFile } from '../../src/documents/process/confinement.ts'
import { type BuiltCommandLine, buildCommandLine } from '../cli/command-line.ts'
import { scanOf } from '../documents/ocr/scan-of.ts'
import { makeZip } from '../support/zip.ts'
import { client } from './support/client.ts'
import { sendForm } from './support/send-form.ts'
import { type ServeProcess, serveProcess } from './support/serve-process.ts'

const CODE = 'H61.12'
const DECISION = 'fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf'
const HEAD = { name: 'Trần Thị Ngọc Ánh', title: 'Giám đốc' }
let commandLine: BuiltCommandLine
let data: string
let running: ServeProcess | undefined
let engine: PdfEngine
beforeAll(async () => {
  commandLine = await buildCommandLine()
  data = await mkdtemp(join(tmpdir(), 'qms-verdict-scans-'))
  engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
})
afterAll(async () => {
  await running?.kill()
  await rm(data, { recursive: true, force: true })
})

/** A bundle whose declaration is a scan of decision 88/QĐ-STP. */
async function bundle(over = ''): Promise<Uint8Array> {
  const declaration = {
    ...{ number: '88/QĐ-STP', signedOn: '2024-04-02', signedBy: HEAD, standard: 'TCVN ISO 9001:2015' },
    ...{ allProcedures: true, file: 'cong-bo.pdf' },
  }
  const manifest = {
    format: 'qms-bundle/1',
    agency: { code: CODE, name: 'Sở Tư pháp tỉnh Vĩnh Long', block: 'department', province: 'H61', heads: [HEAD] },
    assessmentYear: 2026,
    declarations: [declaration],
  }
  return makeZip({
    'manifest.json': JSON.stringify(manifest),
    'cong-bo.pdf': scanOf(engine, await readFile(DECISION), 0, { over }),
  })
}

const serve = async () => serveProcess(commandLine.program, ['--data', data, '--scan-seconds', '2'])

async function send(service: ServeProcess, file: Uint8Array) {
  const token = (await developmentIssuer(data)).token({ kind: 'agency', code: CODE }, new Date(), 3600)
  const api = client(service.url, await token)
  const { id, upload } = await api.ask(CODE)
  await sendForm({ form: { ...upload, url: `${service.url}${new URL(upload.url).pathname}` }, file })
  const judged = await service.event('upload-judged', 120)
  return { api, id, judged }
}

test('a service answers before its scans are read, is killed, and reads them at its next start', {
  timeout: 600_000,
}, async () => {
  running = await serve()
  const { id, judged } = await send(running, await bundle())
  expect(judged).toMatchObject({ kind: 'verdict', stored: 'written' })
  expect(running.log.map(({ event }) => event)).not.toContain('scan-read')
  await running.kill()
  running = await serve()
  expect(await running.event('scan-read', 300)).toMatchObject({ kind: 'judged', uploadId: id })
  const token = await (await developmentIssuer(data)).token({ kind: 'agency', code: CODE }, new Date(), 3600)
  const api = client(running.url, token)
  const verdict = await api.json(`/agencies/${CODE}/verdicts/${id}`)
  expect(verdict).toMatchObject({ provisional: false, readings: { scans: { total: 1, read: 1 } } })
  const before = await api.json(`/agencies/${CODE}/verdicts/${id}-v1`)
  expect(before).toMatchObject({ provisional: true, asOf: verdict.asOf, readings: { scans: { total: 1, read: 0 } } })
  const finding = (verdict.findings as { rule: string }[]).find(({ rule }) => rule === 'declaration-in-force')
  expect(finding).toMatchObject({ outcome: 'pass', assurance: 'recognised' })
  // A stamp of secrecy in the scan: what was said before is gone.
  const start = running.log.length
  const stamped = await send(running, await bundle('BT 0.9 0.1 0.1 rg /F1 20 Tf 70 680 Td (TOI MAT) Tj ET'))
  for (let tries = 0; tries < 300 && !running.log.slice(start).some(({ event }) => event === 'scan-read'); tries++)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(await stamped.api.json(`/agencies/${CODE}/verdicts/${stamped.id}`)).toMatchObject({ status: 'undetermined' })
  expect((await stamped.api.get(`/agencies/${CODE}/verdicts/${stamped.id}-v1`)).status).toBe(410)
  expect(await running.stop()).toBe(0)
})
