import type { Picture } from '../pdf/drawing.ts'

/** Darker pixels are looked at, so many of them at most. */
const DARK = 128
const MOST_POINTS = 60_000
/** Degrees up to which a page is straightened, and the steps in which the angle is looked for. */
const MOST_SKEW = 5
const COARSE = 0.5
const FINE = 0.1
/** A page is not turned for less: the letters would only lose. */
const LEAST_SKEW = 0.15
const WHITE = 255
/** Rows on either side of the top left corner: a picture has at most 32 million pixels, and none is so long. */
const MOST_ROWS = 16_000

/** The picture of a page as it was turned to be read. */
export interface Turned {
  picture: Picture
  /** Where a point of it was before. */
  back(x: number, y: number): [number, number]
}

/** By how many degrees clockwise the lines of a page run down to the right: what they fill most unevenly is their direction. */
export function skewOf(picture: Picture): number {
  const points = darkPoints(picture)
  const best = (angles: number[]) =>
    angles.reduce(
      (most, angle) => (unevenness(points, angle) > unevenness(points, most) ? angle : most),
      angles[0] ?? 0,
    )
  const coarse = best(steps(-MOST_SKEW, MOST_SKEW, COARSE))
  const fine = best(steps(coarse - COARSE, coarse + COARSE, FINE))
  // Nothing to be gained from an angle that is no better than none.
  return unevenness(points, fine) > 1.02 * unevenness(points, 0) ? fine : 0
}

/** Whether the lines of a page run down it: it was scanned on its side. */
export function isSideways(picture: Picture): boolean {
  const points = darkPoints(picture)
  return unevenness(points, 90) > 1.5 * unevenness(points, 0)
}

/** A page turned anticlockwise by its skew. */
export function straightened(picture: Picture, skew: number): Turned {
  if (Math.abs(skew) < LEAST_SKEW) return { picture, back: (x, y) => [x, y] }
  const { width, height, pixels } = picture
  const [cos, sin] = [Math.cos((skew * Math.PI) / 180), Math.sin((skew * Math.PI) / 180)]
  const [middleX, middleY] = [width / 2, height / 2]
  const back = (x: number, y: number): [number, number] => [
    middleX + (x - middleX) * cos - (y - middleY) * sin,
    middleY + (x - middleX) * sin + (y - middleY) * cos,
  ]
  const turned = new Uint8Array(width * height).fill(WHITE)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue
      const [partX, partY, at] = [fromX - left, fromY - top, top * width + left]
      const above = (pixels[at] ?? 0) * (1 - partX) + (pixels[at + 1] ?? 0) * partX
      const below = (pixels[at + width] ?? 0) * (1 - partX) + (pixels[at + width + 1] ?? 0) * partX
      turned[to] = above * (1 - partY) + below * partY
    }
  return { picture: { width, height, pixels: turned }, back }
}

/** A page turned clockwise by so many quarters. */
export function quarterTurned(picture: Picture, quarters: number): Turned {
  const { width, height, pixels } = picture
  const turns = quarters & 3
  if (turns === 0) return { picture, back: (x, y) => [x, y] }
  const [wide, high] = turns === 2 ? [width, height] : [height, width]
  const back = (x: number, y: number): [number, number] =>
    turns === 1 ? [y, height - x] : turns === 2 ? [width - x, height - y] : [width - y, x]
  const turned = new Uint8Array(width * height)
  for (let y = 0, to = 0; y < high; y++)
    for (let x = 0; x < wide; x++, to++) {
      const [fromX, fromY] =
        turns === 1 ? [y, height - 1 - x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [width - 1 - y, x]
      turned[to] = pixels[fromY * width + fromX] ?? 0
    }
  return { picture: { width: wide, height: high, pixels: turned }, back }
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by)
}

/** Dark pixels, every so-and-so-many-th, x and y one after the other. */
function darkPoints({ width, pixels }: Picture): Float32Array {
  let dark = 0
  for (const pixel of pixels) if (pixel < DARK) dark++
  const every = Math.max(1, Math.ceil(dark / MOST_POINTS))
  const points: number[] = []
  for (let at = 0, count = 0; at < pixels.length; at++)
    if ((pixels[at] ?? WHITE) < DARK && count++ % every === 0) points.push(at % width, Math.floor(at / width))
  return Float32Array.from(points)
}

/** How unevenly points fall into rows two pixels high that run at an angle: lines of text fill some and leave others empty. */
function unevenness(points: Float32Array, angle: number): number {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180) / 2, Math.sin((angle * Math.PI) / 180) / 2]
  const rows = new Int32Array(2 * MOST_ROWS)
  for (let at = 0; at < points.length; at += 2) {
    const row = MOST_ROWS + Math.round((points[at + 1] ?? 0) * cos - (points[at] ?? 0) * sin)
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sum = 0
  for (const count of rows) sum += count * count
  return sum
}
