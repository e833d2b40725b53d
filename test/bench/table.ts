import { exponent } from './measure.ts'

/** What a ratio should be: at most so much, or at least. */
export type Goal = { most: number } | { least: number }

const WHAT = 58
const RATIO = 8

/** Prints what was measured line by line, as it comes, each ratio with its goal and whether it is met. */
export class Table {
  #met = 0
  readonly #missed: string[] = []

  heading(text: string): void {
    this.#print(`\n${text}`)
  }

  /** One ratio; without a goal it is only told. */
  ratio(what: string, ratio: number, goal?: Goal, beside = ''): void {
    const told = goal === undefined ? 'told' : this.#judged(what, ratio, goal)
    this.#print(`  ${what.padEnd(WHAT)}${ratio.toFixed(2).padStart(RATIO)}   ${told}${beside && `   ${beside}`}`)
  }

  /** A figure that is no ratio. */
  told(what: string, figure: string): void {
    this.#print(`  ${what.padEnd(WHAT)}${figure.padStart(RATIO)}`)
  }

  /** A figure with a bound: bytes, requests. */
  bound(what: string, figure: number, most: number, unit: string): void {
    const told = this.#judged(what, figure, { most }, unit)
    this.#print(`  ${what.padEnd(WHAT)}${`${Math.round(figure)}`.padStart(RATIO)}   ${told}`)
  }

  /** Times at 1×, 4× and 16× of a size, and by which power of it they grow; `theirs` of what it is compared with. */
  growth(of: string, sizes: readonly number[], ours: readonly number[], theirs?: readonly number[]): void {
    const first = ours[0] ?? Number.NaN
    const times = ours.map((one) => `${(one / first).toFixed(1)}×`).join(' ')
    const beside = theirs === undefined ? '' : `, of what it is compared with ${exponent(sizes, theirs).toFixed(2)}`
    const what = `growth at ${sizes.join(', ')} ${of}`
    this.#print(`  ${what.padEnd(WHAT)}   ${times}   exponent ${exponent(sizes, ours).toFixed(2)}${beside}`)
  }

  #judged(what: string, value: number, goal: Goal, unit = ''): string {
    const isMet = 'most' in goal ? value <= goal.most : value >= goal.least
    if (isMet) this.#met++
    else this.#missed.push(what)
    const bound = 'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`
    return `goal ${bound}${unit && ` ${unit}`}: ${isMet ? 'met' : 'MISSED'}`
  }

  /** How many goals were met. */
  end(): void {
    const all = this.#met + this.#missed.length
    this.#print(`\n${this.#met} of ${all} goals met${this.#missed.map((what) => `\n  missed: ${what}`).join('')}`)
  }

  #print(line: string): void {
    process.stdout.write(`${line}\n`)
  }
}

/** How much is measured: all of it, or enough to see whether something went wrong. */
export interface Extent {
  quick: boolean
}

/** One part of the bench, by the name under which it can be asked for. */
export interface Part {
  name: string
  /** What is compared with what. */
  heading: string
  measure(table: Table, extent: Extent): Promise<void>
}
