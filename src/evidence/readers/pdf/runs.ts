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
}

/** A text item of pdf.js: `transform` maps its own unit square to the page. */
export interface TextItem {
  str: string
  transform: readonly number[]
  width: number
}

/** Runs of a page from its items, turned as the page is (`viewport`, a matrix of six). Blank items only fill gaps. */
export function runsOf(items: readonly TextItem[], viewport: readonly number[]): Run[] {
  return items.flatMap(({ str, transform, width }) => {
    if (str.trim() === '') return []
    const [a, b, c, d, e, f] = product(viewport, transform)
    // Leading and trailing blanks are part of the width; what stands apart is told from the gaps.
    return [
      { text: str, left: e, right: e + width * Math.sign(a || 1), base: f, size: Math.hypot(c, d) || Math.hypot(a, b) },
    ]
  })
}

type Matrix = [number, number, number, number, number, number]

function product(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
