/** Gathers the text of `t` elements inside one string item, whether plain or in formatted runs, without phonetic guides. */
export class TextCapture {
  #text = ''
  #inText = false
  #phonetic = false

  /** A new string item begins. */
  start(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true
    if (name === 't') this.#inText = !this.#phonetic
  }

  text(text: string): void {
    if (this.#inText) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false
    if (name === 't') this.#inText = false
  }

  /** The text since {@link start}, characters that XML cannot hold (`_x000D_`) brought back. */
  take(): string {
    return unescapeText(this.#text)
  }
}

/** ECMA-376 Part 1, 22.9.2.19 (ST_Xstring): `_xHHHH_` stands for one UTF-16 unit. */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
