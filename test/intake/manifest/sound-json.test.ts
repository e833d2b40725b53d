import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HIDDEN } from '../../../src/core/texts.ts'
import { manifest } from '../../../src/dossier/manifest.ts'
import { readJson } from '../../../src/intake/manifest/json.ts'
import { cleanData, isCleanJson, SourceText } from '../../../src/intake/manifest/source-text.ts'

/** What reading a text came to, and how many signs were looked at one by one. */
function counted(text: string) {
  let looks = 0
  const source = new Proxy(new SourceText(text), {
    get: (target, key) => {
      if (key === 'text') looks++
      const value = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { read: readJson(source), looks }
}

const SOUND = JSON.stringify({ tên: ['Sở Tư pháp', { a: 1, b: '\\" , : [ {' }], b: {}, c: null })

it('a text in which nothing is wrong is read once, without a walk', () => {
  const { read, looks } = counted(SOUND)
  expect(read).toMatchObject({ ok: { value: JSON.parse(SOUND), problems: { count: 0 } } })
  expect(looks).toBe(1)
})

it.each([
  ['a key given twice', '{"a":1,"a":2}'],
  ['a key given twice, once as an escape', '{"a":1,"\\u0061":2}'],
  ['a key given twice, in two forms of Unicode', `{"${'é'.normalize('NFC')}":1,"${'é'.normalize('NFD')}":2}`],
  ['a key deep inside', '{"x":[{"y":{"a":1,"b":2,"a":3}}]}'],
])('%s is a problem', (_, text) => {
  expect(counted(text).read).toMatchObject({ ok: { problems: { count: 1 } } })
})

it.each([
  ['nested too deep', '['.repeat(40) + ']'.repeat(40), 'manifest-too-deep'],
  ['with too many values', `[${'1,'.repeat(500_001)}1]`, 'manifest-too-many-values'],
  ['with a key that is too long', `{"${'a'.repeat(101)}":1}`, 'manifest-not-parseable'],
  ['cut off', '{"a":"b', 'manifest-not-parseable'],
])('a text %s is refused', (_, text, code) => {
  expect(counted(text).read).toMatchObject({ fault: { code } })
})

it('where it stands is told of a sound text too', () => {
  const { read } = counted('{\n"a":\n1}')
  expect('ok' in read && read.ok.places(new Set(['/a'])).get('/a')).toEqual({ line: 2, written: '1' })
})

it('texts that are taken to be clean hold nothing to be cleaned', () => {
  const text = fc.string({ unit: 'binary', maxLength: 6 })
  const piece = fc.oneof(text, fc.constantFrom('é', 'é', '\u00ad', '\u200b', '\n', '\t', 'Đ', '₫', '–', '\\'))
  fc.assert(
    fc.property(fc.dictionary(piece, piece), (value) => {
      const written = JSON.stringify(value)
      if (!isCleanJson(written)) return
      const { value: cleaned, hidden } = cleanData(JSON.parse(written), manifest)
      expect(cleaned).toEqual(value)
      expect(hidden).toBeUndefined()
    }),
    { numRuns: 40 },
  )
})

it('no sign that may be hidden is taken to be clean', () => {
  const clean = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
    isCleanJson(sign),
  )
  expect(clean.filter((sign) => HIDDEN.test(sign))).toEqual(['\t', '\n', '\r'])
  for (const sign of 'AaàạăằđĐêệơợưựỳỵÝ–“”…₫') expect(clean).toContain(sign)
})
