import { describe, expect, it } from 'vitest'
import { buildSample, buildSamples } from '../../scripts/samples/sample.ts'
import { evaluate } from './evaluate.ts'

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
    const [complete] = samples.filter(
      ({ description }) => 'verdict' in description.expect && description.expect.verdict === 'met',
    )
    if (complete === undefined) throw new Error('no sample is met')
    const { document } = await evaluate(complete.zip, complete.description.asOf)
    expect(document).toMatchObject({ score: { low: 100, high: 100 }, grade: 'xuat-sac', unnamedFiles: [] })
  })

  it('a verdict that is met, one that is not, and a refusal', () => {
    const outcomes = samples.map(({ description: { expect: came } }) => ('refusal' in came ? 'refused' : came.verdict))
    expect(outcomes).toEqual(expect.arrayContaining(['met', 'notMet', 'refused']))
  })
})
