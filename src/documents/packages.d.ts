// The package brings no types. Of its API (version 7.0.0) only what is used.
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TessBaseApi {
    /** @returns 0 when it is ready */
    Init(dataPath: string | null, language: string, mode: number): number
    SetVariable(name: string, value: string): boolean
    SetPageSegMode(mode: number): void
    /** Reads `/input`. @returns 1 when it cannot */
    SetImageFile(exif: number, angle: number): number
    Recognize(monitor: null): number
    /** One line a part of the page, down to words, with tabulators between. */
    GetTSVText(page: number): string
    Clear(): void
    End(): void
  }
  export interface TesseractCore {
    TessBaseAPI: new () => TessBaseApi
    FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  }
  export default function load(options: {
    wasmBinary: Uint8Array
    print?(line: string): void
    printErr?(line: string): void
    TesseractProgress?(percent: number): void
  }): Promise<TesseractCore>
}

// The types of Node have no WebAssembly, which stands with those of browsers. Of it only what is used.
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>
  type Exports = Record<string, unknown>
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: Exports
  }
  class Memory {
    constructor(size: { initial: number; maximum?: number })
    readonly buffer: ArrayBuffer
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array): Promise<Module>
}

// The package brings no types. Of its API (version 1.0.4) only what is used.
declare module 'word-extractor' {
  interface Document {
    getBody(): string
    /** Headers and footers. */
    getHeaders(): string
    getTextboxes(): string
    getFootnotes(): string
  }
  export default class WordExtractor {
    extract(file: Buffer): Promise<Document>
  }
}
