import { type Markup, html as xml } from '../../html/markup.ts'

/** Twentieths of a point in a millimetre. */
export const TWIPS_PER_MM = 56.693

/** Words of one form. */
export interface Run {
  text: string
  bold?: true
  italic?: true
  /** Points; the document's size where absent. */
  size?: number
}

/** A paragraph; lengths are in millimetres, spacing in points. */
export interface Paragraph {
  runs: readonly Run[]
  align?: 'left' | 'center' | 'right' | 'justify'
  firstLine?: number
  left?: number
  right?: number
  before?: number
  after?: number
  /** On one page with the paragraph that follows. */
  keepNext?: true
  /** A line under the paragraph, as wide as it. */
  ruled?: true
}

const ALIGNMENTS = { left: 'left', center: 'center', right: 'right', justify: 'both' }

/** A paragraph of WordprocessingML. */
export function paragraphXml(paragraph: Paragraph): Markup {
  const { runs, align = 'left', firstLine = 0, left = 0, right = 0, before = 0, after = 0, keepNext, ruled } = paragraph
  return xml`<w:p><w:pPr>${keepNext && xml`<w:keepNext/>`}${
    ruled && xml`<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>`
  }<w:spacing w:before="${before * 20}" w:after="${after * 20}"${ruled && xml` w:line="40" w:lineRule="exact"`}/><w:ind w:left="${twips(left)}" w:right="${twips(right)}" w:firstLine="${twips(firstLine)}"/><w:jc w:val="${ALIGNMENTS[align]}"/></w:pPr>${runs.map(run)}</w:p>`
}

function run({ text, bold, italic, size }: Run): Markup {
  return xml`<w:r><w:rPr>${bold && xml`<w:b/>`}${italic && xml`<w:i/>`}${
    size && xml`<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`
  }</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

export const twips = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM)
