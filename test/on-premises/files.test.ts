import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { serveOptions } from '../../src/cli/commands/serve.ts'
import { SERVE } from '../../src/cli/tables/service.ts'
import { FORM_LIMITS } from '../../src/http/form/parts.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'

const read = (name: string) => readFile(`scripts/on-premises/${name}`, 'utf8')
const unit = await read('qms-verdict.service')
const image = await read('Containerfile')
const proxy = await read('nginx.conf')

/** The options of `serve` in a text, however they are written. */
const optionsIn = (text: string) => [...text.matchAll(/--([a-z][a-z-]+)/g)].map(([, name]) => String(name))

test.each([
  ['unit', /^ExecStart=.* serve (.*)$/m.exec(unit)?.[1]],
  ['image', /^CMD \["serve", (.*)\]$/m.exec(image)?.[1]],
])('the %s starts the service by options that it has', (_name, command) => {
  const used = optionsIn(command ?? '')
  expect(used).toEqual(expect.arrayContaining(['host', 'port', 'data']))
  expect(used.filter((name) => !(name in SERVE.options))).toEqual([])
})

test('the proxy passes on to the port of the unit, and takes the largest bundle in its form', () => {
  const port = /--port (\d+)/.exec(unit)?.[1]
  expect(proxy).toContain(`proxy_pass http://127.0.0.1:${port};`)
  expect(unit).toContain(`SocketBindAllow=ipv4:tcp:${port}`)
  const most = Number(/client_max_body_size (\d+)m;/.exec(proxy)?.[1]) * 1024 * 1024
  expect(most).toBeGreaterThan(DEFAULT_LIMITS.archiveBytes + FORM_LIMITS.bytesBeforeFile)
})

test('the image is built from the lock file alone, runs as nobody, and the last stage installs nothing', () => {
  expect(image).toMatch(/^ARG BASE=/m)
  expect([...image.matchAll(/^RUN (.*)$/gm)].map(([, command]) => command?.split(' ').slice(0, 2).join(' '))).toEqual([
    'npm ci',
    'mkdir -p',
  ])
  expect(image).toMatch(/^USER [1-9]\d+:[1-9]\d+$/m)
})

test.each(['https://qms.example.gov.vn/iso', 'https://qms.example.gov.vn/?a=1', 'https://user@qms.example.gov.vn'])(
  'a public address %s is refused at start, with the reason',
  async (address) => {
    await expect(serveOptions(['--public-url', address], {})).rejects.toMatchObject({
      name: 'InputError',
      text: { vi: expect.stringContaining('tên miền riêng'), en: expect.stringContaining('a host name of its own') },
    })
  },
)

test('a public address of a host alone is taken, with or without the slash', async () => {
  for (const address of ['https://qms.example.gov.vn', 'https://qms.example.gov.vn:8443/'])
    expect((await serveOptions(['--public-url', address], {})).settings.publicUrl).toBe(address.replace(/\/$/, ''))
})
