import { describe, expect, test } from 'vitest'
import { refusalKey } from '../../handlers/results/refusal-key.ts'
import { type VerdictIdentity, verdictKey } from '../../handlers/results/verdict-key.ts'

const hash = (digit: string) => digit.repeat(64)
const verdict: VerdictIdentity = {
  agency: { code: 'H61.12' },
  bundle: { sha256: hash('1') },
  ruleSet: { sha256: hash('2') },
  profile: { id: 'national', sha256: hash('3') },
  catalogue: { source: 'authority', sha256: hash('4') },
  exceptions: { sha256: hash('5') },
  asOf: '2026-03-05',
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
  asOf: [{ asOf: '2026-03-06' }],
}

describe('verdictKey', () => {
  test('is sorted by agency and day and is the same each time', () => {
    expect(verdictKey(verdict)).toMatch(/^verdicts\/H61\.12\/2026-03-05\/[0-9a-z-]+\.json$/)
    expect(verdictKey(structuredClone(verdict))).toBe(verdictKey(verdict))
  })

  test.each(Object.entries(others))('another %s is another key', (_part, changes) => {
    for (const change of changes) expect(verdictKey({ ...verdict, ...change })).not.toBe(verdictKey(verdict))
  })

  test.each(['..', '.', '../../x', 'a/b', 'Hồ sơ', 'a\\b'])('an agency code %j is one plain name', (code) => {
    const names = verdictKey({ ...verdict, agency: { code } }).split('/')
    expect(names).toHaveLength(4)
    expect(names[1]).toMatch(/^(?!\.+$)[\w.%-]+$/)
  })
})

describe('refusalKey', () => {
  const upload = { bucket: 'b', key: 'k', on: '2026-03-05T16:59:59Z' }
  const unread = { bundle: { sha256: null }, asOf: '2026-03-05' }

  test('is the hash of the bundle and the day', () => {
    expect(refusalKey({ bundle: { sha256: hash('1') }, asOf: '2026-03-05' }, upload)).toBe(
      `refusals/${hash('1')}/2026-03-05.json`,
    )
  })

  test('of a bundle that was not read is made of the upload', () => {
    expect(refusalKey(unread, upload)).toMatch(/^refusals\/[0-9a-f]{64}\/2026-03-05\.json$/)
    expect(refusalKey(unread, { ...upload })).toBe(refusalKey(unread, upload))
    for (const other of [{ bucket: 'c' }, { key: 'l' }, { on: '2026-03-05T17:00:00Z' }, { versionId: 'v' }])
      expect(refusalKey(unread, { ...upload, ...other })).not.toBe(refusalKey(unread, upload))
  })
})
