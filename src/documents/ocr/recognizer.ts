import load, { type TessBaseApi, type TesseractCore } from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import { QmsVerdictError } from '../../core/errors.ts'
import type { Picture } from '../pdf/drawing.ts'

/** A word seen in a picture, its box in pixels from the top left. */
export interface SeenWord {
  text: string
  /** From 0 to 100. */
  confidence: number
  x: number
  y: number
  width: number
  height: number
  /** Words of the same line have the same. */
  line: string
}

const LANGUAGE = 'vie'
const INPUT = '/input'
/** Tesseract's engine of neural networks alone, and its mode that finds columns, blocks and lines itself. */
const LSTM_ONLY = 1
const AUTOMATIC = 3
/** Level of words in the table of results. */
const WORD = '5'

/**
 * Tesseract for Vietnamese, in the one build of its core that gives the same words and confidences on every Node: SIMD, and
 * never relaxed SIMD, whose sums differ by machine. It has no file, no network; the data of the language are handed over.
 */
export class Recognizer {
  readonly #core: TesseractCore
  readonly #api: TessBaseApi

  private constructor(core: TesseractCore, api: TessBaseApi) {
    this.#core = core
    this.#api = api
  }

  /** @param data of the language, unpacked */
  static async load(wasm: Uint8Array, data: Uint8Array): Promise<Recognizer> {
    const silent = () => undefined
    const core = await load({ wasmBinary: wasm, print: silent, printErr: silent, TesseractProgress: silent })
    core.FS.writeFile(`./${LANGUAGE}.traineddata`, data)
    const api = new core.TessBaseAPI()
    if (api.Init(null, LANGUAGE, LSTM_ONLY) !== 0)
      throw new QmsVerdictError('the data of the language for OCR cannot be used')
    api.SetPageSegMode(AUTOMATIC)
    return new Recognizer(core, api)
  }

  /** The words of a picture in reading order, as the layout of the page is understood. */
  recognize(picture: Picture, dpi: number): SeenWord[] {
    this.#core.FS.writeFile(INPUT, greyMap(picture))
    try {
      this.#api.SetVariable('user_defined_dpi', String(dpi))
      if (this.#api.SetImageFile(1, 0) === 1) return []
      this.#api.Recognize(null)
      return wordsIn(this.#api.GetTSVText(0))
    } finally {
      this.#api.Clear()
      this.#core.FS.unlink(INPUT)
    }
  }
}

/** A picture as a file: PGM (netpbm), which needs no packing. */
function greyMap({ width, height, pixels }: Picture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])
}

function wordsIn(table: string): SeenWord[] {
  return table.split('\n').flatMap((row) => {
    const [level, page, block, paragraph, line, , x, y, width, height, confidence, ...text] = row.split('\t')
    const word = text.join('\t').normalize('NFC').trim()
    if (level !== WORD || word === '') return []
    const [at, from, wide, high] = [Number(x), Number(y), Number(width), Number(height)]
    const place = [page, block, paragraph, line].join('.')
    return [{ text: word, confidence: Number(confidence), x: at, y: from, width: wide, height: high, line: place }]
  })
}
