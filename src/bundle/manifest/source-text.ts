/** A decoded text and its line starts: tells where an offset is, as an editor shows it. */
export class SourceText {
  readonly text: string
  #starts: number[] | undefined

  constructor(text: string) {
    this.text = text
  }

  /** 1-based line of an offset (UTF-16 units); `\r\n`, `\n` and a lone `\r` each end a line. */
  lineAt(offset: number): number {
    const starts = this.#lineStarts()
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** 1-based column of an offset, in UTF-16 units as most editors count. */
  columnAt(offset: number): number {
    return offset - (this.#lineStarts()[this.lineAt(offset) - 1] ?? 0) + 1
  }

  #lineStarts(): number[] {
    if (this.#starts === undefined) {
      this.#starts = [0]
      for (const end of this.text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(end.index + end[0].length)
    }
    return this.#starts
  }
}
