import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type OpenedPlace, openFolder } from '../../src/cli/serve/place.ts'
import { type HttpServer, listen } from '../../src/cli/serve/server.ts'
import type { UploadForm } from '../../src/service/store.ts'
import { formContract } from './support/form-contract.ts'
import { sendForm } from './support/send-form.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-form-'))
const servers: HttpServer[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  await rm(root, { recursive: true })
})

interface Endpoint extends OpenedPlace {
  folder: string
  uploaded: string[]
  faults: unknown[]
}

async function fresh(now = () => new Date()): Promise<Endpoint> {
  const folder = await mkdtemp(join(root, 'data-'))
  const [uploaded, faults]: [string[], unknown[]] = [[], []]
  let port = 0
  const place = await openFolder(folder, {
    now,
    url: () => `http://127.0.0.1:${port}`,
    uploadsPerDay: 3,
    audit: { record: async () => undefined },
    onUploaded: (key) => uploaded.push(key),
    onFault: (fault) => faults.push(fault),
  })
  if (place.uploads === undefined) throw new Error('a folder takes uploads itself')
  const server = await listen(place.uploads.fetch, '127.0.0.1', 0)
  servers.push(server)
  port = server.port
  return { ...place, folder, uploaded, faults }
}

formContract('the embedded endpoint', fresh)
const POLICY = { key: 'bundles/H61.12/one.zip', contentType: 'application/zip', maxBytes: 1_000_000, validSeconds: 60 }
const FILE = Buffer.from('bytes of a file')

describe('the embedded endpoint', () => {
  test('tells of what it took in, and dates it by the clock of the service', async () => {
    const endpoint = await fresh(() => new Date('2026-03-05T02:00:00.700Z'))
    await sendForm({ form: await endpoint.presigner(POLICY), file: FILE })
    expect(endpoint.uploaded).toEqual([POLICY.key])
    expect(await endpoint.bundles.head(POLICY.key)).toMatchObject({ modified: '2026-03-05T02:00:00Z' })
  })

  test.each(['policy', 'x-amz-signature', 'x-amz-credential'])(
    'a form without %s: 403, and no fault of ours',
    async (field) => {
      const endpoint = await fresh()
      const sent = await sendForm({
        form: await endpoint.presigner(POLICY),
        file: FILE,
        changed: { [field]: undefined },
      })
      expect(sent).toMatchObject({ status: 403, text: expect.stringContaining('<Code>AccessDenied</Code>') })
      expect([endpoint.faults, endpoint.uploaded]).toEqual([[], []])
    },
  )

  test('another SHA-256 than was signed: 400, and nothing is stored', async () => {
    const endpoint = await fresh()
    const form = await endpoint.presigner({ ...POLICY, sha256: Buffer.alloc(32).toString('base64') })
    const sent = await sendForm({ form, file: FILE })
    expect(sent).toMatchObject({ status: 400, text: expect.stringContaining('<Code>BadDigest</Code>') })
    expect(endpoint.uploaded).toEqual([])
    expect(await endpoint.bundles.head(POLICY.key)).toBeUndefined()
  })

  test('the same file again is no fault; another file does not replace it: 412', async () => {
    const endpoint = await fresh()
    const form = await endpoint.presigner(POLICY)
    expect(await sendForm({ form, file: FILE })).toMatchObject({ status: 204 })
    expect(await sendForm({ form, file: FILE })).toMatchObject({ status: 204 })
    expect(await sendForm({ form, file: Buffer.from('another') })).toMatchObject({ status: 412 })
    expect(await endpoint.bundles.read(POLICY.key)).toEqual(new Uint8Array(FILE))
  })

  test('a form of another folder is not accepted', async () => {
    const [endpoint, other] = [await fresh(), await fresh()]
    const { url } = await endpoint.presigner(POLICY)
    const { fields } = await other.presigner(POLICY)
    expect(await sendForm({ form: { url, fields }, file: FILE })).toMatchObject({ status: 403 })
  })

  test('tells in both languages what is wrong', async () => {
    const { presigner } = await fresh()
    const { url } = await presigner(POLICY)
    const ask = async (lang: string) => {
      const body = new FormData()
      body.append('key', 'x')
      return (await fetch(`${url}?lang=${lang}`, { method: 'POST', body })).text()
    }
    expect(await ask('vi')).toContain('Biểu mẫu không có tệp')
    expect(await ask('en')).toContain('There is no file in the form')
  })

  test.each([
    ['no form', 'application/json', '{}'],
    ['no boundary', 'multipart/form-data', 'x'],
    [
      'another boundary',
      'multipart/form-data; boundary=a',
      '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'a part without a name',
      'multipart/form-data; boundary=a',
      '--a\r\nContent-Type: text/plain\r\n\r\nx\r\n--a--\r\n',
    ],
    [
      'a field without end',
      'multipart/form-data; boundary=a',
      `--a\r\nContent-Disposition: form-data; name="key"\r\n\r\n${'x'.repeat(30_000)}`,
    ],
    [
      'headers without end',
      'multipart/form-data; boundary=a',
      `--a\r\nContent-Disposition: form-data; name="${'k'.repeat(30_000)}`,
    ],
    ['nothing', 'multipart/form-data; boundary=a', ''],
    ['parts that end at once', 'multipart/form-data; boundary=a', '--a--\r\n'],
    [
      'a field twice',
      'multipart/form-data; boundary=a',
      `${'--a\r\nContent-Disposition: form-data; name="key"\r\n\r\nx\r\n'.repeat(2)}--a--\r\n`,
    ],
  ])('%s: 400', async (_, type, body) => {
    const { presigner, faults } = await fresh()
    const { url } = await presigner(POLICY)
    expect((await fetch(url, { method: 'POST', body, headers: { 'Content-Type': type } })).status).toBe(400)
    expect(faults).toEqual([])
  })

  test('a sender that breaks off leaves nothing behind', async () => {
    const endpoint = await fresh()
    await breakOff(await endpoint.presigner(POLICY))
    const folder = join(endpoint.folder, 'bundle-store/bundles/H61.12')
    await expect.poll(() => readdir(folder).catch(() => undefined)).toEqual([])
    expect(endpoint.uploaded).toEqual([])
  })

  test('its secret is for the owner alone', async () => {
    const { folder } = await fresh()
    expect((await stat(join(folder, 'keys'))).mode & 0o077).toBe(0)
  })

  test('a store that cannot be written to: 500, told to the log and not blamed on the sender', async () => {
    const endpoint = await fresh()
    await endpoint.bundles.put('bundles/H61.12', FILE, 'application/zip')
    const sent = await sendForm({ form: await endpoint.presigner(POLICY), file: FILE })
    expect(sent).toMatchObject({ status: 500, text: expect.stringContaining('không phải lỗi của hồ sơ') })
    expect(endpoint.faults).toHaveLength(1)
  })
})

/** Sends the fields, promises a file and hangs up in the middle of it. */
async function breakOff({ url, fields }: UploadForm): Promise<void> {
  const { hostname, port, pathname } = new URL(url)
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = `${parts.join('')}--b\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\nhalf`
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${hostname}`,
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${body.length + 1000}`,
  ]
  const socket = connect(Number(port), hostname)
  await new Promise<void>((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => resolve()))
  await new Promise((resolve) => setTimeout(resolve, 200))
  socket.destroy()
}
