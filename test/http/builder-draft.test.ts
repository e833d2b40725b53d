import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DraftState,
  DraftSteps,
  draftOf,
  innerSections,
  isFilled,
  ownValue,
  rebased,
  type SectionState,
  stateOf,
  withField,
  withoutRow,
  withRows,
  withState,
} from '../../src/browser/builder/draft-steps.ts'
import { at, type Members, type Path, withValue } from '../../src/browser/builder/field-value.ts'
import { formPlace, pathOf } from '../../src/browser/builder/form-place.ts'
import type { Problem } from '../../src/core/errors.ts'
import { toPointer } from '../../src/core/json.ts'
import type { PlannedSection } from '../../src/dossier/form-plan.ts'
import { formLine, formPlan, formProblem } from '../../src/http/agency/form-plan.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { parseManifest } from '../../src/intake/manifest/manifest.ts'
import { Refusal } from '../../src/intake/refusals/refusal.ts'
import { RULES } from '../province/made.ts'

const SECTIONS = formPlan({ ruleSet: RULES.source, day: '2026-11-01', lang: 'vi' })
const START: Members = { format: 'qms-bundle/1', agency: { code: 'H61.01', heads: [] }, assessmentYear: 2026 }
const named = (title: string): PlannedSection => {
  const found = SECTIONS.find((section) => section.title === title)
  if (found === undefined) throw new TypeError(`no section ${title}`)
  return found
}
const catalogue = named('Danh mục TTHC')
const procedures = named('TTHC')
const choose = (draft: DraftState, section: PlannedSection, to: SectionState) =>
  withState(draft, section, innerSections(section, SECTIONS), to)
const own = (draft: DraftState, section: PlannedSection) => ownValue(draft, section, innerSections(section, SECTIONS))
const rows = [{ code: '1.001193' }, { code: '2.000635' }]

describe('a section and the one inside it', () => {
  const pasted = withRows(draftOf(START), procedures.at, rows)

  test('"Có" in the catalogue leaves the pasted procedures where they are', () => {
    const stated = choose(pasted, catalogue, 'some')
    expect(at(stated.manifest, ['catalogue', 'procedures'])).toEqual(rows)
    const dated = withField(stated, catalogue.at, 'asOf', '2026-10-01')
    expect(dated.manifest.catalogue).toEqual({ asOf: '2026-10-01', procedures: rows })
  })
  test('the catalogue is put away without its procedures, and comes back beside them', () => {
    const dated = withField(pasted, catalogue.at, 'asOf', '2026-10-01')
    const away = choose(dated, catalogue, 'unsaid')
    expect(away.manifest.catalogue).toEqual({ procedures: rows })
    expect(stateOf(away, catalogue)).toBe('some')
    expect(choose(away, catalogue, 'some').manifest.catalogue).toEqual({ asOf: '2026-10-01', procedures: rows })
  })
  test('procedures that are unsaid leave a catalogue that was stated as it is', () => {
    const stated = choose(draftOf(START), catalogue, 'some')
    const away = choose(choose(stated, procedures, 'some'), procedures, 'unsaid')
    expect(stateOf(away, catalogue)).toBe('some')
    expect(stateOf(choose(choose(draftOf(START), procedures, 'some'), procedures, 'unsaid'), catalogue)).toBe('unsaid')
  })
})

describe('what was put away', () => {
  test.each(['unsaid', 'none'] as const)('comes back after %s, also by way of the other', (to) => {
    const filled = withRows(draftOf(START), procedures.at, rows)
    const away = choose(choose(filled, procedures, to), procedures, to === 'none' ? 'unsaid' : 'none')
    expect(at(away.manifest, procedures.at)).not.toEqual(rows)
    expect(at(choose(away, procedures, 'some').manifest, procedures.at)).toEqual(rows)
  })
  test('an empty section opens with one empty row, which gives way to pasted ones', () => {
    const opened = choose(draftOf(START), procedures, 'some')
    expect(at(opened.manifest, procedures.at)).toEqual([{}])
    expect(at(withRows(opened, procedures.at, rows).manifest, procedures.at)).toEqual(rows)
  })
})

