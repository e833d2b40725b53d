import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { SIGNATURE_REASONS } from '../../src/dossier/reading.ts'
import { verdict as schema } from '../../src/http/api/verdict-schema.ts'
import { verdictCsv } from '../../src/render/csv.ts'
import { FILE_REASONS } from '../../src/render/format-words.ts'
import { verdictHtml } from '../../src/render/html/page.ts'
import { verdictJunit } from '../../src/render/junit.ts'
import { verdictSarif } from '../../src/render/sarif.ts'
import { verdictText } from '../../src/render/text.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const FILE = 'cong-bo/88-QD-STP.pdf'
const MANUAL = 'tai-lieu/so-tay-chat-luong.pdf'
const NUMBER = { value: '89/QĐ-STP', quote: 'Số: 89/QĐ-STP {asOf} <b>', page: 3 }

async function verdictOf(readings: Record<string, Record<string, unknown>>) {
  const input = { ruleSet: loaded, profileId: 'national', engine: ENGINE, asOf: '2026-11-01' }
  return (await judge({ dossier: testDossier(department, { readings }), ...input })).verdict
}

const contradicted = await verdictOf({
  [FILE]: { facts: { number: NUMBER, date: '2024-04-02' } },
  [MANUAL]: {
    facts: { date: { value: '2026-01-14', quote: 'ngày 14/01/2026', page: 2 }, signer: { name: 'Trần Thị Ngọc Ánh' } },
  },
})

const FORMATS = {
  text: verdictText,
  html: verdictHtml,
  sarif: verdictSarif,
  csv: verdictCsv,
  junit: verdictJunit,
}
const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('""', '"')

describe.each(['vi', 'en'] as const)('a contradiction in %s', (lang) => {
  it.each(Object.entries(FORMATS))('is told with both values, file, page and quote: %s', async (_, format) => {
    const told = plain(await format(contradicted, { ruleSet: loaded.source, lang, width: 5000 }))
    const page = lang === 'vi' ? 'trang' : 'page'
    for (const part of ['“88/QĐ-STP”', '“89/QĐ-STP”', `${FILE}, ${page} 3`, NUMBER.quote])
      expect(told.includes(part), part).toBe(true)
  })

  it.each([
    ['text', verdictText],
    ['html', verdictHtml],
    ['sarif', verdictSarif],
  ] as const)('of a listed document is told with it: %s', async (_, format) => {
    const told = await format(contradicted, { ruleSet: loaded.source, lang, width: 5000 })
    expect(told.includes(`${MANUAL}, ${lang === 'vi' ? 'trang' : 'page'} 2`)).toBe(true)
  })
})

it('stands in the evidence with its place, and fits the published form of a verdict', () => {
  const finding = contradicted.findings.find(({ rule }) => rule === 'declaration-in-force')
  const place = { pointer: '/declarations/0/number', file: FILE, page: 3, quote: NUMBER.quote }
  expect(finding?.evidence).toContainEqual(expect.objectContaining(place))
  expect(schema.safeParse(contradicted).error).toBeUndefined()
})

it('keeps nothing of the text of a quarantined bundle', async () => {
  const verdict = await verdictOf({ [MANUAL]: { stamped: true }, [FILE]: { facts: { number: NUMBER } } })
  expect(verdict.status).toBe('undetermined')
  expect(JSON.stringify(verdict)).not.toContain('89/QĐ-STP')
  expect(JSON.stringify(verdict)).toContain('stampInText')
})

it('says why a signature is not whole', () => {
  const told = SIGNATURE_REASONS.slice(0, SIGNATURE_REASONS.indexOf('noTrustList'))
  for (const id of told) expect(FILE_REASONS, id).toHaveProperty([`signature.${id}`])
})
