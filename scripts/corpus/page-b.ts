import type { Draw } from './draw.ts'

/**
 * Pages as office workers set them in Word by hand: two tables without borders hold heading and foot, lines are drawn or
 * typed, sizes and the widths of columns are a matter of taste. HTML that LibreOffice Writer opens as a text.
 */

/** Taste of whoever typed the paper. */
export interface Taste {
  /** Of the body, in points. */
  size: number
  line: 'drawn' | 'typed' | 'underlined'
  /** Of the left column of the heading, in percent. */
  left: number
  motto: readonly [string, string]
  /** Typed between title and name, of a copy. */
  mark?: '(Đã ký)' | '(đã ký)'
  /** Empty lines above the name. */
  room: number
}

export function aTaste(draw: Draw): Taste {
  const dash = draw.oneOf(['-', '–'])
  return {
    size: draw.oneOf([13, 14]),
    line: draw.oneOf(['drawn', 'typed', 'underlined']),
    left: draw.between(38, 43),
    motto: [
      `CỘNG ${draw.oneOf(['HÒA', 'HÒA', 'HOÀ'])} XÃ HỘI CHỦ NGHĨA VIỆT NAM`,
      `Độc lập ${dash} Tự do ${dash} Hạnh phúc`,
    ],
    room: draw.between(3, 5),
    ...(draw.chance(0.25) && { mark: draw.oneOf(['(Đã ký)', '(đã ký)']) }),
  }
}

export interface Heading {
  superior?: string | undefined
  lines: readonly string[]
  /** The whole line: `Số: 12/QĐ-STP`. */
  number?: string
  /** Under the number, of a letter. */
  about?: string
  /** `Vĩnh Long, ngày 05 tháng 3 năm 2026`. */
  placed?: string
}

export interface Signing {
  /** Above the name, line by line. */
  lines: readonly string[]
  name: string
}

export type Cell = string | readonly string[]

/** Writes the parts of one page after another in one taste. */
export class Page {
  readonly taste: Taste
  readonly #parts: string[] = []
  #footer = ''

  constructor(taste: Taste) {
    this.taste = taste
  }

