import type { Dossier } from '../dossier/dossier.ts'
import { underCatalogue } from '../evaluation/evaluate-bundle.ts'
import { type Judgement, judge } from '../verdict/judge.ts'
import { givenCatalogue } from './given-catalogue.ts'
import type { ServiceTools } from './ports.ts'

/**
 * Judges a dossier, read from its bundle or from stored facts, under the authority's catalogue where there is one.
 * @param asOf day of judgement, `YYYY-MM-DD`
 * @throws InputError when the authority's catalogue or the profile cannot be used; StoreFault
 */
export async function judgeDossier(dossier: Dossier, asOf: string, tools: ServiceTools): Promise<Judgement> {
  const given = await givenCatalogue(tools)
  return judge({ dossier: underCatalogue(dossier, given), asOf, ...tools.judge })
}
