import { init } from '@embedpdf/pdfium'
import { QmsVerdictError } from '../../core/errors.ts'

/** What is used of PDFium, with numbers and addresses in its heap alone. */
const FUNCTIONS = [
  'malloc',
  'free',
  'PDFiumExt_Init',
  'PDFiumExt_OpenFormFillInfo',
  'PDFiumExt_InitFormFillEnvironment',
  'PDFiumExt_ExitFormFillEnvironment',
  'PDFiumExt_CloseFormFillInfo',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageBoundingBox',
  'FPDF_RenderPageBitmap',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetStride',
  'FPDFBitmap_Destroy',
  'FPDFPage_GetRotation',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFPage_Flatten',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetFlags',
  'FPDFAnnot_GetRect',
  'FPDFAnnot_GetAP',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetFormFieldType',
  'FPDFAnnot_GetFormFieldFlags',
  'FPDFAnnot_GetFormFieldValue',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetUnicode',
  'FPDFText_IsGenerated',
  'FPDFText_GetTextObject',
  'FPDFText_GetCharOrigin',
  'FPDFText_GetLooseCharBox',
  'FPDFText_GetMatrix',
  'FPDFText_GetFontSize',
  'FPDFTextObj_GetFont',
  'FPDFFont_GetBaseFontName',
] as const

/** PDFium's own functions. */
export type PdfFunctions = Readonly<Record<(typeof FUNCTIONS)[number], (...values: number[]) => number>>

/** How large the heap of the engine may grow; a file that needs more is over the bound on memory. */
const HEAP_BYTES = 400 * 1024 * 1024

/** The engine could not go on with a file: it is of no use any more, another one must be loaded. */
export class EngineFailed extends QmsVerdictError {
  override name = 'EngineFailed'
  /** Whether it needed a larger heap than it may have. */
  readonly memory: boolean

  constructor(memory: boolean, cause: unknown) {
    super('the PDF engine failed', { cause })
    this.memory = memory
  }
}

/**
 * PDFium in a WebAssembly heap of its own, which is capped: it has no file, no network, no environment. Addresses it
 * hands out are plain numbers; whoever asks for memory gives it back.
 */
export class PdfEngine {
  readonly call: PdfFunctions
  readonly #memory: WebAssembly.Memory
  readonly #heap: { refused: boolean }
  #view = new DataView(new ArrayBuffer(0))

  private constructor(exports: WebAssembly.Exports, heap: { refused: boolean }) {
    const { memory } = exports
    const missing = FUNCTIONS.filter((name) => typeof exports[name] !== 'function')
    if (!(memory instanceof WebAssembly.Memory) || missing.length > 0)
      throw new QmsVerdictError(`the PDF engine lacks ${missing.join(', ') || 'its memory'}`)
    this.call = exports as unknown as PdfFunctions
    this.#memory = memory
    this.#heap = heap
  }

  /** @param wasm of `@embedpdf/pdfium` */
  static async load(wasm: WebAssembly.Module, heapBytes = HEAP_BYTES): Promise<PdfEngine> {
    const heap = { refused: false }
    let exports: WebAssembly.Exports = {}
    await init({
      // Complaints about hostile files; what matters is told by what the functions return.
      print: () => undefined,
      printErr: () => undefined,
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(wasm, capped(imports, heapBytes, heap))
        exports = instance.exports
        done(instance)
        return instance.exports
      },
    } as Parameters<typeof init>[0])
    const engine = new PdfEngine(exports, heap)
    engine.call.PDFiumExt_Init()
    return engine
  }

  /**
   * What `work` comes to.
   * @throws EngineFailed when the engine ran out of its heap or trapped
   */
  run<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      // A trap, an abort, a stack that is full: of WebAssembly, or of the script around it.
      if (
        error instanceof WebAssembly.RuntimeError ||
        error instanceof RangeError ||
        error === Number.POSITIVE_INFINITY
      )
        throw new EngineFailed(this.#heap.refused, error)
      throw error
    }
  }

  /** The heap as it is now: it moves when it grows. */
  get view(): DataView {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer)
    return this.#view
  }

  /** Bytes at an address, in memory of their own. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, address, length).slice()
  }

  /** The address of a copy of bytes. @throws EngineFailed when the heap may not grow so far */
  put(bytes: Uint8Array): number {
    const address = this.call.malloc(Math.max(bytes.length, 1))
    if (address === 0) throw new EngineFailed(true, undefined)
    new Uint8Array(this.#memory.buffer).set(bytes, address)
    return address
  }

  /** Text that a function writes as UTF-16 with a null at its end; it tells the length in bytes when asked with no room. */
  utf16(write: (to: number, room: number) => number): string {
    const length = write(0, 0)
    if (length <= 2) return ''
    const to = this.call.malloc(length)
    if (to === 0) throw new EngineFailed(true, undefined)
    write(to, length)
    const text = Buffer.from(this.bytes(to, length - 2)).toString('utf16le')
    this.call.free(to)
    return text
  }
}

/** The imports of the engine, with a heap that does not grow beyond the cap. */
function capped(imports: WebAssembly.Imports, most: number, heap: { refused: boolean }): WebAssembly.Imports {
  const { env } = imports
  const grow = env?.emscripten_resize_heap
  if (typeof grow !== 'function') throw new QmsVerdictError('the PDF engine has no heap that can be capped')
  const resize = (bytes: number): boolean => {
    heap.refused = bytes >>> 0 > most
    return heap.refused ? false : grow(bytes)
  }
  return { ...imports, env: { ...env, emscripten_resize_heap: resize } }
}