  heading({ superior, lines, number, about, placed }: Heading): this {
    const left = [
      ...(superior ? [this.#small(superior)] : []),
      ...lines.map((line, at) =>
        this.#small(
          bold(this.taste.line === 'underlined' && at === lines.length - 1 ? `<u>${escaped(line)}</u>` : escaped(line)),
          true,
        ),
      ),
      this.#rule(7),
    ]
    const [state, motto] = this.taste.motto
    const under = this.taste.line === 'underlined' ? `<u>${escaped(motto)}</u>` : escaped(motto)
    const right = [this.#small(bold(escaped(state)), true), this.#small(bold(under), true, 1), this.#rule(15)]
    const second = [
      [...(number ? [this.#small(number)] : []), ...(about ? [this.#small(about)] : [])].join(''),
      placed ? this.#small(`<i>${escaped(placed)}</i>`, true, 1) : '',
    ]
    const { left: width } = this.taste
    this.#parts.push(columns([width, 100 - width], [[left.join(''), right.join('')], second]))
    return this.space()
  }

  /** Above or between the lines of a title. */
  title(...lines: readonly string[]): this {
    for (const line of lines) this.#parts.push(paragraph(bold(escaped(line)), 'center', this.taste.size))
    return this
  }

  /** A short line under a title. */
  rule(): this {
    if (this.taste.line !== 'underlined') this.#parts.push(paragraph('_____________', 'center', 8))
    return this.space()
  }

  /** A paragraph; `**bold**`. */
  body(...texts: readonly string[]): this {
    for (const text of texts)
      this.#parts.push(
        `<p align="justify" style="text-indent: 1.27cm; margin-bottom: 0.15cm; font-size: ${this.taste.size}pt">${rich(text)}</p>`,
      )
    return this
  }

  basis(...texts: readonly string[]): this {
    for (const text of texts)
      this.#parts.push(
        `<p align="justify" style="text-indent: 1.27cm; margin-bottom: 0.15cm; font-size: ${this.taste.size}pt"><i>${escaped(text)}</i></p>`,
      )
    return this
  }

  center(...texts: readonly string[]): this {
    for (const text of texts) this.#parts.push(paragraph(rich(text), 'center', this.taste.size))
    return this
  }

  /** In italics, as `(Kèm theo Quyết định số …)`. */
  aside(text: string): this {
    this.#parts.push(paragraph(`<i>${escaped(text)}</i>`, 'center', this.taste.size))
    return this.space()
  }

  right(text: string): this {
    this.#parts.push(paragraph(rich(text), 'right', this.taste.size - 2))
    return this
  }

  /** To whom: on one line, or each on a line of its own. */
  to(word: string, names: readonly string[]): this {
    if (names.length === 1) return this.center(`${word}: ${names[0]}`).space()
    const rows = names.map((name, at) => [
      at === 0 ? paragraph(`${word}:`, 'right', this.taste.size) : '',
      paragraph(`- ${escaped(name)}${at === names.length - 1 ? '.' : ';'}`, 'left', this.taste.size),
    ])
    this.#parts.push(columns([30, 70], rows))
    return this.space()
  }

  /** A table with borders; the first row is set bold where it heads the rest. */
  grid(widths: readonly number[], rows: readonly (readonly Cell[])[], headed = true): this {
    const cell = (text: Cell, at: number) =>
      (typeof text === 'string' ? [text] : text)
        .map((one) =>
          paragraph(
            headed && at === 0 ? bold(rich(one)) : rich(one),
            headed && at === 0 ? 'center' : 'left',
            this.taste.size - 1,
          ),
        )
        .join('')
    const lines = rows.map(
      (row, at) =>
        `<tr>${row.map((text, column) => `<td width="${widths[column]}%" style="border: 1px solid #000000; padding: 0.08cm">${cell(text, at)}</td>`).join('')}</tr>`,
    )
    this.#parts.push(`<table width="100%" cellpadding="3" cellspacing="0" border="1">${lines.join('')}</table>`)
    return this.space()
  }

  /** Recipients at the left, a signature at the right; or signatures side by side. */
  foot(signatures: readonly Signing[], recipients?: readonly string[], placed?: string): this {
    const signed = signatures.map(({ lines, name }) => this.#signature(lines, name, placed))
    const copies = recipients && [
      `<p style="margin-top: 0cm; margin-bottom: 0cm; font-size: 12pt"><b><i>Nơi nhận:</i></b></p>`,
      ...recipients.map(
        (one, at) =>
          `<p style="margin-top: 0cm; margin-bottom: 0cm; font-size: 11pt">- ${escaped(one)}${at === recipients.length - 1 ? '.' : ';'}</p>`,
      ),
    ]
    const cells = copies ? [copies.join(''), ...signed] : signed.length === 1 ? ['', ...signed] : signed
    this.space()
    this.#parts.push(
      columns(
        cells.map(() => 100 / cells.length),
        [cells],
      ),
    )
    return this
  }

  /** What an e-office prints at the head of a page when it signs. */
  signedBlock(lines: readonly string[]): this {
    const text = lines
      .map((line) => `<p style="margin-top: 0cm; margin-bottom: 0cm; font-size: 8pt">${escaped(line)}</p>`)
      .join('')
    this.#parts.unshift(columns([62, 38], [['', text]]))
    return this
  }

  /** The stamp of who received the letter. */
  arrived(lines: readonly string[]): this {
    const text = lines.map(
      (line) =>
        `<p align="center" style="margin-top: 0cm; margin-bottom: 0cm; font-size: 9pt"><font color="#c00000">${escaped(line)}</font></p>`,
    )
    this.#parts.push(
      `<table width="30%" cellspacing="0" cellpadding="2" border="1"><tr><td style="border: 1px solid #c00000">${text.join('')}</td></tr></table>`,
    )
    return this
  }

  newPage(): this {
    this.#parts.push(
      '<p style="page-break-before: always; margin-top: 0cm; margin-bottom: 0cm; font-size: 2pt">&nbsp;</p>',
    )
    return this
  }

  space(): this {
    this.#parts.push('<p style="margin-top: 0cm; margin-bottom: 0cm; font-size: 6pt">&nbsp;</p>')
    return this
  }

  /** On every page. */
  footer(text: string): this {
    this.#footer = `<div title="footer"><p align="left" style="margin-top: 0cm; margin-bottom: 0cm; font-size: 10pt"><i>${escaped(text)}</i> &nbsp; Trang <sdfield type="PAGE" subtype="RANDOM" format="PAGE">1</sdfield></p></div>`
    return this
  }

  html(): string {
    return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><style>
@page { size: 21cm 29.7cm; margin-left: 3cm; margin-right: 1.6cm; margin-top: 2cm; margin-bottom: 2cm }
p, td { font-family: 'Times New Roman' }
p { margin-top: 0; margin-bottom: 0 }
</style></head><body lang="vi-VN">
${this.#parts.join('\n')}
${this.#footer}
</body></html>`
  }

  #signature(lines: readonly string[], name: string, placed?: string): string {
    const { size, mark, room } = this.taste
    const empty = Array.from({ length: room }, (_, at) =>
      paragraph(mark && at === Math.floor(room / 2) ? `<i>${mark}</i>` : '&nbsp;', 'center', size),
    )
    return [
      ...(placed ? [paragraph(`<i>${escaped(placed)}</i>`, 'center', size)] : []),
      ...lines.map((line) =>
        paragraph(line.startsWith('(') ? `<i>${escaped(line)}</i>` : bold(escaped(line)), 'center', size),
      ),
      ...empty,
      paragraph(bold(escaped(name)), 'center', size),
    ].join('')
  }

  #small(text: string, html = false, larger = 0): string {
    return paragraph(
      html ? text : escaped(text),
      'center',
      this.taste.size - 1 + larger - (this.taste.size > 13 ? 1 : 0),
    )
  }

  #rule(length: number): string {
    if (this.taste.line === 'underlined') return paragraph('&nbsp;', 'center', 4)
    return paragraph(
      (this.taste.line === 'typed' ? '-' : '_').repeat(length),
      'center',
      this.taste.line === 'typed' ? 12 : 7,
    )
  }
}

function paragraph(html: string, align: 'left' | 'center' | 'right', size: number): string {
  return `<p align="${align}" style="margin-top: 0cm; margin-bottom: 0cm; font-size: ${size}pt">${html}</p>`
}

function columns(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map(
    (row) =>
      `<tr valign="top">${row.map((cell, at) => `<td width="${widths[at]}%" style="border: none; padding: 0">${cell}</td>`).join('')}</tr>`,
  )
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0">${lines.join('')}</table>`
}

function bold(html: string): string {
  return `<b>${html}</b>`
}

function rich(text: string): string {
  return text
    .split('**')
    .map((run, at) => (at % 2 === 1 ? bold(escaped(run)) : escaped(run)))
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
