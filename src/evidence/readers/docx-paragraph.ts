import { convertRun } from '../legacy/convert-run.ts'
import { type LegacyFont, legacyFontOf } from '../legacy/legacy-font.ts'
import type { RawLine } from './line-sink.ts'

/** Gathers the text of one paragraph, each run turned into Unicode by the font it is set in. */
export class DocxParagraph {
  #lines: string[][] = [[]]
  #cell = ''
  #pending = ''
  #font: LegacyFont | undefined
  #fontName = ''
  /** Whether any of it was in a legacy font and was converted. */
  converted = false

  add(text: string, fontName: string): void {
    if (fontName !== this.#fontName) {
      const font = legacyFontOf(fontName)
      // A VNI letter may begin in one run and end in the next.
      if (font?.encoding !== this.#font?.encoding || font?.capitals !== this.#font?.capitals) this.#settle()
      this.#font = font
      this.#fontName = fontName
    }
    this.#pending += text
  }

  tab(): void {
    this.#settle()
    this.#lines.at(-1)?.push(this.#cell)
    this.#cell = ''
  }

  breakLine(): void {
    this.tab()
    this.#lines.push([])
  }

  /** @param label what Word puts before the paragraph; nothing where it has no text */
  finish(label: string): readonly RawLine[] {
    this.tab()
    const [first = [], ...others] = this.#lines
    if (label === '' || !this.#lines.flat().some((cell) => cell.trim() !== '')) return this.#lines
    return [[`${label} ${first[0] ?? ''}`, ...first.slice(1)], ...others]
  }

  #settle(): void {
    const unicode = this.#font === undefined ? this.#pending : convertRun(this.#pending, this.#font)
    if (unicode !== this.#pending) this.converted = true
    this.#cell += unicode
    this.#pending = ''
  }
}
