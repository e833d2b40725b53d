import { toDay } from '../../src/core/days.ts'
import { removeAt, toPointer } from '../../src/core/json.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import { manifest as manifestSchema } from '../../src/dossier/manifest.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import { type DayResult, DossierJudge } from '../../src/verdict/day-result.ts'
import { readDossier } from '../../src/verdict/pipeline.ts'
import { loaded } from '../support/loaded.ts'

/** How a dossier stands on a day: what papers back of its score, and its grade. */
export interface Stands {
  backed: number | null
  grade: string | null
  low: number | null
  status: string
}

/** A bundle in memory, read with its documents by the shipped rules. */
export function dossierOf(zip: Uint8Array): Promise<Dossier> {
  const source = { size: zip.length, read: async (at: number, length: number) => zip.subarray(at, at + length) }
  return readDossier(source, { limits: DEFAULT_LIMITS, stopwatch: () => 0, ruleSet: loaded })
}

/** How a dossier stands by the shipped rules and the national profile. */
export async function standing(dossier: Dossier, asOf: string): Promise<Stands> {
  const { evidence, grade, score, status } = await resultOf(dossier, asOf)
  return { backed: evidence?.backed ?? null, grade, low: score?.low ?? null, status }
}

/** The whole result of one day by the shipped rules and the national profile. */
export function resultOf(dossier: Dossier, asOf: string): Promise<DayResult> {
  const profile = judgingProfile(findProfile(loaded, 'national'), loaded.source)
  const judge = new DossierJudge(new Scope(dossier, { ruleSet: loaded.source, profile }), loaded, [])
  return judge.judge(toDay(asOf))
}

/** Every line of a manifest: each key and each entry of a list, by its pointer. */
export function linesOf(value: unknown, at: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [toPointer([...at, key]), ...linesOf(inner, [...at, key])])
}

/** The dossier without one line; undefined where a manifest cannot be without it. */
export function without(dossier: Dossier, pointer: string): Dossier | undefined {
  const parsed = manifestSchema.safeParse(removeAt(dossier.manifest, pointer))
  if (!parsed.success) return undefined
  const { catalogue } = parsed.data
  const inUse =
    dossier.catalogue.source !== 'agency' || !pointer.startsWith('/catalogue')
      ? dossier.catalogue
      : catalogue === undefined
        ? { source: 'none' as const, sha256: null, origin: [] }
        : {
            ...catalogue,
            source: 'agency' as const,
            sha256: null,
            origin: (catalogue.procedures ?? []).map((_, index) => ({ pointer: `/catalogue/procedures/${index}` })),
          }
  return { ...dossier, manifest: parsed.data, catalogue: inUse }
}