describe('rows', () => {
  test('the last row taken away leaves nothing said: that there is none is said only by choosing it', () => {
    const one = withRows(draftOf(START), procedures.at, [{ code: '1.001193' }])
    expect(stateOf(withoutRow(one, procedures.at, 0, false), procedures)).toBe('unsaid')
  })
  test('a change meant for a row that another tab has moved goes to that row; for one that is gone, the row is added', () => {
    const mine = withRows(draftOf(START), procedures.at, rows)
    const moved = withRows(draftOf(START), procedures.at, [{ code: '1.000001' }, ...rows])
    const path: Path = [...procedures.at, 1]
    expect(rebased(mine, moved, path).path).toEqual([...procedures.at, 2])
    const gone = rebased(mine, withoutRow(mine, procedures.at, 1, false), path)
    const named = withField(gone.draft, gone.path, 'name', 'Đăng ký khai sinh')
    expect(at(named.manifest, procedures.at)).toEqual([
      { code: '1.001193' },
      { code: '2.000635', name: 'Đăng ký khai sinh' },
    ])
  })
})

/** One thing a person may do; numbers are taken around by how many there are. */
const action = fc.record({
  kind: fc.constantFrom('field', 'rows', 'remove', 'state', 'part', 'undo', 'redo', 'settle'),
  section: fc.nat(),
  field: fc.nat(),
  row: fc.nat(),
  text: fc.string({ maxLength: 8 }),
  to: fc.constantFrom<SectionState>('some', 'none', 'unsaid'),
})
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

function next(draft: DraftState, { kind, section: n, field, row, text, to }: Action): DraftState {
  const section = pick(SECTIONS, n)
  const list = at(draft.manifest, section.at)
  const { key } = pick(section.fields, field)
  const isTable = section.shape === 'table'
  const owner = isTable && Array.isArray(list) && list.length > 0 ? [...section.at, row % list.length] : section.at
  if (kind === 'state' && !section.always) return choose(draft, section, to === 'none' && !isTable ? 'some' : to)
  if (kind === 'rows' && isTable) return withRows(draft, section.at, [{ [key]: text }, {}])
  if (isTable && owner === section.at) return draft
  if (kind === 'remove' && isTable) return withoutRow(draft, section.at, Number(owner.at(-1)), section.always)
  const part = section.parts[0]
  if (kind === 'part' && part)
    return withRows(draft, [...owner, ...part.at], [{ [pick(part.fields, field).key]: text }])
  if (kind === 'field') return withField(draft, owner, key, text === '' ? undefined : text)
  return draft
}

describe('whatever a person does', () => {
  const sequences = fc.array(action, { minLength: 50, maxLength: 400 })

  test('a change in one section leaves what all others say as it was', () => {
    fc.assert(
      fc.property(sequences, (actions) => {
        let draft = draftOf(START)
        for (const one of actions) {
          const section = pick(SECTIONS, one.section)
          const changed = next(draft, one)
          for (const other of SECTIONS) {
            if (other === section || (innerSections(other, SECTIONS).includes(section) && other.always)) continue
            if (at(changed.manifest, other.at) === at(draft.manifest, other.at)) continue
            const before = own(draft, other)
            const after = own(changed, other)
            // An object may come or go around the section inside it, never with something in it.
            if (isFilled(before) || isFilled(after)) expect(after).toEqual(before)
          }
          draft = changed
        }
      }),
      { numRuns: 30 },
    )
  })
  test('every step is taken back and made again exactly, and nothing filled in leaves but by a step', () => {
    fc.assert(
      fc.property(sequences, (actions) => {
        const steps = new DraftSteps(draftOf(START))
        const seen = [steps.state]
        for (const one of actions) {
          steps.take(next(steps.state, one))
          if (steps.state !== seen.at(-1)) seen.push(steps.state)
        }
        const shown = seen.map((state) => JSON.stringify(state))
        for (const past of shown.toReversed().slice(1)) {
          expect(steps.undo()).toBe(true)
          expect(JSON.stringify(steps.state)).toBe(past)
        }
        expect(steps.undo()).toBe(false)
        for (const later of shown.slice(1)) {
          expect(steps.redo()).toBe(true)
          expect(JSON.stringify(steps.state)).toBe(later)
        }
        expect(steps.redo()).toBe(false)
      }),
      { numRuns: 30 },
    )
  })
  test('what is put away and chosen again is there again, after anything else', () => {
    fc.assert(
      fc.property(sequences, fc.nat(), (actions, n) => {
        const section = pick(
          SECTIONS.filter(({ always }) => !always),
          n,
        )
        const before = actions.reduce(next, draftOf(START))
        const value = own(before, section)
        if (!isFilled(value)) return
        const away = choose(before, section, 'unsaid')
        const elsewhere = actions.filter((one) => pick(SECTIONS, one.section) !== section)
        expect(own(choose(elsewhere.reduce(next, away), section, 'some'), section)).toEqual(value)
      }),
      { numRuns: 30 },
    )
  })
})

