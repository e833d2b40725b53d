import { describe, expect, it } from 'vitest'
import { buildSample, buildSamples, type Sample } from '../../scripts/samples/sample.ts'
import { evaluate, findingOf } from './evaluate.ts'

const samples = await buildSamples()

describe.each(samples)('sample $name', ({ name, description, zip }) => {
  it('comes to what it is described to come to', async () => {
    const { kind, document } = await evaluate(zip, description.asOf)
    const came = kind === 'verdict' ? { verdict: document.status } : { refusal: document.code }
    expect(came).toEqual(description.expect)
  })

  it('has the same bytes each time it is built', async () => {
    expect(Buffer.compare((await buildSample(name)).zip, zip)).toBe(0)
  })
})

describe('the samples show', () => {
  it('a dossier that earns everything', async () => {
    const complete = await buildSample('department-complete')
    const { document } = await evaluate(complete.zip, complete.description.asOf)
    expect(document).toMatchObject({ score: { low: 100, high: 100 }, grade: 'xuat-sac', unnamedFiles: [] })
  })

  it('an agency that fell behind, caught up, and will fall behind again', async () => {
    const [behind, caughtUp] = await Promise.all(['commune-behind', 'commune-caught-up'].map(buildSample))
    if (!behind || !caughtUp) throw new Error('a sample of the walk is not there')
    const standing = async (sample: Sample, asOf: string) => {
      const { document } = await evaluate(sample.zip, asOf)
      return document.kind === 'verdict' ? [document.status, document.grade] : document.kind
    }
    expect(await standing(behind, '2026-11-01')).toEqual(['notMet', null])
    expect(await standing(caughtUp, '2026-12-21')).toEqual(['met', 'tot'])
    expect(await standing(caughtUp, '2027-12-31')).toEqual(['met', 'tot'])
    expect(await standing(caughtUp, '2028-01-01')).toEqual(['notMet', null])
  })

  it('a manifest that says more than its papers, found out by them', async () => {
    const contradicted = await buildSample('commune-contradicted')
    const evaluation = await evaluate(contradicted.zip, contradicted.description.asOf)
    for (const rule of ['declaration-edition-accepted', 'management-review-yearly'])
      expect(findingOf(evaluation, rule)).toMatchObject({ outcome: 'fail', message: 'textContradicts' })
  })

  it('a verdict that is met, one that is not, and a refusal', () => {
    const outcomes = samples.map(({ description: { expect: came } }) => ('refusal' in came ? 'refused' : came.verdict))
    expect(outcomes).toEqual(expect.arrayContaining(['met', 'notMet', 'refused']))
  })
})
