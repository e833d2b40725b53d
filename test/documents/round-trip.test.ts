import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Drafted, drafted, statedAt } from './drafted.ts'

const department = await drafted('department-complete')
const ward = await drafted('commune-caught-up')

/** Values of the draft that the manifest does not say; letters of a title may have lost their capitals, and it says so. */
function wrong(both: Drafted): string[] {
  return both.draft.sources.flatMap(({ pointer, value, certainty, file }) => {
    const stated = statedAt(both, pointer)
    return (certainty === 'likely' ? sameButLetters(value, stated) : isDeepStrictEqual(value, stated))
      ? []
      : [`${pointer} ${JSON.stringify(value)} ≠ ${JSON.stringify(stated)} (${file})`]
  })
}

/** A title of a signature may say less than the manifest, and letters may have lost their capitals. */
function sameButLetters(value: unknown, stated: unknown): boolean {
  if (typeof value !== 'string' || typeof stated !== 'string') return isDeepStrictEqual(value, stated)
  return stated.toLowerCase().startsWith(value.toLowerCase())
}

/** How many values stand in a manifest, below lists and objects. */
function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, one) => sum + leaves(one), 0)
}

describe('the papers of a department without their manifest', () => {
  it('give nothing that its manifest does not say', () => {
    expect(wrong(department)).toEqual([])
  })

  it('give back four of five of its values, the catalogue and the records apart', () => {
    const { catalogue: _, records: __, ...said } = department.manifest
    expect(leaves(department.draft.manifest) / leaves(said)).toBeGreaterThan(0.8)
  })

  it('name what was not read and what a person must fill in', () => {
    const { unread, unclassified, doubts, toFill, stamped } = department.draft
    expect(unread).toEqual([
      { file: 'cong-bo/niem-yet.jpg', text: 'scan' },
      { file: 'tai-lieu/pho-bien.pdf', text: 'scan' },
    ])
    expect({ unclassified, doubts, stamped }).toEqual({ unclassified: [], doubts: [], stamped: [] })
    expect(toFill).toEqual(['/agency/block', '/agency/code', '/agency/province', '/statusReport/covers'])
  })

  it('are quoted for every value, with the page where there are pages', () => {
    for (const { quote, file, page, cell } of department.draft.sources) {
      expect(quote.length).toBeGreaterThan(0)
      expect(quote.length).toBeLessThanOrEqual(200)
      if (file.endsWith('.pdf')) expect(page).toBeGreaterThan(0)
      if (file.endsWith('.xlsx')) expect(cell).toMatch(/^Danh mục![A-Z]+\d+$/)
    }
  })
})

describe('the papers of a ward with an old and a new declaration', () => {
  it('give nothing that its manifest does not say', () => {
    expect(wrong(ward)).toEqual([])
  })

  it('tell which notice belongs to which declaration', () => {
    const declarations = ward.draft.manifest.declarations as { number: string; standard: string; notice: object }[]
    expect(declarations.map(({ number, standard, notice }) => ({ number, standard, notice }))).toMatchObject([
      {
        number: '201/QĐ-UBND',
        standard: 'TCVN ISO 9001:2015',
        notice: { number: '540/UBND-VP', sentOn: '2026-12-15' },
      },
      { number: '64/QĐ-UBND', standard: 'TCVN ISO 9001:2008', notice: { number: '118/UBND', sentOn: '2017-11-27' } },
    ])
  })

  it('leave the name of the agency and its whole system’s edition blank: the papers tell two', () => {
    expect(ward.draft.manifest).not.toHaveProperty('agency.name')
    expect(ward.draft.manifest).not.toHaveProperty('standard')
  })
})
