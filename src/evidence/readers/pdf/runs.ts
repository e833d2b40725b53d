/** A piece of text where it stands on a page, in points from the top left corner as the page is looked at. */
export interface Run {
  text: string
  /** Where it begins and ends on its line. */
  left: number
  right: number
  /** Its base line. */
  base: number
  /** Height of its font. */
  size: number
  /** Left and right of each character of the text, one after the other, where they are known. */
  edges?: readonly number[]
}

/** A letter of a page. */
export interface Letter extends Run {
  /** The piece of text it was drawn with: letters of one piece follow each other. */
  piece: number
}

/** Parts of the font's height: how far a letter may stand from the end of the one before, and a base line from the other. */
const SPACE = 0.12
const BACK = 0.3
const BASE = 0.15
/** A gap that no single space makes, and one that several do: what stands after it is another cell. */
const ONE_SPACE = 3
const SPACES = 1.5
const MARK = /^\p{M}+$/u

/** Letters in the order in which they are drawn, put together to runs; blanks count only as gaps and between letters. */
export function runsOf(letters: readonly Letter[]): Run[] {
  const runs: Run[] = []
  let [open, blanks]: [OpenRun | undefined, number] = [undefined, 0]
  const close = () => {
    if (open !== undefined) runs.push(open.finish())
    open = undefined
    blanks = 0
  }
  for (const letter of letters) {
    if (letter.text.trim() === '') {
      if (open?.blank(letter)) blanks++
      else close()
    } else if (open !== undefined && (isMark(letter.text) || open.fits(letter, blanks))) {
      open.add(letter, blanks)
      blanks = 0
    } else {
      close()
      open = new OpenRun(letter)
    }
  }
  close()
  return runs
}

class OpenRun {
  #text: string
  readonly #edges: number[]
  readonly #first: Letter
  #last: Letter
  /** Where the blanks after the last letter end. */
  #end: number

  constructor(first: Letter) {
    this.#text = first.text
    this.#edges = []
    addEdges(this.#edges, first)
    this.#first = first
    this.#last = first
    this.#end = first.right
  }

  /** Whether a letter goes on with the run. */
  fits({ left, base, size, piece }: Letter, blanks: number): boolean {
    const last = this.#last
    if (Math.abs(base - last.base) > BASE * size || size > 1.25 * last.size || last.size > 1.25 * size) return false
    if (left - this.#end < -BACK * size) return false
    // Letters of one piece may be set apart; the space between words was then drawn.
    if (left - this.#end > SPACE * size && (piece !== last.piece || blanks === 0)) return false
    return left - last.right <= (blanks > 1 ? SPACES : ONE_SPACE) * size
  }

  /** Takes a blank that follows on the line; false where it does not. */
  blank({ left, right, base, size }: Letter): boolean {
    if (Math.abs(base - this.#last.base) > BASE * size || left < this.#last.right - BACK * size) return false
    this.#end = Math.max(this.#end, right)
    return true
  }

  add(letter: Letter, blanks: number): void {
    if (blanks > 0) {
      this.#text += ' '
      this.#edges.push(this.#last.right, Math.max(this.#last.right, letter.left))
    }
    this.#text += letter.text
    addEdges(this.#edges, letter)
    if (isMark(letter.text)) return
    this.#last = letter
    this.#end = letter.right
  }

  finish(): Run {
    const { left, base, size } = this.#first
    return { text: this.#text, left, right: this.#last.right, base, size, edges: this.#edges }
  }
}

/** A letter may be two characters; both stand where it stands. */
function addEdges(edges: number[], { text, left, right }: Letter): void {
  for (let at = 0; at < text.length; at++) edges.push(left, right)
}

/** Marks stand from U+0300 on: nearly no letter has to be asked. */
function isMark(text: string): boolean {
  return text >= '\u0300' && MARK.test(text)
}
