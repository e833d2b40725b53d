import { describe, expect, test } from 'vitest'
import {
  bundleKey,
  parseBundleKey,
  refusalKey,
  uploadEntryKey,
  type VerdictIdentity,
  verdictKey,
} from '../../src/service/keys.ts'

const hash = (digit: string) => digit.repeat(64)
const verdict: VerdictIdentity = {
  agency: { code: 'H61.12' },
  bundle: { sha256: hash('1') },
  ruleSet: { sha256: hash('2') },
  profile: { id: 'national', sha256: hash('3') },
  catalogue: { source: 'authority', sha256: hash('4') },
  exceptions: { sha256: hash('5') },
  records: { sha256: hash('8') },
  trust: { sha256: hash('6') },
  engine: { version: '1.2.0' },
  asOf: '2026-03-05',
  readings: { sha256: hash('7'), scans: { total: 1 } },
  provisional: false,
}
const others: Record<keyof VerdictIdentity, Partial<VerdictIdentity>[]> = {
  agency: [{ agency: { code: 'H61.13' } }],
  bundle: [{ bundle: { sha256: hash('a') } }],
  ruleSet: [{ ruleSet: { sha256: hash('a') } }],
  profile: [{ profile: { id: 'national', sha256: hash('a') } }, { profile: { id: 'vinh-long', sha256: hash('3') } }],
  catalogue: [
    { catalogue: { source: 'authority', sha256: hash('a') } },
    { catalogue: { source: 'none', sha256: null } },
  ],
  exceptions: [{ exceptions: { sha256: hash('a') } }, { exceptions: { sha256: null } }],
  records: [{ records: { sha256: hash('a') } }, { records: { sha256: null } }],
  trust: [{ trust: { sha256: hash('a') } }],
  engine: [{ engine: { version: '1.2.1' } }],
  asOf: [{ asOf: '2026-03-06' }],
  readings: [{ readings: { sha256: hash('a'), scans: { total: 1 } } }],
  provisional: [{ provisional: true }],
}

describe('verdictKey', () => {
  test('is sorted by agency and day and is the same each time', () => {
    expect(verdictKey(verdict)).toMatch(/^verdicts\/H61\.12\/2026-03-05\/[0-9a-z.-]+\.json$/)
    expect(verdictKey(structuredClone(verdict))).toBe(verdictKey(verdict))
  })

  test.each(Object.entries(others))('another %s is another key', (_part, changes) => {
    for (const change of changes) expect(verdictKey({ ...verdict, ...change })).not.toBe(verdictKey(verdict))
  })

  test('names the engine at its end, after a trust list where there is one', () => {
    const { trust: _, readings: __, records: ___, ...untrusting } = verdict
    expect(verdictKey(untrusting)).toBe(
      'verdicts/H61.12/2026-03-05/1111111111111111-2222222222222222-national-3333333333333333-authority-4444444444444444-5555555555555555-1.2.0.json',
    )
    expect(verdictKey(verdict)).toMatch(
      /-5555555555555555-8888888888888888-6666666666666666-7777777777777777-1\.2\.0\.json$/,
    )
  })

  test.each(['..', '.', '../../x', 'a/b', 'Hồ sơ', 'a\\b'])('an agency code %j is one plain name', (code) => {
    const names = verdictKey({ ...verdict, agency: { code } }).split('/')
    expect(names).toHaveLength(4)
    expect(names[1]).toMatch(/^(?!\.+$)[\w.%-]+$/)
  })
})

describe('refusalKey', () => {
  const upload = { code: 'H61.12', key: 'k', on: '2026-03-05T16:59:59.000Z' }
  const unread = { code: 'too-large', bundle: { sha256: null }, asOf: '2026-03-05' }

  test('is made of the agency, the day, the hash of the bundle and the code', () => {
    expect(refusalKey({ ...unread, bundle: { sha256: hash('1') } }, upload)).toBe(
      `refusals/H61.12/2026-03-05/${hash('1')}-too-large.json`,
    )
  })

  test('of a bundle that was not read is made of the upload', () => {
    expect(refusalKey(unread, upload)).toMatch(/^refusals\/H61\.12\/2026-03-05\/[0-9a-f]{64}-too-large\.json$/)
    expect(refusalKey(unread, { ...upload })).toBe(refusalKey(unread, upload))
    for (const other of [{ code: 'H61.13' }, { key: 'l' }, { on: '2026-03-05T17:00:00.000Z' }, { versionId: 'v' }])
      expect(refusalKey(unread, { ...upload, ...other })).not.toBe(refusalKey(unread, upload))
  })
})

describe('bundleKey', () => {
  const id = '20260305T020000000Z-0a1b2c3d'

  test.each(['H61.12', 'G05', 'H61.12.3', '..', 'A/B', 'ĐẶC KHU'])('of %j is read back', (code) => {
    expect(parseBundleKey(bundleKey(code, id))).toEqual({ code, uploadId: id })
  })

  test('of a code in its legacy or lower-case form is that of the code', () => {
    expect(bundleKey('000.00.12.h61', id)).toBe(bundleKey('H61.12', id))
  })

  test.each([
    `bundles/h61.12/${id}.zip`,
    `bundles/000.00.12.H61/${id}.zip`,
    `bundles/H61.12/${id}.ZIP`,
    `bundles/H61.12/x/${id}.zip`,
    `bundles/../${id}.zip`,
    `bundles/%/${id}.zip`,
    `bundles//${id}.zip`,
    `/bundles/H61.12/${id}.zip`,
    'bundles/H61.12/hồ sơ.zip',
    `verdicts/H61.12/${id}.zip`,
    '',
  ])('%j is not the key of an upload', (key) => expect(parseBundleKey(key)).toBeUndefined())

  test('the entries of a key that was written twice are in the order of time', () => {
    const keys = ['2026-03-05T02:00:01.000Z', '2026-03-05T02:00:00.999Z', '2026-03-05T02:00:00.000Z'].map((on) =>
      uploadEntryKey('H61.12', id, { on }),
    )
    expect([...keys].sort()).toEqual(keys.reverse())
    const [one, two] = ['v1', 'v2'].map((versionId) =>
      uploadEntryKey('H61.12', id, { on: '2026-03-05T02:00:00.000Z', versionId }),
    )
    expect(one).not.toBe(two)
  })
})
