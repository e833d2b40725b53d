import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveOptions } from '../../src/cli/commands/serve.ts'
import { webAddress } from '../../src/cli/options.ts'
import { trustOf } from '../documents/signature/cases.ts'

const TRUST = 'fixtures/documents/signatures/trust/root.pem'
let folder: string
let authority: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-serve-'))
  authority = join(folder, 'authority.yaml')
  await writeFile(authority, 'name: Sở Khoa học và Công nghệ\n')
})
afterAll(() => rm(folder, { recursive: true }))

describe('serve judges signatures by a trust list and knows its authority', () => {
  const expected = { trust: trustOf('root.pem'), authority: { name: 'Sở Khoa học và Công nghệ' } }

  test('by options', async () => {
    const { settings } = await serveOptions(['--trust', TRUST, '--authority', authority], {})
    expect(settings).toMatchObject(expected)
  })

  test('by the environment', async () => {
    const { settings } = await serveOptions([], { TRUST_LIST: TRUST, AUTHORITY_FILE: authority })
    expect(settings).toMatchObject(expected)
  })

  test('by nobody and blanks, where nothing is given', async () => {
    const { settings } = await serveOptions([], {})
    expect([settings.trust, settings.authority]).toEqual([undefined, {}])
  })

  test('or says what is wrong with a file', async () => {
    await writeFile(authority, 'nam: x\n')
    await expect(serveOptions(['--authority', authority], {})).rejects.toThrow('authority.yaml line 1: ')
  })
})

test.each(['ftp://qms.vn', 'qms.vn', 'https://[::x', 'http://'])('%s is no address to be reached by', (value) => {
  expect(() => webAddress('--public-url', value)).toThrow(`'${value}'`)
  expect(webAddress('--public-url', 'https://qms.vn//')).toBe('https://qms.vn')
})
