/** Not shown, whatever is inside: former states, field codes, ruby guides, settings of content controls. */
const UNSEEN = new Set(['delText', 'instrText', 'delInstrText', 'rt', 'sdtPr', 'moveFrom', 'del'])

/** Tells what of a part nobody sees on paper: it is asked of every element that opens and closes, in their order. */
export class UnseenContent {
  #depth = 0
  /** For each `mc:AlternateContent` that is open, whether one of its forms was met. */
  readonly #alternatives: boolean[] = []

  /** Whether the element that opens is, or is inside, something that is not shown. */
  opens(name: string): boolean {
    if (this.#depth === 0 && !this.#begins(name)) return false
    this.#depth++
    return true
  }

  /** The same of the element that closes. */
  closes(name: string): boolean {
    if (this.#depth > 0) {
      this.#depth--
      return true
    }
    if (name === 'AlternateContent') this.#alternatives.pop()
    return false
  }

  #begins(name: string): boolean {
    if (UNSEEN.has(name) || name.endsWith('PrChange')) return true
    if (name === 'AlternateContent') this.#alternatives.push(false)
    if (name !== 'Choice' && name !== 'Fallback') return false
    const met = this.#alternatives.pop()
    if (met !== undefined) this.#alternatives.push(true)
    return met === true
  }
}
