import { describe, expect, it } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { fromPointer, toPointer } from '../../src/core/json.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import type { DayResult } from '../../src/verdict/day-result.ts'
import { rounds } from '../support/rounds.ts'
import { dossierOf, linesOf, resultOf, standing, without } from './left-out.ts'

const GRADES = ['trung-binh', 'kha', 'tot', 'xuat-sac']
const rank = (grade: string | null) => GRADES.indexOf(grade ?? '')

/** The samples with the part of their lines that the heavy suite leaves out in turn; the quick one has a share of the first. */
const SAMPLES = [
  { name: 'department-complete', part: 1 },
  { name: 'commune-behind', part: 0.1 },
  { name: 'commune-caught-up', part: 0.1 },
  { name: 'commune-contradicted', part: 0.1 },
]

/**
 * Lines that speak against the agency, so that whoever judges by what is said cannot tell who left them out: entries of
 * which some rule finds one that is not met, and entries that show no paper.
 */
function speaksAgainst(pointer: string, { manifest, files }: Dossier, { rules }: DayResult): boolean {
  const under = (a: string, b: string) => a === b || a.startsWith(`${b}/`)
  const shown = rules.flatMap(({ answer }) => answer.items?.shown ?? [])
  const unmet = shown.some(({ pointer: at }) => typeof at === 'string' && (under(at, pointer) || under(pointer, at)))
  const [section = '', index = ''] = fromPointer(pointer)
  const entry = (manifest as unknown as Record<string, Record<string, Record<string, unknown>>>)[section]?.[index]
  const isEntry = entry !== undefined && toPointer([section, index]) === pointer
  const papers = isEntry ? Object.values(entry).filter((one) => typeof one === 'string' && files.has(one)) : []
  return unmet || (isEntry && papers.length === 0)
}

describe.each(SAMPLES.slice(0, rounds(SAMPLES.length)))('$name', ({ name, part }) => {
  it('gains nothing by leaving a line out', { timeout: 600_000 }, async () => {
    const { zip, description } = await buildSample(name)
    const dossier = await dossierOf(zip)
    const { asOf } = description
    const [before, result] = [await standing(dossier, asOf), await resultOf(dossier, asOf)]
    const rises: string[] = []
    let tried = 0
    const lines = linesOf(dossier.manifest)
    const each = Math.floor(lines.length / rounds(lines.length * part))
    for (const pointer of lines.filter((_, at) => at % each === 0)) {
      const changed = without(dossier, pointer)
      if (changed === undefined) continue
      tried++
      const after = await standing(changed, asOf)
      const risen = (after.backed ?? 0) > (before.backed ?? 0) && !speaksAgainst(pointer, dossier, result)
      if (risen || rank(after.grade) > rank(before.grade)) rises.push(`${pointer}: ${JSON.stringify(after)}`)
    }
    expect(rises).toEqual([])
    expect(tried).toBeGreaterThan(rounds(100 * part))
  })
})
