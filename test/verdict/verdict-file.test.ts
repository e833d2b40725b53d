import { describe, expect, it } from 'vitest'
import { forged, verdictOf, verify } from './judged.ts'

const verdict = await verdictOf()

describe('the bytes of a verdict', () => {
  it.each(Object.keys(verdict))('are edited when %s is another', async (key) => {
    const edited =
      key === 'schemaVersion' || key === 'kind' ? { ...verdict, [`${key}2`]: 1 } : { ...verdict, [key]: 'x' }
    const { result, ids } = await verify(edited)
    expect([result, ids]).toEqual(['unusable', ['edited']])
  })

  it.each(Object.keys(verdict).filter((key) => key !== 'kind'))('are edited when %s is taken out', async (key) => {
    const { [key]: _, ...rest } = verdict as unknown as Record<string, unknown>
    expect((await verify(rest)).ids).toEqual(['edited'])
  })

  it('are intact in another order of keys, with other spaces and a byte order mark', async () => {
    const turned = Object.fromEntries(Object.entries(verdict).reverse())
    expect((await verify(`\uFEFF${JSON.stringify(turned, null, 4)}`)).ids).toEqual(['intact', 'same'])
  })

  it('are edited when a key is given twice, though the last one is the true one', async () => {
    const text = JSON.stringify(verdict).replace('"status":', '"status":"notMet","status":')
    expect((await verify(text)).ids).toEqual(['keyTwice'])
  })

  it.each([
    ['', 'notJson'],
    ['{"kind":"verdict"', 'notJson'],
    ['null', 'otherDocument'],
    ['[]', 'otherDocument'],
    ['"verdict"', 'otherDocument'],
    ['{"kind":"prescreen","schemaVersion":1}', 'otherDocument'],
    ['{"kind":"refusal","schemaVersion":1,"code":"no-manifest"}', 'refusalDocument'],
    ['{"kind":"verdict"}', 'edited'],
    ['{"kind":"verdict","digest":1e999}', 'edited'],
    ['{"kind":"verdict","score":1e999,"digest":""}', 'edited'],
    [`${'['.repeat(100_000)}`, 'notJson'],
  ])('%.40s: %s', async (text, id) => {
    const { result, ids } = await verify(text)
    expect([result, ids]).toEqual(['unusable', [id]])
  })

  it.each([1, 3, '2', null])('are refused with schemaVersion %j, saying so', async (schemaVersion) => {
    const { result, ids, statements } = await verify(forged(verdict, { schemaVersion }))
    expect([result, ids]).toEqual(['unusable', ['otherSchema']])
    expect(statements[0]?.text.en).toContain(`schemaVersion ${JSON.stringify(schemaVersion)}`)
    expect(statements[0]?.text.en.includes('never released')).toBe(schemaVersion === 1)
  })

  it.each([
    { readings: {} },
    { asOf: '2026-02-30' },
    { bundle: { sha256: 'abc' } },
    { ruleSet: null },
    { catalogue: { source: 'neighbour', sha256: null } },
    { exceptions: {} },
    { signature: 7 },
  ])('are no verdict with %j, though the digest is right', async (change) => {
    const { result, ids, statements } = await verify(forged(verdict, change))
    const wanted = 'signature' in change ? 'edited' : 'malformed'
    expect([result, ids]).toEqual(['unusable', [wanted]])
    if (wanted === 'malformed') expect(statements[0]?.text.vi).toContain(Object.keys(change)[0])
  })
})
