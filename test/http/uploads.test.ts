import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problem, uploadInvitation, uploadStatus } from '../../src/http/api/schemas.ts'
import { AGENCY, NOW, startWorld, type World } from './support/world.ts'

const PATH = `/agencies/${AGENCY}/uploads`
const SHA256 = 'E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
let world: World
let token: string

beforeAll(async () => {
  world = await startWorld()
  token = await world.as({ agency: AGENCY })
})
afterAll(() => world.stop())

const ask = (
  body?: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
  path = PATH,
) => world.fetch(path, { method: 'POST', token, headers, ...(body !== undefined && { body }) })

/** What the signature of a form covers. */
const policyOf = (fields: Record<string, string>) =>
  JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString()) as { expiration: string; conditions: unknown[] }

describe('asking for an upload', () => {
  test('gives a form for exactly one key, a range of sizes and one type, and where to look afterwards', async () => {
    const response = await ask()
    expect(response.status).toBe(201)
    const { id, upload, status, verdict } = uploadInvitation.parse(await response.json())
    expect(id).toMatch(/^20260305T020000000Z-[0-9a-f]{8}$/)
    expect(response.headers.get('Location')).toBe(status)
    expect([status, verdict]).toEqual([`${PATH}/${id}`, `/agencies/${AGENCY}/verdicts/${id}`])
    expect(upload).toMatchObject({ method: 'POST', fileField: 'file', expiresOn: '2026-03-05T02:15:00.000Z' })
    expect(policyOf(upload.fields).conditions).toEqual(
      expect.arrayContaining([
        { key: `bundles/${AGENCY}/${id}.zip` },
        { bucket: 'bundles' },
        { 'Content-Type': 'application/zip' },
        ['content-length-range', 1, 52_428_800],
      ]),
    )
  })

  test('binds the bytes whose hash is given', async () => {
    const { upload } = uploadInvitation.parse(await (await ask(JSON.stringify({ sha256: SHA256 }))).json())
    const base64 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    expect(upload.fields['x-amz-checksum-sha256']).toBe(base64)
    expect(policyOf(upload.fields).conditions).toContainEqual({ 'x-amz-checksum-sha256': base64 })
  })

  test('another id each time', async () => {
    const ids = await Promise.all(
      [ask(), ask()].map(async (one) => uploadInvitation.parse(await (await one).json()).id),
    )
    expect(new Set(ids).size).toBe(2)
  })

  test.each(['h61.12', '000.00.12.H61'])('takes %s for H61.12', async (code) => {
    const response = await ask(undefined, {}, `/agencies/${code}/uploads`)
    expect(uploadInvitation.parse(await response.json()).status).toMatch(/^\/agencies\/H61\.12\/uploads\//)
  })
})

describe('a body that cannot be used', () => {
  test.each([
    ['{', 'no JSON'],
    ['', 'empty but for spaces', '   '],
    ['[]', 'an array'],
    ['null', 'null'],
    ['"text"', 'a text'],
    ['{"sha256":"abc"}', 'a short hash'],
    ['{"sha256":5}', 'a number for a hash'],
    ['{"sha256":null}', 'null for a hash'],
    ['{"SHA256":"abc"}', 'an unknown member'],
  ])('%s: %s', async (body, _, sent = body) => {
    const response = await ask(sent)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ type: '/problems/body-invalid' })
  })

  test('bytes that are no UTF-8', async () => {
    expect((await ask(new Uint8Array([0x7b, 0xff, 0x7d]))).status).toBe(400)
  })

  test('says where, what was found, what to write, in both languages', async () => {
    const tell = async (lang: string) =>
      (await ask('{"sha256":"abc"}', { 'Content-Type': 'application/json', 'Accept-Language': lang })).json()
    expect(await tell('vi')).toMatchObject({
      detail: '/sha256: Đang là "abc". Đề nghị ghi mã băm SHA-256 của tệp: 64 chữ số hệ mười sáu.',
      errors: [{ pointer: '/sha256' }],
    })
    expect(await tell('en')).toMatchObject({
      detail: '/sha256: It is "abc". Write the file\'s SHA-256: 64 hexadecimal digits.',
    })
  })

  test('repeats no more of what was found than a line holds', async () => {
    const { detail } = await (await ask(JSON.stringify({ sha256: 'a'.repeat(5_000) }))).json()
    expect(detail).toContain('Đang là "aaaa')
    expect(detail).not.toContain('a'.repeat(80))
  })

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'application/jsonp', ''])(
    'sent as %j',
    async (type) => {
      const response = await ask('{}', { 'Content-Type': type })
      expect(response.status).toBe(415)
      expect(await response.json()).toMatchObject({ type: '/problems/body-not-json' })
    },
  )

  test.each([
    ['of a known length', 'x'.repeat(16_385)],
    ['in chunks', new Blob(['x'.repeat(20_000)]).stream()],
  ])('too large, %s', async (_, body) => {
    const response = await world.fetch(PATH, { method: 'POST', token, body, duplex: 'half' } as RequestInit)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ type: '/problems/body-too-large' })
  })
})

describe('the status of an upload', () => {
  const status = async (id: string) => {
    const response = await world.fetch(`${PATH}/${id}`, { token })
    return { response, answer: uploadStatus.parse(await response.json()) }
  }

  test('waits for what was not uploaded yet, and says when to ask again', async () => {
    const id = '20260305T010000001Z-00000000'
    const { response, answer } = await status(id)
    expect(answer).toEqual({ id, askedOn: '2026-03-05T01:00:00.001Z', state: 'waiting' })
    expect(response.headers.get('Retry-After')).toBe('5')
  })

  test('tells where the verdict is', async () => {
    const id = '20260305T010000002Z-00000000'
    await world.judged(AGENCY, id)
    const { answer } = await status(id)
    expect(answer).toMatchObject({ state: 'judged', uploadedOn: NOW, verdict: `/agencies/${AGENCY}/verdicts/${id}` })
  })

  test('gives the refusal of a bundle that cannot be taken in', async () => {
    const id = '20260305T010000003Z-00000000'
    await world.judged(AGENCY, id, { 'manifest.json': '{"format":"qms-bundle/1","agency":5}' })
    const { answer } = await status(id)
    expect(answer).toMatchObject({ state: 'refused', refusal: { kind: 'refusal', code: 'manifest-invalid' } })
  })

  test.each(['latest', '20260305T010000000Z-1A2B3C4D', '20260305T010000000Z', '%2E%2Ezip', '%E0%A4%A'])(
    'there is no upload %s',
    async (id) => {
      const response = await world.fetch(`${PATH}/${id}`, { token })
      expect([response.status, problem.parse(await response.json()).type]).toEqual([400, '/problems/parameter-invalid'])
    },
  )
})
