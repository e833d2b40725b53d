import { execFile, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommandLine } from '../cli/command-line.ts'
import { type ServeProcess, serveProcess } from '../service/support/serve-process.ts'

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
const missing = [
  ['nginx', '-v'],
  ['openssl', 'version'],
  ['curl', '--version'],
].filter(([program = '', ...args]) => !has(program, ...args))
const why = missing.length === 0 ? undefined : `not installed: ${missing.map(([program]) => program).join(', ')}`

const run = promisify(execFile)
const CODE = 'H61.152'
const CLIENT = 'qms-verdict'
const MIB = 1024 * 1024

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  socket.close()
  return port
}

/** An issuer that signs everybody in at once as one agency, as far as the service asks of it. */
async function startIssuer() {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }
  const nonces = new Map<string, string>()
  const redirects: string[] = []
  const server: Server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const json = (body: object) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === '/jwks.json') return json({ keys: [key] })
    if (pathname === '/authorize') {
      const code = randomBytes(8).toString('hex')
      nonces.set(code, searchParams.get('nonce') ?? '')
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      redirects.push(back.href)
      back.search = String(new URLSearchParams({ code, state: searchParams.get('state') ?? '', iss: url }))
      return response.writeHead(302, { Location: back.href }).end()
    }
    if (pathname === '/token') {
      const nonce = nonces.get(new URLSearchParams(await text(request)).get('code') ?? '')
      return json({ access_token: 'x', token_type: 'Bearer', id_token: await token({ agency: CODE, nonce }, CLIENT) })
    }
    json({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks.json`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const token = (claims: Record<string, unknown>, audience: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: audience === 'qms' ? 'at+jwt' : 'JWT' })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject('somebody')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(privateKey)
  return { url, token, redirects, close: () => server.close() }
}

describe.skipIf(why)(`Behind nginx, by the sample of its settings${why ? ` — skipped: ${why}` : ''}`, () => {
  let folder: string
  let origin: string
  let plain: string
  let issuer: Awaited<ReturnType<typeof startIssuer>>
  let service: ServeProcess
  const ends: (() => unknown)[] = []

  /** What curl prints, over TLS that it checks. */
  const curl = async (...args: string[]) =>
    (
      await run('curl', ['-sS', '--cacert', join(folder, 'qms.pem'), '--max-time', '120', ...args], {
        maxBuffer: 2 ** 26,
      })
    ).stdout

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qms-verdict-nginx-'))
    const [tls, http] = [await freePort(), await freePort()]
    origin = `https://localhost:${tls}`
    plain = `http://localhost:${http}`
    issuer = await startIssuer()
    const port = await freePort()
    const environment = {
      PUBLIC_URL: origin,
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: 'qms',
      OIDC_KEYS_URL: `${issuer.url}/jwks.json`,
      OIDC_CLIENT_ID: CLIENT,
      SESSION_SECRET: randomBytes(32).toString('base64'),
    }
    const { program } = await buildCommandLine()
    service = await serveProcess(program, ['--data', join(folder, 'data')], environment, port)
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...[
        '-addext',
        'subjectAltName=DNS:localhost',
        '-keyout',
        join(folder, 'qms.key'),
        '-out',
        join(folder, 'qms.pem'),
      ],
    ])
    const site = (await readFile('scripts/on-premises/nginx.conf', 'utf8'))
      .replaceAll('/etc/ssl/private/qms.example.gov.vn.key', join(folder, 'qms.key'))
      .replaceAll('/etc/ssl/qms.example.gov.vn.pem', join(folder, 'qms.pem'))
      .replaceAll('https://qms.example.gov.vn$request_uri', `${origin}$request_uri`)
      .replaceAll('qms.example.gov.vn', 'localhost')
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)
      .replace(/^ *listen \[::\].*$/gm, '')
      .replace('listen 443 ssl', `listen 127.0.0.1:${tls} ssl`)
      .replace('listen 80;', `listen 127.0.0.1:${http};`)
    await mkdir(join(folder, 'temp'))
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${join(folder, 'temp', name)};`,
    )
    await writeFile(
      join(folder, 'nginx.conf'),
      `pid ${folder}/nginx.pid; error_log ${folder}/error.log; daemon off;
      events {} http { access_log ${folder}/access.log; ${temporary.join(' ')} ${site} }`,
    )
    await run('nginx', ['-t', '-c', join(folder, 'nginx.conf')])
    const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
    ends.push(() => nginx.kill('SIGTERM'), issuer.close, service.kill)
    const patient = ['--retry', '30', '--retry-delay', '1', '--retry-connrefused']
    expect(await curl(...patient, '-o', '/dev/null', '-w', '%{http_code}', `${origin}/health`)).toBe('200')
  }, 300_000)

  afterAll(async () => {
    for (const end of ends) await end()
    await rm(folder, { recursive: true, force: true })
  })

  test('a person signs in and is known by a cookie of this host alone, over TLS alone', async () => {
    const jar = join(folder, 'cookies')
    // Somebody on the way says that the service has another name; it does not believe it.
    const lies = [
      '-H',
      'X-Forwarded-Host: evil.example',
      '-H',
      'X-Forwarded-Proto: http',
      '-H',
      'Forwarded: host=evil.example',
    ]
    const page = await curl('-L', '-b', jar, '-c', jar, ...lies, `${origin}/sign-in?to=%2F`)
    expect(page).toContain(CODE)
    expect(issuer.redirects).toEqual([`${origin}/sign-in/callback`])
    expect(await readFile(jar, 'utf8')).toMatch(/#HttpOnly_localhost\tFALSE\t\/\tTRUE\t\d+\t__Host-session\t/)
    const status = (...cookies: string[]) =>
      curl('-o', '/dev/null', '-w', '%{http_code}', ...cookies, `${origin}/agency`)
    expect(await status('-b', jar)).toBe('200')
    expect(await status()).toBe('302')
  })

  test('plain HTTP leads to TLS, and answers are not kept or framed on the way', async () => {
    const [location, headers] = await Promise.all([
      curl('-o', '/dev/null', '-w', '%{http_code} %{redirect_url}', `${plain}/agency?a=1`),
      curl('-o', '/dev/null', '-D', '-', `${origin}/health`),
    ])
    expect(location).toBe(`308 ${origin}/agency?a=1`)
    expect(headers).toMatch(/strict-transport-security: max-age=31536000/i)
    expect(headers).toMatch(/cache-control: no-store/i)
  })

  test('a bundle of 50 MiB passes, what is larger is refused, nothing is kept by the proxy', async () => {
    const bearer = ['-H', `Authorization: Bearer ${await issuer.token({ agency: CODE }, 'qms')}`]
    const send = async (bytes: number) => {
      const { upload } = JSON.parse(await curl('-X', 'POST', ...bearer, `${origin}/agencies/${CODE}/uploads`))
      expect(new URL(upload.url).origin).toBe(origin)
      const file = join(folder, 'bundle.zip')
      await writeFile(file, Buffer.alloc(bytes, 'x'))
      const fields = Object.entries(upload.fields).flatMap(([name, value]) => ['-F', `${name}=${value}`])
      return curl('-o', join(folder, 'answer'), '-w', '%{http_code}', ...fields, '-F', `file=@${file}`, upload.url)
    }
    expect(await send(50 * MIB)).toBe('204')
    expect(await send(50 * MIB + 1)).toBe('400')
    expect(await readFile(join(folder, 'answer'), 'utf8')).toContain('EntityTooLarge')
    expect(await send(53 * MIB)).toBe('413')
    expect(await readFile(join(folder, 'error.log'), 'utf8')).not.toContain('buffered to a temporary file')
  }, 240_000)
})
