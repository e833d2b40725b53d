import type { DocumentFacts } from '../../src/dossier/reading.ts'
import type { Facts } from './layout.ts'
import type { Form } from './make.ts'

/** Present on a paper, found by the reader, and read though it does not stand there. */
export interface Count {
  present: number
  found: number
  wrong: number
}

/** A value that was read and does not stand on the paper. */
export interface Wrong {
  paper: string
  form: Form
  fact: string
  read: unknown
  stands: readonly unknown[]
}

/** Lists that say something only as a whole: half a team would be another team. */
const WHOLE = ['audit.team', 'audit.units']

/** Counts what was read of papers, fact by fact and form by form. */
export class Counts {
  readonly byForm = new Map<Form, Map<string, Count>>()
  readonly wrong: Wrong[] = []
  readonly missed: Omit<Wrong, 'read'>[] = []

  /**
   * Takes what was read of one paper.
   * @param pictured values that are equal but for accents agree
   */
  add(paper: string, form: Form, told: Facts, read: DocumentFacts | undefined, pictured: boolean): void {
    const same = (value: unknown) => (pictured ? folded(value) : JSON.stringify(value))
    const values = read === undefined ? {} : valuesOf(read)
    for (const fact of new Set([...Object.keys(told), ...Object.keys(values)])) {
      const [stands, found] = [told[fact] ?? [], values[fact] ?? []]
      const sets = WHOLE.includes(fact) ? [asOne(stands), asOne(found)] : [stands, found]
      const [one, other] = sets.map((list = []) => new Map(list.map((value) => [same(value), value])))
      this.#count(form, fact, {
        present: one?.size ?? 0,
        found: [...(other?.keys() ?? [])].filter((key) => one?.has(key)).length,
        wrong: [...(other?.keys() ?? [])].filter((key) => !one?.has(key)).length,
      })
      for (const [key, value] of other ?? [])
        if (!one?.has(key)) this.wrong.push({ paper, form, fact, read: value, stands })
      if ([...(one?.keys() ?? [])].some((key) => !other?.has(key))) this.missed.push({ paper, form, fact, stands })
    }
  }

  #count(form: Form, fact: string, { present, found, wrong }: Count): void {
    const facts = this.byForm.get(form) ?? new Map<string, Count>()
    this.byForm.set(form, facts)
    const sum = facts.get(fact) ?? { present: 0, found: 0, wrong: 0 }
    facts.set(fact, { present: sum.present + present, found: sum.found + found, wrong: sum.wrong + wrong })
  }

  /** Of all facts in one form. */
  total(form: Form): Count {
    const counts = [...(this.byForm.get(form)?.values() ?? [])]
    const sum = (key: keyof Count) => counts.reduce((all, count) => all + count[key], 0)
    return { present: sum('present'), found: sum('found'), wrong: sum('wrong') }
  }

  /** A line for each fact, a column for each form: present/found/wrong. */
  table(): string {
    const forms = [...this.byForm.keys()]
    const facts = [...new Set(forms.flatMap((form) => [...(this.byForm.get(form)?.keys() ?? [])]))]
    const cell = ({ present, found, wrong }: Count) => `${present}/${found}/${wrong}`
    const row = (name: string, cells: readonly string[]) =>
      `| ${name.padEnd(22)} | ${cells.map((one) => one.padEnd(12)).join(' | ')} |`
    const none = { present: 0, found: 0, wrong: 0 }
    return [
      row('present/found/wrong', forms),
      row(
        '---',
        forms.map(() => '---'),
      ),
      ...facts.map((fact) =>
        row(
          fact,
          forms.map((form) => cell(this.byForm.get(form)?.get(fact) ?? none)),
        ),
      ),
      row(
        'all',
        forms.map((form) => cell(this.total(form))),
      ),
      row(
        'found of present',
        forms.map((form) => `${((100 * this.total(form).found) / this.total(form).present).toFixed(1)} %`),
      ),
    ].join('\n')
  }
}

/** A list as one value, in no order; nothing where it is empty. */
function asOne(values: readonly unknown[]): readonly unknown[] {
  return values.length === 0 ? [] : [[...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))]
}

/** The values of each fact by its name, `audit.from` among them. */
function valuesOf({ audit, review, ...own }: DocumentFacts): Facts {
  const named = (prefix: string, facts: object) =>
    Object.entries(facts).map(([name, found]) => [
      `${prefix}${name}`,
      found.map(({ value }: { value: unknown }) => value),
    ])
  return Object.fromEntries([...named('', own), ...named('audit.', audit), ...named('review.', review)])
}

/** A value as JSON without marks and capitals. */
export function folded(value: unknown): string {
  return JSON.stringify(value)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
}
