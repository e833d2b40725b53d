import type { PdfEngine } from './engine.ts'

const RECTANGLE_BYTES = 16

/**
 * A page as it is looked at: what CropBox and MediaBox show of it, turned as Rotate says. Points from its top left corner;
 * PDF itself counts from some corner of the paper upwards.
 */
export class PageFrame {
  readonly width: number
  readonly height: number
  readonly #left: number
  readonly #top: number
  readonly #right: number
  readonly #bottom: number
  /** Quarter turns clockwise. */
  readonly #turns: number

  constructor(box: { left: number; top: number; right: number; bottom: number }, turns: number) {
    this.#left = Math.min(box.left, box.right)
    this.#right = Math.max(box.left, box.right)
    this.#top = Math.max(box.top, box.bottom)
    this.#bottom = Math.min(box.top, box.bottom)
    this.#turns = turns & 3
    const [width, height] = [this.#right - this.#left, this.#top - this.#bottom]
    const upright = this.#turns % 2 === 0
    this.width = upright ? width : height
    this.height = upright ? height : width
  }

  static of({ call, view }: PdfEngine, page: number): PageFrame {
    const room = call.malloc(RECTANGLE_BYTES)
    call.FPDF_GetPageBoundingBox(page, room)
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => view.getFloat32(room + at, true))
    call.free(room)
    return new PageFrame({ left, top, right, bottom }, call.FPDFPage_GetRotation(page))
  }

  /** Where a point of the paper is seen. */
  shown(x: number, y: number): [number, number] {
    if (this.#turns === 1) return [y - this.#bottom, x - this.#left]
    if (this.#turns === 2) return [this.#right - x, y - this.#bottom]
    if (this.#turns === 3) return [this.#top - y, this.#right - x]
    return [x - this.#left, this.#top - y]
  }

  /** In which direction a vector of the paper is seen. */
  direction(x: number, y: number): [number, number] {
    const [[fromX, fromY], [toX, toY]] = [this.shown(0, 0), this.shown(x, y)]
    return [toX - fromX, toY - fromY]
  }

  /** Whether a point, as it is seen, is on what is shown; a little beyond still counts. */
  holds([x, y]: readonly [number, number]): boolean {
    return x >= -1 && y >= -1 && x <= this.width + 1 && y <= this.height + 1
  }
}
