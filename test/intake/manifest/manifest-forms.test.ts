import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { parseManifest } from '../../../src/intake/manifest/manifest.ts'
import { refusalOf } from './reading.ts'

const text = readFileSync(new URL('../../../fixtures/base/department.json', import.meta.url), 'utf8')
const stated = JSON.parse(text)

function parse(content: string, name = 'manifest.json') {
  return parseManifest(Buffer.from(content), name, DEFAULT_LIMITS)
}

describe('a manifest is the same in every form it may be written in', () => {
  it('JSON, read as it stands', async () => {
    expect((await parse(text)).manifest).toEqual(stated)
  })

  it.each([
    ['with a byte order mark', `\uFEFF${text}`],
    ['with Windows line ends', text.replaceAll('\n', '\r\n')],
    ['on one line', JSON.stringify(stated)],
    ['with letters and marks apart (NFD)', text.normalize('NFD')],
    [
      'with every letter escaped',
      text.replace(/[^\0-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
  ])('JSON %s', async (_, content) => {
    expect(content).not.toBe(text)
    expect((await parse(content)).manifest).toEqual(stated)
  })

  it.each(['manifest.yaml', 'manifest.yml'])('YAML as %s, in blocks and on one line', async (name) => {
    expect((await parse(stringify(stated, { aliasDuplicateObjects: false }), name)).manifest).toEqual(stated)
    expect((await parse(`\uFEFF${JSON.stringify(stated)}`, name)).manifest).toEqual(stated)
  })

  it('drops "./" from paths and keeps the rest of the text', async () => {
    const { manifest } = await parse(JSON.stringify({ ...stated, scope: { file: './tai-lieu//./pham-vi.pdf' } }))
    expect(manifest.scope?.file).toBe('tai-lieu/pham-vi.pdf')
  })
})

describe('limits of a manifest', () => {
  const yaml = stringify(stated)
  const sized = (bytes: number) => ({ ...DEFAULT_LIMITS, manifestJsonBytes: bytes, manifestYamlBytes: bytes })

  it.each([
    ['manifest.json', text],
    ['manifest.yaml', yaml],
  ])('%s is read up to its limit and refused one byte over it', async (name, content) => {
    const bytes = Buffer.from(content)
    expect((await parseManifest(bytes, name, sized(bytes.length))).manifest).toEqual(stated)
    const refusal = await refusalOf(parseManifest(bytes, name, sized(bytes.length - 1)))
    expect(refusal.code).toBe('manifest-too-large')
  })
})