describe('typing', () => {
  test('in one field, in one go, is one step; after a rest, or in another field, a new one', () => {
    const steps = new DraftSteps(draftOf(START))
    const type = (key: string, value: string) => steps.take(withField(steps.state, [], key, value), key)
    for (const value of ['S', 'Sở', 'Sở Y tế']) type('agency.name', value)
    type('agency.address', 'Vinh')
    expect(steps.undo()).toBe(true)
    expect(at(steps.state.manifest, ['agency', 'name'])).toBe('Sở Y tế')
    expect(steps.undo()).toBe(true)
    expect(steps.state.manifest).toEqual(START)
    type('agency.name', 'A')
    steps.settle()
    type('agency.name', 'B')
    expect(steps.canRedo).toBe(false)
    steps.undo()
    expect(at(steps.state.manifest, ['agency', 'name'])).toBe('A')
  })
})

describe('what is wrong, told of the form', () => {
  const problemsOf = async (manifest: Members): Promise<Problem[]> => {
    const bytes = new TextEncoder().encode(JSON.stringify(manifest))
    const refused = await parseManifest(bytes, 'manifest.json', DEFAULT_LIMITS).catch((error) => error)
    return refused instanceof Refusal ? [...(refused.problems ?? [])] : []
  }
  const fields = SECTIONS.flatMap((section) =>
    section.fields.map((field) => ({ section, field, name: `${section.title}: ${field.label}` })),
  )

  test('every field is found by its pointer, in both languages, with no key and no line', async () => {
    expect(fields.length).toBeGreaterThan(150)
    let told = 0
    for (const { section, field } of fields) {
      const owner = section.shape === 'table' ? [...section.at, 0] : section.at
      const path = [...owner, ...field.key.split('.')]
      const wrong = field.kind === 'text' ? 'x'.repeat(200_000) : { sai: 1 }
      const manifest = withValue(START, path, wrong)
      for (const problem of await problemsOf(manifest)) {
        const place = formPlace(pathOf(problem.pointer ?? ''), SECTIONS)
        const said = formProblem(problem, 'vi')
        expect(said.expected).not.toMatch(/[{}[\]]|null|true|[a-z][A-Z]|dòng \d/)
        expect(formProblem(problem, 'en').label).not.toBe('')
        if (`${problem.pointer}/`.startsWith(`${toPointer(path)}/`)) {
          expect(place?.field?.key).toBe(field.key)
          expect(said.label).toBe(field.label)
          expect(place?.section).toBe(section)
          told++
        }
      }
    }
    expect(told).toBeGreaterThanOrEqual(fields.length)
  })
  test('a file that does not say what it is, which no field of the form is for, is told of the file', async () => {
    const { format: _, ...bare } = START
    const problems = (await problemsOf(bare)).filter(({ pointer }) => pointer === '/format')
    expect(problems).toHaveLength(1)
    for (const problem of problems) {
      expect(formProblem(problem, 'vi')).toMatchObject({ section: '', label: '' })
      expect(formLine(problem, 'manifest.json', 'vi')).toContain('manifest.json')
    }
  })
  test('a field of a part leads to its row in the row; what the form has no place for leads nowhere', () => {
    const outer = SECTIONS.find(({ parts }) => parts.length > 0) ?? expect.unreachable()
    const part = outer.parts[0] ?? expect.unreachable()
    const [field] = part.fields
    const place = formPlace([...outer.at, 3, ...part.at, 1, ...(field?.key.split('.') ?? [])], SECTIONS)
    expect(place).toMatchObject({
      section: outer,
      rows: [
        [...outer.at, 3],
        [...outer.at, 3, ...part.at, 1],
      ],
      field,
    })
    expect(formPlace(['ghiChu'], SECTIONS)?.field).toBeUndefined()
  })
})
